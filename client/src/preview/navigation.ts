// From the card to files: the source of a part, and files the prompt links to.
import * as vscode from 'vscode';

/** Selects the line at an offset in the editor that shows the document, or opens one beside the card. */
export async function revealOffset(uri: vscode.Uri, offset: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(offset);
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const column = visible?.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(document, { viewColumn: column });
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * Opens a file that the prompt links to. The link is someone else's text, so only existing files inside a workspace
 * folder open.
 */
export async function openLinkedFile(from: vscode.Uri, target: string): Promise<void> {
  const uri = linkedUri(from, target);
  if (uri && (await exists(uri))) {
    await vscode.commands.executeCommand('vscode.open', uri);
    return;
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} is not a file in this workspace.', target));
}

/** Relative to the document; null if it points outside the workspace. */
function linkedUri(from: vscode.Uri, target: string): vscode.Uri | null {
  const path = target.replace(/[?#].*$/s, '');
  if (path === '' || /^[/\\]|[:\\\0]/.test(path)) return null;
  const uri = vscode.Uri.joinPath(from, '..', decoded(path));
  return vscode.workspace.getWorkspaceFolder(uri) ? uri : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
