// The language server over any connection: wiring only. Hosts build the connection and the file access.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CODE_ACTION_KINDS, EXPLAIN_COMMAND } from '../features/codeActions.ts';
import { COMPLETION_TRIGGERS } from '../features/completion.ts';
import { rules } from '../rules/index.ts';
import { createFileFacts } from '../workspace/fileFacts.ts';
import type { Host, Log } from '../workspace/host.ts';
import { type Analyses, createAnalyses } from './analyses.ts';
import { createDiagnostics, type DiagnosticsService } from './diagnostics.ts';
import { registerFeatures } from './features.ts';
import { readClientOptions, type ServerInfo } from './protocol.ts';
import { readSettings, SETTINGS_SECTION, type SettingsReading } from './settings.ts';

/** How long problems wait for the editor to answer what the settings are. */
const SETTINGS_PATIENCE_MS = 2000;

/** Serves until the connection closes. */
export function startServer(connection: Connection, host: Host, info: ServerInfo): void {
  const log = connectionLog(connection);
  const documents = new TextDocuments(TextDocument);
  const facts = createFileFacts(host.files, new Set(rules.map(({ code }) => code)));
  let reading: SettingsReading = readSettings(undefined);
  let capabilities: ClientCapabilities = {};
  const analyses = createAnalyses(facts, log, () => reading.settings, host.today);
  let diagnostics: DiagnosticsService | undefined;
  const settingsKnown = deferred();

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    const options = readClientOptions(params.initializationOptions);
    facts.setWorkspaceFolders(workspaceFolders(params));
    reading = readSettings(options.settings);
    const push = capabilities.textDocument?.diagnostic === undefined;
    const settled = settingsKnown.promise;
    diagnostics = createDiagnostics({ connection, documents, analyses, facts, host, log, push, settled });
    registerFeatures({ connection, documents, analyses, diagnostics, facts, log, options, capabilities });
    return { serverInfo: { ...info }, capabilities: serverCapabilities() };
  });

  connection.onInitialized(async () => {
    // A client that never answers must not keep the problems back for ever.
    host.later(settingsKnown.resolve, SETTINGS_PATIENCE_MS);
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      const registration = connection.client.register(DidChangeConfigurationNotification.type, {
        section: SETTINGS_SECTION,
      });
      registration.catch((error) => log.warn(`the editor will not tell of changed settings: ${String(error)}`));
    }
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
        facts.setWorkspaceFolders(folders.map(({ uri }) => uri));
        refresh();
      });
    }
    await updateSettings(undefined).catch((error) => log.error(`reading the settings failed: ${String(error)}`));
    settingsKnown.resolve();
  });

  async function updateSettings(pushed: unknown): Promise<void> {
    const section = capabilities.workspace?.configuration
      ? await connection.workspace.getConfiguration(SETTINGS_SECTION)
      : (pushed as Record<string, unknown> | undefined)?.[SETTINGS_SECTION];
    if (section === undefined || section === null) return;
    reading = readSettings(section);
    for (const complaint of reading.complaints) log.warn(complaint);
    refresh();
  }

  /** Something other than a document has changed: everything is looked at again. */
  function refresh(): void {
    analyses.forgetAll();
    for (const { uri } of documents.all()) diagnostics?.schedule(uri);
    if (capabilities.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
  }

  connection.onDidChangeConfiguration(({ settings }) =>
    updateSettings(settings).catch((error) => log.error(`reading the settings failed: ${String(error)}`)),
  );
  connection.onDidChangeWatchedFiles(() => {
    facts.forget();
    refresh();
  });
  // An editor may open a document anew with the version it had before.
  documents.onDidOpen(({ document }) => analyses.forget(document.uri));
  documents.onDidChangeContent(({ document }) => diagnostics?.schedule(document.uri));
  documents.onDidClose(({ document }) => forgetDocument(document.uri, analyses, diagnostics));
  documents.listen(connection);
  connection.listen();
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function forgetDocument(uri: string, analyses: Analyses, diagnostics: DiagnosticsService | undefined): void {
  analyses.forget(uri);
  diagnostics?.clear(uri);
}

function serverCapabilities(): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    diagnosticProvider: { identifier: SETTINGS_SECTION, interFileDependencies: true, workspaceDiagnostics: false },
    completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: false },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
    executeCommandProvider: { commands: [EXPLAIN_COMMAND] },
    colorProvider: true,
    documentSymbolProvider: { label: 'Agentwright' },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

function workspaceFolders({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

function connectionLog(connection: Connection): Log {
  return {
    error: (message) => connection.console.error(message),
    warn: (message) => connection.console.warn(message),
    debug: (message) => connection.console.debug(message),
  };
}
