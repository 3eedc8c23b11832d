// Quick fixes of an empty agent file: the whole agents it can start from.
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import { bomLength } from '../model/fence.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { toRange } from './range.ts';
import { wholeAgentsFor } from './snippetCompletion.ts';
import { fillVariables, plainSnippet, type SnippetVariables } from './snippets/snippet.ts';

export interface TemplateRequest {
  /** The runtime whose agent it is, where that is not Claude Code. */
  readonly runtime?: Runtime | undefined;
  readonly variables: SnippetVariables;
  /** Of the document; null where the client takes no versioned edits. */
  readonly version: number | null;
  /** The client takes edits with tab stops, which are always versioned. */
  readonly tabStops: boolean;
}

/** One for each whole agent, in the order of the list of snippets. */
export function templateActions(
  document: AgentDocument,
  diagnostic: Diagnostic,
  { runtime, variables, version, tabStops }: TemplateRequest,
): CodeAction[] {
  const { text, uri } = document;
  const range = toRange(document, { start: bomLength(text), end: text.length });
  return wholeAgentsFor(runtime).map((template) => {
    const body = fillVariables(template.body, variables);
    const action = {
      title: `Start with the template “${template.title}”`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
    };
    const plain = { range, newText: plainSnippet(body) };
    if (version === null) return { ...action, edit: { changes: { [uri]: [plain] } } };
    const edit = tabStops ? { range, snippet: { kind: 'snippet' as const, value: body } } : plain;
    return { ...action, edit: { documentChanges: [{ textDocument: { uri, version }, edits: [edit] }] } };
  });
}
