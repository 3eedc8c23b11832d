// The files of a workspace over time: read once, then kept up with what is changed on disk and in the editor. The text of
// an open document counts before that on disk. An edit reads no other file.

import { isWithin } from '../util/uri.ts';
import { AgentIndex, type IndexChange } from './agentIndex.ts';
import { isExtensionManifest } from './extensions.ts';
import type { FileSystem, Host, Log } from './host.ts';
import { foldersUpToRepository } from './parentFolders.ts';
import { pluginFileKind } from './pluginFiles.ts';
import { Search } from './search.ts';
import type { Excludes, Mode, SearchRoot } from './searchScope.ts';
import { userSettingsFile } from './settingsIndex.ts';
import type { FileSummary } from './summary.ts';
import { normalizeFolder, normalizeUri } from './uris.ts';

/** Files read at a time. */
const READS_AT_ONCE = 64;

export interface FileEvent {
  readonly uri: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Told how far the reading is; `done` of `total` files. */
export type Progress = (done: number, total: number) => void;

export interface WorkspaceOptions {
  readonly host: Pick<Host, 'files' | 'user'>;
  readonly log: Log;
  /** Called when documents may look different because of other files. */
  onNeighboursChanged(): void;
}

export interface Workspace {
  readonly index: AgentIndex;
  /** Reads everything anew. */
  open(folders: readonly string[], excludes: Excludes, progress?: Progress): Promise<void>;
  /** What happened on disk, in order. */
  update(events: readonly FileEvent[]): Promise<void>;
  /** What an open document says now; null if nothing about agents. A manifest also affects the files of its plugin. */
  setOpen(uri: string, summary: FileSummary | null): void;
  /** From now on its text on disk counts. */
  setClosed(uri: string): Promise<void>;
  /** Resolves when everything told so far has been taken in. */
  settled(): Promise<void>;
}

export function createWorkspace({ host, log, onNeighboursChanged }: WorkspaceOptions): Workspace {
  const { user } = host;
  const files = guarded(host.files, log);
  const index = new AgentIndex();
  index.setUserFolder(user?.folder ?? null);
  const search = new Search(files, log, (uri) => index.shownPath(uri));
  /** The list of plugins that are installed for the user. */
  const installed = user && `${normalizeFolder(user.folder)}/plugins/installed_plugins.json`;
  const ownFiles =
    user && installed ? [installed, normalizeUri(user.settings), userSettingsFile(normalizeFolder(user.folder))] : [];
  const openDocuments = new Set<string>();
  /** Folders of plugins whose manifest changed in the editor. */
  const reshaped = new Set<string>();
  let settings: { readonly folders: readonly string[]; readonly excludes: Excludes } = { folders: [], excludes: [] };
  /** For each workspace folder those above it, to the top of its repository. */
  let above: readonly (readonly string[])[] = [];
  let queue: Promise<void> = Promise.resolve();
  let generation = 0;

  /** One after the other, so that what was told last counts. A task that fails must not keep back those behind it. */
  function enqueue(task: () => Promise<void>): Promise<void> {
    const run = queue.then(task).catch((error) => log.error(`reading the workspace failed: ${String(error)}`));
    queue = run;
    return run;
  }

  async function readAll(uris: Iterable<string>, progress?: Progress): Promise<IndexChange[]> {
    const all = [...new Set(uris)].filter((uri) => !openDocuments.has(uri));
    const changes: IndexChange[] = [];
    for (let done = 0; done < all.length; done += READS_AT_ONCE) {
      const batch = all.slice(done, done + READS_AT_ONCE);
      const texts = await Promise.all(batch.map((uri) => files.read(uri)));
      batch.forEach((uri, at) => {
        // The editor may have opened it meanwhile.
        if (!openDocuments.has(uri)) changes.push(index.setText(uri, texts[at] ?? null));
      });
      progress?.(Math.min(done + READS_AT_ONCE, all.length), all.length);
    }
    return changes;
  }

  /** Manifests first: what they say decides what other files are. */
  async function readFound(uris: readonly string[], progress?: Progress): Promise<IndexChange[]> {
    const tops = above.flatMap((folders) => folders.at(-1) ?? []);
    index.setRepositories(new Set([...search.repositories(), ...tops]));
    const changes = await readAll(uris.filter(isManifest));
    const others = uris.filter((uri) => !isManifest(uri));
    return [...changes, ...(await readAll(others, progress))];
  }

  async function searchRoots({ folders }: typeof settings): Promise<SearchRoot[]> {
    const projects = folders.map((uri): SearchRoot => ({ uri: normalizeFolder(uri), mode: 'search', isProject: true }));
    above = await Promise.all(projects.map(({ uri }) => foldersUpToRepository(uri, files)));
    const claude = [...new Set(above.flat())].map((folder) => claudeFolder(`${folder}/.claude`));
    return [...projects, ...claude, ...(user ? [claudeFolder(normalizeFolder(user.folder))] : [])];
  }

  /** Where plugins lie that are installed for the user, outside of the workspace. */
  async function readInstalled(): Promise<SearchRoot[]> {
    if (installed === null) return [];
    await readAll(ownFiles);
    const roots = [...(index.summaryOf(installed)?.plugins?.keys() ?? [])];
    const outside = roots.filter((root) => !search.isInProject(root));
    await readAll(outside.map((root) => `${root}/.claude-plugin/plugin.json`));
    return outside.map((uri) => ({ uri, mode: modeOfPlugin(uri), isProject: false }));
  }

  /** Where the manifest names files of its own, they may lie anywhere in the plugin. */
  function modeOfPlugin(root: string): Mode {
    const plugin = index.plugins.at(root);
    return plugin?.namedAgents.length || plugin?.namedCommands.length ? 'search' : 'plugin';
  }

  async function readEverything(mine: number, progress?: Progress): Promise<void> {
    const isCancelled = (): boolean => mine !== generation;
    index.complete = false;
    search.begin(await searchRoots(settings), settings.excludes);
    search.add(await readInstalled());
    await readAll(serversAbove());
    const found = await search.everything(isCancelled);
    if (isCancelled()) return;
    const present = new Set(found);
    for (const uri of index.uris()) if (!present.has(uri) && !isKept(uri)) index.set(uri, null);
    await readFound(found, progress);
    index.complete = !isCancelled();
  }

  /** Not found by searching, but there. */
  function isKept(uri: string): boolean {
    return openDocuments.has(uri) || ownFiles.includes(uri) || serversAbove().includes(uri);
  }

  function serversAbove(): string[] {
    return above.flat().map((folder) => `${folder}/.mcp.json`);
  }

  /** Whether a file says which plugins are installed, or where their files lie. */
  function decidesInstalled(uri: string): boolean {
    if (installed !== null && isWithin(installed, uri)) return true;
    return uri.endsWith('/.claude-plugin/plugin.json') && !search.isInProject(uri);
  }

  /** Only what is there now counts, so what happened to one file in between does not matter. */
  async function takeEvents(events: readonly FileEvent[]): Promise<void> {
    const { gone, created, changed } = sorted(events, search);
    const touched = [...gone, ...created, ...changed];
    if (touched.some((uri) => decidesInstalled(uri) || search.isShapedBy(uri))) {
      await readEverything(generation);
      onNeighboursChanged();
      return;
    }
    for (const uri of gone) search.forgetLinks(uri);
    if (created.size > 0) for (const uri of await search.revivedLinks()) created.add(uri);
    const below = [...gone].flatMap((uri) => index.filesWithin(uri)).filter((uri) => !openDocuments.has(uri));
    const changes = [...new Set(below)].map((uri) => index.set(uri, null));
    const isFile = (uri: string): boolean => search.comesTo(uri) || isKept(uri);
    // Folders first: a link that is not followed hides the files in it.
    const newFolders = await Promise.all([...created].filter((uri) => !isFile(uri)).map((uri) => search.below(uri)));
    const newFiles = [...created].filter(isFile);
    await search.noteLinks(newFiles);
    const found = [...newFiles, ...[...changed].filter(isFile), ...newFolders.flat()];
    changes.push(...(await readFound(found.sort())));
    await rereadRoots(changes);
    if (changes.some(({ neighbours }) => neighbours)) onNeighboursChanged();
  }

  /** A manifest that says something new changes what the files of its plugin are. */
  async function rereadRoots(changes: readonly IndexChange[]): Promise<void> {
    for (const root of new Set(changes.flatMap((change) => change.roots))) {
      const found = await search.below(root);
      await readAll(found.filter((uri) => !isManifest(uri)));
    }
  }

  /** If several changes to a manifest arrive while its plugin is being read, it is read once more. */
  function rereadSoon(roots: readonly string[]): void {
    const isWaiting = reshaped.size > 0;
    for (const root of roots) reshaped.add(root);
    if (isWaiting || reshaped.size === 0) return;
    void enqueue(async () => {
      const changes = [{ neighbours: true, roots: [...reshaped] }];
      reshaped.clear();
      await rereadRoots(changes);
      onNeighboursChanged();
    });
  }

  return {
    index,
    open(folders, excludes, progress) {
      const mine = ++generation;
      return enqueue(async () => {
        if (mine !== generation) return;
        settings = { folders, excludes };
        index.setFolders(folders);
        await readEverything(mine, progress);
        onNeighboursChanged();
      });
    },
    update: (events) => enqueue(() => takeEvents(events)),
    setOpen(uri, summary) {
      const key = normalizeUri(uri);
      openDocuments.add(key);
      const change = index.set(key, summary);
      if (change.neighbours) onNeighboursChanged();
      rereadSoon(change.roots);
    },
    setClosed(uri) {
      const key = normalizeUri(uri);
      openDocuments.delete(key);
      return enqueue(async () => {
        // The editor may have opened it again.
        if (openDocuments.has(key)) return;
        const changes = search.comesTo(key) ? await readAll([key]) : [index.set(key, null)];
        await rereadRoots(changes);
        if (changes.some(({ neighbours }) => neighbours)) onNeighboursChanged();
      });
    },
    settled: () => queue,
  };
}

/** What decides what other files are. */
function isManifest(uri: string): boolean {
  return pluginFileKind(uri) !== null || isExtensionManifest(uri);
}

function claudeFolder(uri: string): SearchRoot {
  return { uri, mode: 'claude', isProject: false };
}

/** What happened, also where it is seen through links. A folder that came and then changed has come. */
function sorted(
  events: readonly FileEvent[],
  search: Search,
): Readonly<Record<'gone' | 'created' | 'changed', Set<string>>> {
  const what = { gone: new Set<string>(), created: new Set<string>(), changed: new Set<string>() };
  for (const { uri, kind } of events) {
    const key = normalizeFolder(uri);
    const into = kind === 'deleted' ? what.gone : kind === 'created' ? what.created : what.changed;
    for (const each of [key, ...search.seenThroughLinks(key)]) into.add(each);
  }
  return what;
}

/** What cannot be read is not there: one file must not keep the others from being read. */
function guarded(files: FileSystem, log: Log): FileSystem {
  const guard = <T>(look: (uri: string) => Promise<T>): ((uri: string) => Promise<T | null>) => {
    return async (uri) => {
      try {
        return await look(uri);
      } catch (error) {
        log.warn(`${uri} cannot be read: ${String(error)}`);
        return null;
      }
    };
  };
  return {
    stat: guard((uri) => files.stat(uri)),
    read: guard((uri) => files.read(uri)),
    list: guard((uri) => files.list(uri)),
    realPath: guard((uri) => files.realPath(uri)),
  };
}
