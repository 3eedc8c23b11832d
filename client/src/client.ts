// The language client: which documents it serves, what it tells the server, and how it restarts.
import * as vscode from 'vscode';
import type { DocumentSelector, ErrorHandler, LanguageClientOptions } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type CardParams,
  CardRequest,
  type CardResult,
  type ConvertAnswer,
  type ConvertParams,
  ConvertRequest,
  type ConvertTarget,
  ConvertTargetsRequest,
  type VerifyParams,
  VerifyRequest,
  type VerifyResult,
} from '../../server/src/lsp/protocol.ts';
import { CLIENT_COMPLETED_KEYS } from '../../server/src/vocabulary.ts';
import { SERVED } from './agents.ts';
import type { ConvertHost } from './convert/types.ts';
import { type DeferredErrors, deferErrors } from './deferredErrors.ts';
import { createErrorHandler } from './errorHandler.ts';
import { createMiddleware } from './middleware.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

export interface AgentwrightClient extends vscode.Disposable, ConvertHost {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** Rejects if the server cannot be started; the log says why. */
  start(): Promise<void>;
  restart(): Promise<void>;
  requestCard(uri: string): Promise<CardResult | null>;
  requestVerify(uri: string, text: string): Promise<VerifyResult | null>;
}

export function createClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): AgentwrightClient {
  const changed = new vscode.EventEmitter<ServerState>();
  let state: ServerState = 'stopped';
  let loading: Promise<LanguageClient> | undefined;

  function show(next: ServerState): void {
    state = next;
    changed.fire(state);
  }

  function load(): Promise<LanguageClient> {
    loading ??= loadClient(context, deferred, log, show);
    return loading;
  }

  const deferred = deferErrors(() => {
    if (state === 'running') void loading?.then((client) => client.getFeature('textDocument/diagnostic').refresh());
  });

  return {
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    start: async () => (await load()).start(),
    async restart() {
      const client = await load();
      if (client.needsStop()) return client.restart();
      // A client that has given up cannot be started again.
      await client.dispose().catch((error) => log.warn(String(error)));
      loading = undefined;
      return (await load()).start();
    },
    async requestCard(uri) {
      if (state !== 'running') throw new Error('the language server is not running');
      const client = await load();
      return client.sendRequest<CardResult | null>(CardRequest, { uri } satisfies CardParams);
    },
    async requestVerify(uri, text) {
      if (state !== 'running') throw new Error('the language server is not running');
      const client = await load();
      return client.sendRequest<VerifyResult | null>(VerifyRequest, { uri, text } satisfies VerifyParams);
    },
    async requestConvertTargets() {
      if (state !== 'running') throw new Error('the language server is not running');
      return (await load()).sendRequest<ConvertTarget[]>(ConvertTargetsRequest);
    },
    async requestConvert(uri, to, model, token) {
      if (state !== 'running') throw new Error('the language server is not running');
      const params: ConvertParams = { uri, to, ...(model === undefined ? {} : { model }) };
      return (await load()).sendRequest<ConvertAnswer | null>(ConvertRequest, params, token);
    },
    dispose() {
      changed.dispose();
      deferred.dispose();
      void loading?.then((client) => client.dispose());
    },
  };
}

/**
 * The library accounts for most of the extension's code and load time, so it is loaded after activation, when the
 * editor is ready.
 */
async function loadClient(
  context: vscode.ExtensionContext,
  deferred: DeferredErrors,
  log: vscode.LogOutputChannel,
  show: (state: ServerState) => void,
): Promise<LanguageClient> {
  const library = await import('vscode-languageclient/node');
  const { LanguageClient, State, TransportKind } = library;
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const client = new LanguageClient(
    'agentwright',
    'Agentwright',
    { run: server, debug },
    clientOptions(log, createErrorHandler(library), deferred),
  );
  client.onDidChangeState(({ newState }) => {
    show(newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped');
  });
  return client;
}

function clientOptions(
  log: vscode.LogOutputChannel,
  errorHandler: ErrorHandler,
  deferred: DeferredErrors,
): LanguageClientOptions {
  return {
    documentSelector: SERVED as DocumentSelector,
    outputChannel: log,
    initializationOptions: {
      completes: CLIENT_COMPLETED_KEYS,
      ownHeadings: true,
      // VS Code knows them in its own agent files, and other runtimes have none.
      ownMarks: true,
    },
    errorHandler,
    diagnosticPullOptions: { onChange: true, onTabs: true },
    middleware: createMiddleware(deferred),
  };
}
