// Keeps the index of the workspace in step with the editor: folders, what is excluded, what changes on disk, progress.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { CONFIG_FILE } from '../lint/config.ts';
import type { Host, Log } from '../workspace/host.ts';
import type { Progress, Workspace } from '../workspace/workspace.ts';
import { withTimeout } from './timeout.ts';

export interface WorkspaceSync {
  /** Reads the workspace; shows progress where that takes long. */
  open(folders: readonly string[]): Promise<void>;
  /** Reads it anew where the editor leaves out other folders than before. */
  updateExcludes(): Promise<void>;
  watch(): void;
}

export interface WorkspaceSyncOptions {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly host: Host;
  readonly log: Log;
  readonly capabilities: ClientCapabilities;
}

/** What takes less is over before anybody could read what is going on. */
const PROGRESS_AFTER_MS = 1000;
export const EXCLUDES_SECTION = 'files.exclude';

/** Whatever appears or disappears may be a folder of agents, or what a link leads to. */
const WATCHED_FOR_EXISTENCE = '**/*';
const WATCHED_FOR_CONTENT = [
  '**/*.md',
  '**/workflows/*.js',
  '**/.mcp.json',
  '**/.claude/settings.json',
  '**/.claude/settings.local.json',
  '**/.claude-plugin/*.json',
  '**/.gitignore',
  `**/${CONFIG_FILE}`,
];
const WATCHED_OF_USER = ['{agents,skills,commands,workflows}/**', 'plugins/installed_plugins.json', 'settings.json'];

export const FILE_EVENT_KINDS = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

export function createWorkspaceSync(options: WorkspaceSyncOptions): WorkspaceSync {
  const { connection, workspace, host, log, capabilities } = options;
  let opened: readonly string[] | undefined;
  let excludes: readonly string[] = [];

  async function read(folders: readonly string[], known?: readonly string[]): Promise<void> {
    const { report, end } = createProgress(options);
    const started = host.now();
    excludes = known ?? (await readExcludes());
    opened = folders;
    await workspace.open(folders, excludes, report);
    end();
    const { size } = workspace.index;
    log.debug(`read ${size} files of the workspace in ${Math.round(host.now() - started)} ms`);
  }

  return {
    open: (folders) => read(folders),
    async updateExcludes() {
      const now = await readExcludes();
      if (opened && now.join('\n') !== excludes.join('\n')) await read(opened, now);
    },
    watch() {
      const watching = capabilities.workspace?.didChangeWatchedFiles;
      if (!watching?.dynamicRegistration) return;
      const watchers = watchersFor(host, watching.relativePatternSupport === true);
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch((error) => log.warn(`the editor will not tell of changed files: ${String(error)}`));
    },
  };

  /** Globs of folders and files that the editor does not show. */
  async function readExcludes(): Promise<string[]> {
    if (!capabilities.workspace?.configuration) return [];
    const asked: Promise<unknown> = connection.workspace.getConfiguration(EXCLUDES_SECTION).catch(() => null);
    const value = await withTimeout(host, asked, null);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []));
  }
}

function watchersFor(host: Host, relativePatterns: boolean): FileSystemWatcher[] {
  const inWorkspace: FileSystemWatcher[] = [
    { globPattern: WATCHED_FOR_EXISTENCE, kind: WatchKind.Create | WatchKind.Delete },
    ...WATCHED_FOR_CONTENT.map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
  ];
  const baseUri = host.user?.folder;
  if (!relativePatterns || baseUri === undefined) return inWorkspace;
  return [...inWorkspace, ...WATCHED_OF_USER.map((pattern) => ({ globPattern: { baseUri, pattern } }))];
}

/** Shown once the work has taken a second. */
function createProgress({ connection, host, capabilities, log }: WorkspaceSyncOptions): {
  report: Progress;
  end(): void;
} {
  let ended = false;
  let shown: { report(percentage: number, message?: string): void; done(): void } | undefined;
  if (!capabilities.window?.workDoneProgress) return { report() {}, end() {} };
  const cancel = host.later(() => {
    connection.window
      .createWorkDoneProgress()
      .then((progress) => {
        if (ended) return;
        progress.begin('Agentwright', 0, 'Reading agents', false);
        shown = progress;
      })
      .catch((error) => log.debug(`progress cannot be shown: ${String(error)}`));
  }, PROGRESS_AFTER_MS);
  return {
    report: (done, total) => shown?.report(Math.round((100 * done) / Math.max(1, total)), `${done} of ${total} files`),
    end() {
      ended = true;
      cancel();
      shown?.done();
    },
  };
}
