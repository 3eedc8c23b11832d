// Where converted agents belong, and whether something is there.
import * as vscode from 'vscode';
import type { ConvertedAgent } from '../../../server/src/lsp/protocol.ts';

/** In the project the agent lies in, or else in its workspace folder, or beside it. */
export function destinationOf(source: vscode.Uri, { root, path }: ConvertedAgent): vscode.Uri {
  if (root !== null) return vscode.Uri.joinPath(source.with({ path: root === '' ? '/' : root }), path);
  const folder = vscode.workspace.getWorkspaceFolder(source)?.uri ?? vscode.Uri.joinPath(source, '..');
  return vscode.Uri.joinPath(folder, path);
}

export async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

export async function createFile(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
