// What typing in a file that has just begun does beside writing: Enter after the opening `---` also writes the closing
// one, and `agent` opens the list of templates where VS Code opens no list by itself.
import * as vscode from 'vscode';
import {
  CLOSING_FENCE,
  fenceBelowOwn,
  hasOnlyOpeningFence,
  isFenceOpen,
  isReadme,
  spanOfFence,
} from '../../server/src/vocabulary.ts';
import { mayBecomeAgent } from './agents.ts';

/** What is under way in a document. The extension is told of a change after it happened, and may come too late. */
type Work =
  /** The closing fence has still to be written. */
  | { readonly step: 'close' }
  /** It stands at an offset, where its line break is. */
  | { readonly step: 'closed'; readonly offset: number }
  /** The writer has typed one as well, so that it has to go. */
  | { readonly step: 'remove'; readonly offset: number };

/** An undo takes back what the writer typed together with what was written for it. */
const AS_ONE_STEP = { undoStopBefore: false, undoStopAfter: false };
const IN_PLACE = { ...AS_ONE_STEP, keepWhitespace: true };

export function assistNewAgents(): vscode.Disposable {
  const works = new Map<string, Work>();
  return vscode.Disposable.from(
    vscode.workspace.onDidCloseTextDocument(({ uri }) => works.delete(uri.toString())),
    vscode.workspace.onDidChangeTextDocument((event) => {
      const { document, contentChanges } = event;
      const editor = vscode.window.activeTextEditor;
      if (contentChanges.length === 0 || editor?.document !== document) return;
      const key = document.uri.toString();
      const work = nextWork(works.get(key), event);
      if (work) works.set(key, work);
      else works.delete(key);
      if (work && work.step !== 'closed') void perform(editor, work, event);
      else if (event.reason === undefined && isPrefixTyped(event)) openList(document);
    }),
  );
}

function nextWork(work: Work | undefined, event: vscode.TextDocumentChangeEvent): Work | undefined {
  const { document, reason } = event;
  // Whoever undoes it wants it undone.
  if (reason !== undefined) return undefined;
  const text = document.getText();
  switch (work?.step) {
    case undefined:
      return isLineBreakTyped(event) && hasOnlyOpeningFence(text) && mayAssist(document)
        ? { step: 'close' }
        : undefined;
    case 'close': {
      const written = event.contentChanges.find((change) => change.text.replace('\r', '') === CLOSING_FENCE);
      if (written) return { step: 'closed', offset: written.rangeOffset };
      return isFenceOpen(text) ? work : undefined;
    }
    case 'closed':
    case 'remove': {
      const offset = moved(work.offset, event.contentChanges);
      if (offset === null || !spanOfFence(text, offset)) return undefined;
      return { step: work.step === 'remove' || fenceBelowOwn(text, offset) ? 'remove' : 'closed', offset };
    }
  }
}

/** Where an edit is refused, the text has changed meanwhile: that change is the occasion to try again. */
async function perform(
  editor: vscode.TextEditor,
  work: Work,
  { document, contentChanges }: vscode.TextDocumentChangeEvent,
): Promise<void> {
  const text = document.getText();
  if (work.step === 'close') {
    const end = document.positionAt(text.length);
    const isTypedAtEnd = contentChanges.some(
      ({ rangeOffset, text: { length } }) => rangeOffset + length === text.length,
    );
    // A snippet where the cursor is at the end, because an edit there would take it along.
    if (isTypedAtEnd) await editor.insertSnippet(new vscode.SnippetString(`$0${CLOSING_FENCE}`), end, IN_PLACE);
    else await editor.edit((edit) => edit.insert(end, CLOSING_FENCE), AS_ONE_STEP);
  } else if (work.step === 'remove') {
    const span = spanOfFence(text, work.offset);
    if (!span) return;
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    await editor.edit((edit) => edit.delete(range), AS_ONE_STEP);
  }
}

/** Where an offset is after changes, which come from the end of the text to its start; null where it is in one. */
function moved(offset: number, changes: readonly vscode.TextDocumentContentChangeEvent[]): number | null {
  let at = offset;
  for (const { rangeOffset, rangeLength, text } of changes) {
    if (rangeOffset + rangeLength <= offset) at += text.length - rangeLength;
    else if (rangeOffset <= offset + CLOSING_FENCE.length) return null;
  }
  return at;
}

function mayAssist(document: vscode.TextDocument): boolean {
  const closesBrackets = vscode.workspace.getConfiguration('editor', document).get('autoClosingBrackets') !== 'never';
  return closesBrackets && mayBecomeAgent(document) && !isReadme(document.uri.path);
}

function isLineBreakTyped({ contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  const [change] = contentChanges;
  return contentChanges.length === 1 && change?.rangeLength === 0 && /^\r?\n[ \t]*$/.test(change.text);
}

const TEMPLATES = 'agent';

function isPrefixTyped({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  const isTyped = contentChanges.length === 1 && contentChanges[0]?.text === TEMPLATES.at(-1);
  return isTyped && document.getText().trim() === TEMPLATES && mayBecomeAgent(document);
}

/** Where suggestions open by themselves the list is open already. */
function openList(document: vscode.TextDocument): void {
  const setting = vscode.workspace.getConfiguration('editor', document).get<unknown>('quickSuggestions');
  const other = typeof setting === 'object' ? (setting as { other?: unknown } | null)?.other : setting;
  if (other === 'off' || other === false) void vscode.commands.executeCommand('editor.action.triggerSuggest');
}
