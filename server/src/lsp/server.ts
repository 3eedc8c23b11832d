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
import { rules } from '../lint/allRules.ts';
import { printable } from '../util/printable.ts';
import { createFileFacts } from '../workspace/fileFacts.ts';
import type { Host, Log } from '../workspace/host.ts';
import { normalizeFolder } from '../workspace/uris.ts';
import { createWorkspace, type FileEvent } from '../workspace/workspace.ts';
import { createAnalyses } from './analyses.ts';
import { createDiagnostics, type DiagnosticsService } from './diagnostics.ts';
import { registerFeatures } from './features.ts';
import { registerNavigation } from './navigation.ts';
import { readClientOptions, type ServerInfo } from './protocol.ts';
import { readSettings, SETTINGS_SECTION, type SettingsReading } from './settings.ts';
import { withTimeout } from './timeout.ts';
import { createWorkspaceSync, EXCLUDES_SECTION, FILE_EVENT_KINDS, type WorkspaceSync } from './workspaceSync.ts';

/** A description that is being typed changes what other files say at every key: they are looked at in the pauses. */
const NEIGHBOURS_PAUSE_MS = 150;

/** A folder may be one of agents. */
const ANY_FILE = { filters: [{ pattern: { glob: '**/*' } }] };

/** Serves until the connection closes. */
export function startServer(connection: Connection, host: Host, info: ServerInfo): void {
  const log = connectionLog(connection);
  const documents = new TextDocuments(TextDocument);
  const facts = createFileFacts(host.files, new Set(rules.map(({ code }) => code)));
  let reading: SettingsReading = readSettings(undefined);
  let capabilities: ClientCapabilities = {};
  let callOffRefresh = (): void => {};
  const workspace = createWorkspace({
    host,
    log,
    onNeighboursChanged() {
      callOffRefresh();
      callOffRefresh = host.later(refresh, NEIGHBOURS_PAUSE_MS);
    },
  });
  const settings = (): SettingsReading['settings'] => reading.settings;
  let sync: WorkspaceSync | undefined;
  let folders: readonly string[] = [];
  const foldersNow = (): readonly string[] => folders;
  const analyses = createAnalyses({ facts, workspace, log, settings, folders: foldersNow, today: host.today });
  let diagnostics: DiagnosticsService | undefined;
  const settingsKnown = deferred();
  const workspaceRead = deferred();

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    const options = readClientOptions(params.initializationOptions);
    folders = workspaceFolders(params);
    facts.setWorkspaceFolders(folders);
    sync = createWorkspaceSync({ connection, workspace, host, log, capabilities });
    reading = readSettings(options.settings);
    const push = capabilities.textDocument?.diagnostic === undefined;
    const settled = settingsKnown.promise;
    const related = showsRelated(capabilities);
    diagnostics = createDiagnostics({ connection, documents, analyses, facts, host, log, push, related, settled });
    const shared = { connection, documents, analyses, diagnostics, facts, workspace, log, options, capabilities };
    const features = { ...shared, files: host.files, today: host.today };
    registerFeatures(features);
    const workspaceSettled = (): Promise<void> => workspaceRead.promise.then(workspace.settled);
    registerNavigation({ ...features, folders: foldersNow, settled: workspaceSettled });
    return { serverInfo: { ...info }, capabilities: serverCapabilities(capabilities) };
  });

  connection.onInitialized(async () => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      const registration = connection.client.register(DidChangeConfigurationNotification.type, {
        section: [SETTINGS_SECTION, EXCLUDES_SECTION],
      });
      registration.catch((error) => log.warn(`the editor will not tell of changed settings: ${String(error)}`));
    }
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => normalizeFolder(uri)));
        folders = [...folders.filter((uri) => !gone.has(normalizeFolder(uri))), ...added.map(({ uri }) => uri)];
        facts.setWorkspaceFolders(folders);
        refresh();
        await sync?.open(folders);
      });
    }
    await withTimeout(host, updateSettings(undefined), undefined);
    settingsKnown.resolve();
    sync?.watch();
    await sync?.open(folders);
    workspaceRead.resolve();
  });

  async function updateSettings(pushed: unknown): Promise<void> {
    const failed = (error: unknown): void => log.error(`reading the settings failed: ${String(error)}`);
    const section = capabilities.workspace?.configuration
      ? await connection.workspace.getConfiguration(SETTINGS_SECTION).catch(failed)
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
    if (!capabilities.workspace?.diagnostics?.refreshSupport) return;
    connection.languages.diagnostics.refresh().catch((error) => log.debug(`problems are not asked for: ${error}`));
  }

  connection.onDidChangeConfiguration(async ({ settings }) => {
    await updateSettings(settings);
    await sync?.updateExcludes();
  });
  async function takeFileEvents(events: readonly FileEvent[]): Promise<void> {
    facts.forget();
    await workspace.update(events);
    refresh();
  }

  connection.onDidChangeWatchedFiles(({ changes }) =>
    takeFileEvents(changes.map(({ uri, type }) => ({ uri, kind: FILE_EVENT_KINDS[type] }))),
  );
  // What the user does in the editor is told at once; watchers of the disk are late, and miss files in new folders.
  connection.workspace.onDidCreateFiles(({ files }) =>
    takeFileEvents(files.map(({ uri }) => ({ uri, kind: 'created' }))),
  );
  connection.workspace.onDidDeleteFiles(({ files }) =>
    takeFileEvents(files.map(({ uri }) => ({ uri, kind: 'deleted' }))),
  );
  connection.workspace.onDidRenameFiles(({ files }) =>
    takeFileEvents(
      files.flatMap(({ oldUri, newUri }): FileEvent[] => [
        { uri: oldUri, kind: 'deleted' },
        { uri: newUri, kind: 'created' },
      ]),
    ),
  );
  // An editor may open a document anew with the version it had before.
  documents.onDidOpen(({ document }) => analyses.forget(document.uri));
  documents.onDidChangeContent(({ document }) => diagnostics?.schedule(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    analyses.forget(uri);
    diagnostics?.clear(uri);
    void workspace.setClosed(uri);
  });
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

function serverCapabilities({ textDocument }: ClientCapabilities): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    diagnosticProvider: { identifier: SETTINGS_SECTION, interFileDependencies: true, workspaceDiagnostics: false },
    completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: false },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
    executeCommandProvider: { commands: [EXPLAIN_COMMAND] },
    colorProvider: true,
    documentSymbolProvider: { label: 'Agentwright' },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    documentLinkProvider: { resolveProvider: false },
    callHierarchyProvider: true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: ANY_FILE, didRename: ANY_FILE, didDelete: ANY_FILE },
    },
  };
}

function showsRelated({ textDocument }: ClientCapabilities): boolean {
  const { diagnostic, publishDiagnostics } = textDocument ?? {};
  return (diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation) === true;
}

function workspaceFolders({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

function connectionLog(connection: Connection): Log {
  return {
    error: (message) => connection.console.error(printable(message)),
    warn: (message) => connection.console.warn(printable(message)),
    debug: (message) => connection.console.debug(printable(message)),
  };
}
