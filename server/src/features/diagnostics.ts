// Problems as LSP diagnostics.
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { SourceText } from '../util/text.ts';
import { toRange } from './range.ts';
import { RULE_DOCS_URL } from './ruleDocs.ts';
import { writtenIn } from './writtenIn.ts';

export const DIAGNOSTIC_SOURCE = 'agentwright';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What identifies a diagnostic to a program, in addition to its code: the wording may change. */
export interface DiagnosticData extends Pick<Problem, 'messageId' | 'values'> {
  /** Only for an error that more typing may take away: the text that is being typed then. */
  readonly writtenIn?: Range;
}

/** `related`: whether the client shows the related locations of a problem. */
export function toDiagnostic(document: SourceText, problem: Problem, { related = false } = {}): Diagnostic {
  const places = related ? (problem.related ?? []) : [];
  const { messageId, values } = problem;
  const written = isAgentDocument(document) ? writtenIn(document, problem) : null;
  return {
    range: toRange(document, problem.span),
    severity: SEVERITIES[problem.severity],
    code: problem.code,
    codeDescription: { href: `${RULE_DOCS_URL}${problem.code}.md` },
    source: DIAGNOSTIC_SOURCE,
    message: problem.message,
    data: {
      messageId,
      values,
      ...(written ? { writtenIn: toRange(document, written) } : {}),
    } satisfies DiagnosticData,
    ...(problem.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(places.length > 0
      ? { relatedInformation: places.map(({ uri, range, message }) => ({ location: { uri, range }, message })) }
      : {}),
  };
}

/** Manifests and settings are no agents: nothing in them waits for a fence. */
function isAgentDocument(document: SourceText): document is AgentDocument {
  return 'frontMatter' in document;
}
