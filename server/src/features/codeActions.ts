// Quick fixes for the problems in a range, and "fix all" for the safe ones.
import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import { combineSafeFixes } from '../lint/fix.ts';
import type { AgentDocument } from '../model/document.ts';
import type { TextEdit as CoreEdit, Fix, Problem } from '../model/problem.ts';
import type { SourceText, Span } from '../util/text.ts';
import { type ConfigPlace, configAction } from './configActions.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toRange } from './range.ts';
import { suppressFixes } from './suppressActions.ts';
import { type TemplateRequest, templateActions } from './templateActions.ts';

const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.agentwright`;
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL_KIND, CodeActionKind.Source];

/** Shows what the runtime does with a document, in words; its argument is the URI. */
export const EXPLAIN_COMMAND = 'agentwright.explain';

/** Problems whose fixes are offered at once: each comment that would hide one is tried out, and nobody reads more. */
const MOST_OFFERED = 20;

export interface FixRequest {
  /** The selection; problems that touch it are offered. */
  readonly span: Span;
  /** The kinds the client requests; undefined means all. */
  readonly only?: readonly string[] | undefined;
  readonly version: number | null;
}

export interface CodeActionRequest extends FixRequest {
  /** The actual or potential location of the project's configuration; null if there is no project. */
  readonly config: ConfigPlace | null;
  readonly templates: Pick<TemplateRequest, 'runtime' | 'variables' | 'tabStops'>;
}

export function codeActions(
  document: AgentDocument,
  problems: readonly Problem[],
  request: CodeActionRequest,
): CodeAction[] {
  const actions = fixActions(document, problems, request, (problem, diagnostic) => {
    const templates = isEmptyFile(problem, document)
      ? templateActions(document, diagnostic, { ...request.templates, version: request.version })
      : [];
    const suppressions = suppressFixes(document, problem).map((fix) => quickFix(document, diagnostic, fix, request));
    return [...templates, ...suppressions, configAction(document, problem, diagnostic, request.config)];
  });
  if (wants(request.only, CodeActionKind.Source)) {
    const title = 'Explain what Claude Code sees';
    actions.push({
      title,
      kind: CodeActionKind.Source,
      command: { title, command: EXPLAIN_COMMAND, arguments: [document.uri] },
    });
  }
  return actions;
}

/** The fixes of problems, for files of any kind. `more` adds actions for a problem. */
export function fixActions(
  document: SourceText,
  problems: readonly Problem[],
  request: FixRequest,
  more: (problem: Problem, diagnostic: Diagnostic) => readonly (CodeAction | null)[] = () => [],
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(request.only, CodeActionKind.QuickFix)) {
    const touched = problems.filter(({ span }) => touches(span, request.span)).slice(0, MOST_OFFERED);
    for (const problem of touched) {
      const diagnostic = toDiagnostic(document, problem);
      const fixes = problem.fixes.map((fix, index) => quickFix(document, diagnostic, fix, request, index === 0));
      actions.push(...fixes, ...more(problem, diagnostic).filter((action) => action !== null));
    }
  }
  const edits = combineSafeFixes(problems);
  if (edits.length > 0 && (wants(request.only, FIX_ALL_KIND) || actions.length > 0)) {
    actions.push({
      title: 'Fix all problems that Agentwright can fix safely',
      kind: FIX_ALL_KIND,
      edit: workspaceEdit(document, edits, request.version),
    });
  }
  return actions;
}

/** Claude Code says so itself; for other runtimes an empty file is one without front matter. */
function isEmptyFile({ code, messageId }: Problem, { text }: AgentDocument): boolean {
  if (code !== 'frontmatter/missing') return false;
  return messageId.startsWith('empty') || (EVENT_MESSAGES.has(messageId) && text.trim() === '');
}

const EVENT_MESSAGES: ReadonlySet<string> = new Set(['error', 'warning', 'information']);

function quickFix(
  document: SourceText,
  diagnostic: Diagnostic,
  fix: Fix,
  { version }: FixRequest,
  first = false,
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: first && fix.kind === 'safe',
    edit: workspaceEdit(document, fix.edits, version),
  };
}

function workspaceEdit(document: SourceText, edits: readonly CoreEdit[], version: number | null) {
  const changes: TextEdit[] = edits.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
  return version === null
    ? { changes: { [document.uri]: changes } }
    : { documentChanges: [{ textDocument: { uri: document.uri, version }, edits: changes }] };
}

/** Kinds form a tree: a client that requests `source` also wants `source.fixAll.agentwright`. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
