// The language status item: whether the server is running, with commands to show its log and restart it.
import * as vscode from 'vscode';
import { AGENT_LANGUAGES } from './agents.ts';
import type { AgentwrightClient, ServerState } from './client.ts';
import { RESTART_COMMAND, SHOW_LOG_COMMAND } from './commands.ts';

export function createStatusItem(client: AgentwrightClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('agentwright.status', AGENT_LANGUAGES);
  item.name = 'Agentwright';
  const show = (state: ServerState): void => {
    item.busy = state === 'starting';
    item.text = state === 'stopped' ? '$(error) Agentwright' : '$(robot) Agentwright';
    item.detail = STATE_DETAILS[state];
    // Otherwise a screen reader would read the name of the icon.
    item.accessibilityInformation = { label: `${item.name}, ${STATE_DETAILS[state]}` };
    item.severity =
      state === 'stopped' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.command =
      state === 'stopped'
        ? { title: vscode.l10n.t('Restart'), command: RESTART_COMMAND }
        : { title: vscode.l10n.t('Show Log'), command: SHOW_LOG_COMMAND };
  };
  show(client.state);
  return vscode.Disposable.from(item, client.onDidChangeState(show));
}

/** What is said of the server in each state. */
export const STATE_DETAILS: Readonly<Record<ServerState, string>> = {
  starting: vscode.l10n.t('The language server is starting.'),
  running: vscode.l10n.t('The language server is running.'),
  stopped: vscode.l10n.t('The language server is not running, so no problems are shown.'),
};
