// Errors of what is being typed are shown as information until the cursor leaves it, as a form says what is wrong with
// a field once the field is left. The server says which text an error belongs to; where the cursor is, is known here.
import * as vscode from 'vscode';
import type { PlainRange, WrittenIn } from '../../server/src/lsp/protocol.ts';

export interface DeferredErrors extends vscode.Disposable {
  /** Lowers the errors that are still being written in a fresh report on a document. */
  lower(document: vscode.TextDocument, items: readonly vscode.Diagnostic[]): void;
}

/** What the last report on the document in the active editor held: it has to be asked for anew when the answer changes. */
interface Reported {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly texts: readonly { readonly range: vscode.Range; readonly isLowered: boolean }[];
}

/** `refresh` asks the server for all problems again. */
export function deferErrors(refresh: () => void): DeferredErrors {
  let typed: { readonly document: vscode.TextDocument; readonly at: vscode.Range } | undefined;
  let reported: Reported | undefined;

  /** Somebody has just typed there, and is still there. Text that was broken when it was opened is red at once. */
  function isBeingWritten(document: vscode.TextDocument, range: vscode.Range): boolean {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document || typed?.document !== document) return false;
    if (!range.intersection(typed.at)) return false;
    return editor.selections.some(({ active }) => range.contains(active));
  }

  function lookAgain(): void {
    if (!reported) return;
    const { document, version, texts } = reported;
    const now = texts.map(({ range }) => isBeingWritten(document, range));
    // While a report on what has been typed since is on its way, its places are not known.
    if (document.version === version && !now.includes(true)) typed = undefined;
    if (texts.some(({ isLowered }, index) => isLowered !== now[index])) refresh();
  }

  function settle(): void {
    typed = undefined;
    lookAgain();
  }

  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const [change] = contentChanges;
      if (!change || document !== vscode.window.activeTextEditor?.document) return;
      const end = document.positionAt(change.rangeOffset + change.text.length);
      typed = { document, at: new vscode.Range(change.range.start, end) };
    }),
    vscode.window.onDidChangeTextEditorSelection(lookAgain),
    vscode.window.onDidChangeActiveTextEditor(settle),
    // What is saved by hand is meant to be complete; what is saved by itself need not be.
    vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
      if (document === typed?.document && reason === vscode.TextDocumentSaveReason.Manual) settle();
    }),
  );

  return {
    lower(document, items) {
      const texts = items.flatMap((item) => {
        const written = writtenIn(item);
        if (!written) return [];
        const range = new vscode.Range(
          written.start.line,
          written.start.character,
          written.end.line,
          written.end.character,
        );
        const isLowered = isBeingWritten(document, range);
        if (isLowered) item.severity = vscode.DiagnosticSeverity.Information;
        return [{ range, isLowered }];
      });
      if (document === vscode.window.activeTextEditor?.document || texts.some(({ isLowered }) => isLowered)) {
        reported = { document, version: document.version, texts };
      }
    },
    dispose: () => listeners.dispose(),
  };
}

/** The library keeps what the server adds to a diagnostic, under a name VS Code does not have. */
function writtenIn(item: vscode.Diagnostic): PlainRange | undefined {
  return (item as { readonly data?: WrittenIn }).data?.writtenIn;
}
