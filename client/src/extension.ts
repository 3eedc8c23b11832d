// Desktop entry point of the extension. Features that work without the server are registered before it starts.
import * as vscode from 'vscode';
import { isAgent, trackActiveAgent } from './agents.ts';
import { createClient } from './client.ts';
import { registerCommands, reportFailure } from './commands.ts';
import { registerValueCompletions } from './completions.ts';
import { registerConvert } from './convert/index.ts';
import { assistNewAgents } from './newAgent.ts';
import { registerCardPreview } from './preview/index.ts';
import { createStatusItem } from './statusItem.ts';
import { registerVerify } from './verify.ts';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Agentwright', { log: true });
  const client = createClient(context, log);
  const ready = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    log,
    client,
    ready,
    client.onDidChangeState((state) => {
      if (state === 'running') ready.fire();
    }),
    registerValueCompletions(),
    assistNewAgents(),
    trackActiveAgent(),
    registerCommands(client, log),
    createStatusItem(client),
    registerVerify(client),
    registerConvert(client),
    registerCardPreview(context, { requestCard: client.requestCard, isAgent, onServerReady: ready.event }),
  );
  // Not awaited: an editor must not wait for a process to start.
  client.start().catch((error) => reportFailure(error, log));
}
