// What the client changes in the server's answers: VS Code's own support for the same files comes first.
import * as vscode from 'vscode';
import type { Middleware, vsdiag } from 'vscode-languageclient';
import { keyAroundAt, keyOfValueAt } from '../../server/src/vocabulary.ts';
import { isAgent } from './agents.ts';
import {
  isOwnFormat,
  keysOfferedByVsCode,
  offeredByVsCode,
  reportedByVsCode,
  sortTextAfterVsCode,
} from './coexistence.ts';
import { PREVIEW_SCHEME } from './convert/types.ts';
import type { DeferredErrors } from './deferredErrors.ts';

/** Leaves out what VS Code itself offers or reports in the same place, and sorts the rest after it. */
export const createMiddleware = (deferred: DeferredErrors): Middleware => ({
  async provideDiagnostics(document, previousResultId, token, next) {
    const uri = document instanceof vscode.Uri ? document : document.uri;
    // What is not a file yet has no folder by which its links could be judged.
    if (uri.scheme === PREVIEW_SCHEME) return { kind: 'full' as vsdiag.DocumentDiagnosticReportKind.full, items: [] };
    const report = await next(document, previousResultId, token);
    // A document known only by its URI is not open in an editor, and VS Code reports nothing there.
    if (!isFull(report) || document instanceof vscode.Uri) return report;
    const known = reportedByVsCode(document);
    const items = report.items.filter(({ code }) => !known.has(codeOf(code)));
    deferred.lower(document, items);
    return { ...report, items };
  },
  async provideCompletionItem(document, position, context, token, next) {
    const result = await next(document, position, context, token);
    if (!result) return result;
    if (isOwnFormat(document) && !isLeftToUs(document, position)) return snippetsOf(result);
    const key = keyOfValueAt(document.getText(), document.offsetAt(position));
    const known = key === null ? keysOfferedByVsCode(document, context) : offeredByVsCode(document, key, context);
    if (known.size === 0) return result;
    const items = Array.isArray(result) ? result : result.items;
    // An agent may have the same name as a key.
    const isKnown = ({ label, kind }: vscode.CompletionItem): boolean =>
      (key !== null || kind === vscode.CompletionItemKind.Property) &&
      known.has(typeof label === 'string' ? label : label.label);
    const rest = items.filter((item) => !isKnown(item));
    for (const item of rest) item.sortText = sortTextAfterVsCode(item.sortText);
    return new vscode.CompletionList(rest, !Array.isArray(result) && result.isIncomplete);
  },
  async prepareRename(document, position, token, next) {
    try {
      return await next(document, position, token);
    } catch (error) {
      // VS Code shows what every provider says, and in other Markdown we have nothing to say.
      if (isAgent(document)) throw error;
      return undefined;
    }
  },
});

/** VS Code has no snippets for its agents. */
function snippetsOf(result: vscode.CompletionItem[] | vscode.CompletionList): vscode.CompletionList {
  const items = Array.isArray(result) ? result : result.items;
  const snippets = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet);
  return new vscode.CompletionList(snippets, !Array.isArray(result) && result.isIncomplete);
}

/** VS Code completes nothing inside a handoff. */
function isLeftToUs(document: vscode.TextDocument, position: vscode.Position): boolean {
  return keyAroundAt(document.getText(), document.offsetAt(position)) === 'handoffs';
}

/**
 * The other kind says that nothing has changed. Recognized by its items, because importing the enum would load the
 * library.
 */
function isFull(
  report: vsdiag.DocumentDiagnosticReport | null | undefined,
): report is vsdiag.FullDocumentDiagnosticReport {
  return report !== null && report !== undefined && 'items' in report;
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
