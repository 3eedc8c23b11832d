// The text of a file that is not written yet, for the diff editor.
import * as vscode from 'vscode';
import { PREVIEW_SCHEME } from './types.ts';

export interface Preview extends vscode.Disposable {
  /** Shows an agent beside what it would become. */
  show(source: vscode.Uri, path: string, text: string): Promise<void>;
  /** Closes what was shown. */
  close(): Promise<void>;
}

export function createPreview(): Preview {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  return {
    async show(source, path, text) {
      const uri = vscode.Uri.from({ scheme: PREVIEW_SCHEME, path: `/${path}` });
      texts.set(uri.toString(), text);
      changed.fire(uri);
      const title = vscode.l10n.t('{0} → {1}', vscode.workspace.asRelativePath(source), path);
      await vscode.commands.executeCommand('vscode.diff', source, uri, title, { preview: true });
    },
    async close() {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const shown = tabs.filter(
        ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === PREVIEW_SCHEME,
      );
      await vscode.window.tabGroups.close(shown, true);
      texts.clear();
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}
