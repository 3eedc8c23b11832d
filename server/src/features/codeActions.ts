// Quick fixes of the problems in a range, and "fix all" for the safe ones.
import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import { combineSafeFixes } from '../lint/fix.ts';
import type { AgentDocument } from '../model/document.ts';
import type { TextEdit as CoreEdit, Fix, Problem } from '../model/problem.ts';
import type { Span } from '../util/text.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toRange } from './range.ts';

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.agentwright`;
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL_KIND];

export interface CodeActionRequest {
  /** The selection; problems that touch it are offered. */
  readonly span: Span;
  /** Kinds the client asks for; all where undefined. */
  readonly only?: readonly string[] | undefined;
  readonly version: number | null;
}

export function codeActions(
  document: AgentDocument,
  problems: readonly Problem[],
  request: CodeActionRequest,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(request.only, CodeActionKind.QuickFix)) {
    for (const problem of problems.filter(({ span }) => touches(span, request.span))) {
      const diagnostic = toDiagnostic(document, problem);
      actions.push(
        ...problem.fixes.map((fix, index) => quickFix(document, diagnostic, fix, index === 0, request.version)),
      );
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

function quickFix(
  document: AgentDocument,
  diagnostic: Diagnostic,
  fix: Fix,
  first: boolean,
  version: number | null,
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: first && fix.kind === 'safe',
    edit: workspaceEdit(document, fix.edits, version),
  };
}

function workspaceEdit(document: AgentDocument, edits: readonly CoreEdit[], version: number | null) {
  const changes: TextEdit[] = edits.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
  return version === null
    ? { changes: { [document.uri]: changes } }
    : { documentChanges: [{ textDocument: { uri: document.uri, version }, edits: changes }] };
}

/** Kinds are a tree: a client that asks for `source` wants `source.fixAll.agentwright` too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
