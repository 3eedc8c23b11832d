// The language client: which documents it serves, what it tells the server, how a restart goes.
import * as vscode from 'vscode';
import { type LanguageClientOptions, type Middleware, vsdiag } from 'vscode-languageclient';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { type CardParams, CardRequest, type CardResult } from '../../server/src/lsp/protocol.ts';
import { CLIENT_COMPLETED_KEYS, keyOfValueAt } from '../../server/src/vocabulary.ts';
import { AGENT_LANGUAGES } from './agents.ts';
import { keysOfferedByVsCode, offeredByVsCode, reportedByVsCode, sortTextAfterVsCode } from './coexistence.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

export interface AgentwrightClient extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** Rejects where the server cannot be started; the log says why. */
  start(): Promise<void>;
  restart(): Promise<void>;
  requestCard(uri: string): Promise<CardResult | null>;
}

export function createClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): AgentwrightClient {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const client = new LanguageClient('agentwright', 'Agentwright', { run: server, debug }, clientOptions(log));
  const changed = new vscode.EventEmitter<ServerState>();
  let state: ServerState = 'stopped';

  client.onDidChangeState(({ newState }) => {
    state = newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped';
    changed.fire(state);
  });

  return {
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    start: () => client.start(),
    restart: () => (client.needsStop() ? client.restart() : client.start()),
    async requestCard(uri) {
      if (state !== 'running') throw new Error('the language server is not running');
      return client.sendRequest<CardResult | null>(CardRequest, { uri } satisfies CardParams);
    },
    dispose() {
      changed.dispose();
      void client.dispose();
    },
  };
}

function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: AGENT_LANGUAGES as { language: string }[],
    outputChannel: log,
    initializationOptions: {
      completes: CLIENT_COMPLETED_KEYS,
      ownHeadings: true,
    },
    diagnosticPullOptions: { onChange: true, onTabs: true },
    synchronize: {
      fileEvents: [
        vscode.workspace.createFileSystemWatcher('**/*.md', false, true, false),
        vscode.workspace.createFileSystemWatcher('**/{.agentwright.json,.claude-plugin/*}'),
      ],
    },
    middleware: middleware(),
  };
}

/** Leaves out what VS Code itself offers or reports at the same place, and puts the rest after it. */
function middleware(): Middleware {
  return {
    async provideDiagnostics(document, previousResultId, token, next) {
      const report = await next(document, previousResultId, token);
      // A document that is known by its URI only is in no editor, and VS Code reports nothing there.
      if (report?.kind !== vsdiag.DocumentDiagnosticReportKind.full || document instanceof vscode.Uri) return report;
      const known = reportedByVsCode(document);
      return { ...report, items: report.items.filter(({ code }) => !known.has(codeOf(code))) };
    },
    async provideCompletionItem(document, position, context, token, next) {
      const result = await next(document, position, context, token);
      if (!result) return result;
      const key = keyOfValueAt(document.getText(), document.offsetAt(position));
      const known = key === null ? keysOfferedByVsCode(document, context) : offeredByVsCode(document, key, context);
      if (known.size === 0) return result;
      const items = Array.isArray(result) ? result : result.items;
      const rest = items.filter(({ label }) => !known.has(typeof label === 'string' ? label : label.label));
      for (const item of rest) item.sortText = sortTextAfterVsCode(item.sortText);
      return new vscode.CompletionList(rest, !Array.isArray(result) && result.isIncomplete);
    },
  };
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
