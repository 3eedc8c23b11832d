// Files and editors of the workspace under test, and putting everything back after each test.
import * as vscode from 'vscode';
import { until } from '../../../scripts/waits.ts';
import { environment } from '../protocol.ts';

/** Marks the cursor in texts of tests; never part of a file. */
export const cursor = '█';

export interface Marked {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  readonly uri: vscode.Uri;
  /** Where the marker was; the cursor is there. */
  readonly position: vscode.Position;
}

/** What files were before a test wrote them; null for those that were not there. */
const before = new Map<string, Uint8Array | null>();

/** The folder that is open: a copy, to be changed at will. */
function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return folder.uri;
}

/** A file of the workspace by its path from the root. */
export function workspaceFile(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), ...path.split('/'));
}

/** Paths of the seed agents in the workspace; empty where the seeds were not at hand. */
export function seeds(): string[] {
  const names = (process.env[environment.seeds] ?? '').split(',').filter(Boolean);
  return names.map((name) => `.claude/agents/${name}`);
}

/** Writes a file; what was there comes back after the test. */
export async function writeFile(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = workspaceFile(path);
  const old = await vscode.workspace.fs.readFile(uri).then(
    (bytes) => bytes,
    () => null,
  );
  if (!before.has(uri.toString())) before.set(uri.toString(), old);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/** The text of a file as it is on disk. */
export async function readFile(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile(path)));
}

/** Opens a file of the workspace and gives it the focus, with the cursor at its start or where it is wanted. */
export async function open(path: string | vscode.Uri, at?: vscode.Position): Promise<vscode.TextEditor> {
  const uri = typeof path === 'string' ? workspaceFile(path) : path;
  const document = await vscode.workspace.openTextDocument(uri);
  return show(document, at);
}

/** Shows a document. The selection goes with it: set afterwards, it would reach the window some time later. */
async function show(document: vscode.TextDocument, at = new vscode.Position(0, 0)): Promise<vscode.TextEditor> {
  const selection = new vscode.Range(at, at);
  const editor = await vscode.window.showTextDocument(document, { preview: false, selection });
  await until(() => editor.selection.active.isEqual(at), 'the cursor to be in its place');
  return editor;
}

/** Moves the cursor of an editor, and waits until the window has it there. */
export async function moveTo(editor: vscode.TextEditor, at: vscode.Position): Promise<void> {
  await show(editor.document, at);
}

/** Writes a text with a `█` to a file, without the mark, and opens it with the cursor there. */
export async function openMarked(path: string, text: string): Promise<Marked> {
  const offset = text.indexOf(cursor);
  if (offset < 0 || text.indexOf(cursor, offset + 1) >= 0) throw new Error(`the text needs exactly one ${cursor}`);
  const content = text.replace(cursor, '');
  const uri = await writeFile(path, content);
  const document = await vscode.workspace.openTextDocument(uri);
  await until(() => document.getText() === content, `${path} to show what was written`);
  const position = document.positionAt(offset);
  const editor = await show(document, position);
  return { editor, document, uri, position };
}

/** The range of the first occurrence of a text; fails when it is not there. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`“${text}” is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** Replaces the first occurrence of a text in an editor, as typing would: the file is not saved. */
export async function replace(editor: vscode.TextEditor, old: string, text: string): Promise<void> {
  const range = rangeOf(editor.document, old);
  const done = await editor.edit((builder) => builder.replace(range, text));
  if (!done) throw new Error(`the editor refused to replace “${old}”`);
}

/** Closes every editor without saving and gives every written file its old content back. Runs after each test. */
export async function resetWindow(): Promise<void> {
  await vscode.commands.executeCommand('leaveSnippet').then(undefined, () => undefined);
  await vscode.commands.executeCommand('hideSuggestWidget').then(undefined, () => undefined);
  const ours = (one: vscode.TextDocument) =>
    one.isUntitled || vscode.workspace.getWorkspaceFolder(one.uri) !== undefined;
  for (const document of vscode.workspace.textDocuments.filter((one) => one.isDirty && ours(one))) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const [uri, bytes] of before) {
    const file = vscode.Uri.parse(uri);
    if (bytes) await vscode.workspace.fs.writeFile(file, bytes);
    else await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
  }
  before.clear();
  await vscode.commands.executeCommand('notifications.clearAll');
}
