// Commands that belong to no feature: restart the server, show its log.
import * as vscode from 'vscode';
import type { AgentwrightClient } from './client.ts';

export const RESTART_COMMAND = 'agentwright.restartServer';
export const SHOW_LOG_COMMAND = 'agentwright.showLog';

export function registerCommands(client: AgentwrightClient, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(SHOW_LOG_COMMAND, () => log.show()),
    vscode.commands.registerCommand(RESTART_COMMAND, async () => {
      const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Restarting Agentwright') };
      try {
        await vscode.window.withProgress(options, () => client.restart());
      } catch (error) {
        await reportFailure(error, log);
      }
    }),
  );
}

/** Tells the user once and offers the log; never shows a bare stack trace. */
export async function reportFailure(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const showLog = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t(
    'Agentwright could not start its language server. Completion of models and colors still works.',
  );
  const chosen = await vscode.window.showErrorMessage(message, showLog);
  if (chosen === showLog) log.show();
}
