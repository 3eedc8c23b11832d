// A client of the built language server over stdio, for protocol tests: typed requests, and waiting without sleeping.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { within } from '../../scripts/waits.ts';
import { emptyHome, homeEnvironment } from './home.ts';

const SERVER = join(repositoryRoot, 'dist', 'server.js');

export type ProgressReport = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** What the server logged with `window/logMessage`. */
  readonly log: string[];
  open(uri: string, text: string, languageId?: string): void;
  /** Sends the whole text as a change; answers the new version. */
  change(uri: string, text: string): number;
  /** Replaces a range, as an editor does on a keystroke. */
  edit(uri: string, start: Position, end: Position, text: string): number;
  close(uri: string): void;
  /** The published diagnostics of exactly this version, or of any where none is given. */
  published(uri: string, version?: number): Promise<Diagnostic[]>;
  /** What was published last, if anything was. */
  latest(uri: string): Diagnostic[] | undefined;
  /** Waits until something holds, asked again whenever the server says something. */
  until(what: string, holds: () => boolean): Promise<void>;
  /** How often the server asked for diagnostics to be pulled again. */
  readonly refreshes: { readonly count: number };
  /** How often there was something new to know of problems: a publication, or a request to pull again. */
  readonly news: { readonly count: number };
  /** Messages shown to the user. */
  readonly shown: readonly string[];
  /** What the server asked the client, in order. */
  readonly asked: readonly ServerRequest[];
  /** What was said of work that takes long. */
  readonly progress: readonly ProgressReport[];
  /** A request that fails the test where the server does not answer it. */
  request<Result>(method: string, params: unknown): Promise<Result>;
  pulled(uri: string): Promise<Diagnostic[]>;
  stop(): Promise<void>;
}

export interface ClientSetup {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folder?: string;
  /** In place of one folder. */
  readonly folders?: readonly string[];
  /** The user's home folder; an empty one where none is given, so that nobody's own agents change a result. */
  readonly home?: string;
  /** What to run instead of the server itself. */
  readonly command?: readonly string[];
  /** Answers `workspace/configuration` for the section `agentwright`. */
  readonly settings?: unknown;
  /** Answers it for all sections; a promise holds the answer back. */
  configuration?(section: string | undefined): unknown;
  /** Requests of the server that are answered with an error. */
  readonly refuses?: readonly string[];
}

export interface ServerRequest {
  readonly method: string;
  readonly params: unknown;
}

interface Publication {
  readonly version: number | undefined;
  readonly diagnostics: Diagnostic[];
}

export async function startLspClient(setup: ClientSetup = {}): Promise<LspClient> {
  if (!existsSync(SERVER)) throw new Error('dist/server.js is missing: run `npm run build` first');
  const home = setup.home === undefined ? emptyHome() : { path: setup.home, remove() {} };
  const process_ = spawn(process.execPath, setup.command ?? [SERVER, '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: homeEnvironment(home.path),
  });
  const { stdin, stdout, stderr } = process_;
  process_.once('exit', home.remove);
  let errors = '';
  stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  const publications = new Map<string, Publication[]>();
  const waiting = new Set<() => void>();
  const versions = new Map<string, number>();
  const log: string[] = [];
  const shown: string[] = [];
  const refreshes = { count: 0 };
  const news = { count: 0 };
  const asked: ServerRequest[] = [];
  const progress: ProgressReport[] = [];
  const folders = setup.folders ?? (setup.folder === undefined ? [] : [setup.folder]);
  const configuration =
    setup.configuration ?? ((section?: string) => (section === 'agentwright' ? setup.settings : undefined));

  async function until(what: string, holds: () => boolean): Promise<void> {
    const arrived = new Promise<void>((resolve) => {
      const check = (): void => {
        if (!holds()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
    await within(arrived, what, () => errors);
  }

  function wake(): void {
    for (const check of [...waiting]) check();
  }

  connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string } & Publication) => {
    publications.set(params.uri, [...(publications.get(params.uri) ?? []), params]);
    news.count++;
    wake();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
    wake();
  });

  /** Answers a request of the server, and notes it. */
  function answer(method: string, handler: (params: never) => unknown): void {
    connection.onRequest(method, (params: never) => {
      asked.push({ method, params });
      if (setup.refuses?.includes(method)) throw new Error(`this client refuses ${method}`);
      const result = handler(params);
      wake();
      return result;
    });
  }

  answer('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    Promise.all(items.map(async ({ section }) => (await configuration(section)) ?? null)),
  );
  answer('client/registerCapability', () => null);
  answer('window/workDoneProgress/create', ({ token }: { token: string }) => {
    connection.onProgress(WorkDoneProgress.type, token, (value) => {
      progress.push(value);
      wake();
    });
    return null;
  });
  answer('workspace/diagnostic/refresh', () => {
    refreshes.count++;
    news.count++;
    return null;
  });
  answer('window/showMessageRequest', ({ message }: { message: string }) => {
    shown.push(message);
    return null;
  });
  connection.listen();

  const params: InitializeParams = {
    processId: process.pid,
    rootUri: folders[0] ?? null,
    workspaceFolders: folders.length > 0 ? folders.map((uri) => ({ uri, name: 'workspace' })) : null,
    capabilities: setup.capabilities ?? {},
    initializationOptions: setup.initializationOptions,
  };
  const initialized = await within(
    connection.sendRequest<InitializeResult>('initialize', params),
    'initialize',
    () => errors,
  );
  await connection.sendNotification('initialized', {});

  function send(uri: string, contentChanges: object[]): number {
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  return {
    connection,
    process: process_,
    initialized,
    log,
    open(uri, text, languageId = 'markdown') {
      versions.set(uri, 1);
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    change: (uri, text) => send(uri, [{ text }]),
    edit: (uri, start, end, text) => send(uri, [{ range: { start, end }, text }]),
    close(uri) {
      publications.delete(uri);
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    async published(uri, version) {
      const find = (): Publication | undefined =>
        publications.get(uri)?.findLast((each) => version === undefined || each.version === version);
      await until(`diagnostics of ${uri}, version ${version ?? 'any'}`, () => find() !== undefined);
      return find()?.diagnostics ?? [];
    },
    until,
    refreshes,
    news,
    shown,
    asked,
    progress,
    request: (method, params) => within(connection.sendRequest(method, params), method, () => errors),
    latest: (uri) => publications.get(uri)?.at(-1)?.diagnostics,
    async pulled(uri) {
      const request = connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      const report = await within(request, 'textDocument/diagnostic', () => errors);
      return report.kind === 'full' ? report.items : [];
    },
    async stop() {
      const exited = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
      if (process_.exitCode === null && process_.signalCode === null) {
        await within(connection.sendRequest('shutdown'), 'shutdown', () => errors);
        await connection.sendNotification('exit');
        await within(exited, 'exit', () => errors);
      }
      connection.dispose();
    },
  };
}
