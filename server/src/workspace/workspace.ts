// The files of a workspace over time: read once, then kept up with what is changed on disk and in the editor. The text of
// an open document counts before that on disk. An edit reads no other file.
import { AgentIndex, type IndexChange } from './agentIndex.ts';
import type { Host, Log } from './host.ts';
import { pluginFileKind } from './plugins.ts';
import { type Excludes, IGNORE_FILE, Reach, type SearchRoot } from './reach.ts';
import { scan } from './scan.ts';
import type { FileSummary } from './summary.ts';
import { isWithin, normalizeFolder, normalizeUri, selfAndParents } from './uris.ts';

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
  /** What an open document says now; null where it is no agent. */
  setOpen(uri: string, summary: FileSummary | null): void;
  /** From now on its text on disk counts. */
  setClosed(uri: string): Promise<void>;
  /** Resolves when everything told so far has been taken in. */
  settled(): Promise<void>;
}

export function createWorkspace({ host, log, onNeighboursChanged }: WorkspaceOptions): Workspace {
  const { files, user } = host;
  const index = new AgentIndex();
  index.setUserFolder(user?.folder ?? null);
  const openDocuments = new Set<string>();
  let settings: { readonly folders: readonly string[]; readonly excludes: Excludes } = { folders: [], excludes: [] };
  let reaches: Reach[] = [];
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
    const manifests = uris.filter((uri) => pluginFileKind(uri) !== null);
    const changes = await readAll(manifests);
    const others = uris.filter((uri) => pluginFileKind(uri) === null);
    return [...changes, ...(await readAll(others, progress))];
  }

  async function scanRoot(reach: Reach, from: string, isCancelled: () => boolean): Promise<string[]> {
    const onUnreadable = (folder: string): void => {
      // The user's own folders need not be there.
      if (folder !== reach.root.uri) log.warn(`${index.shownPath(folder)} cannot be looked into and is left out.`);
    };
    return scan(from, { files, reach, onUnreadable, isCancelled });
  }

  function searchesOf({ folders, excludes }: typeof settings): Reach[] {
    const search = folders.map((uri): SearchRoot => ({ uri: normalizeFolder(uri), mode: 'search', ignores: true }));
    const userRoot: SearchRoot[] = user ? [{ uri: normalizeFolder(user.folder), mode: 'claude', ignores: false }] : [];
    return [...search, ...userRoot].map((root) => new Reach(root, excludes));
  }

  /** Plugins that are installed for the user lie outside of the workspace. */
  async function readInstalled(): Promise<string[]> {
    if (!user) return [];
    const folder = normalizeFolder(user.folder);
    await readAll([`${folder}/plugins/installed_plugins.json`, normalizeUri(user.settings)]);
    const isSearched = (uri: string): boolean => reaches.some(({ root }) => root.ignores && isWithin(uri, root.uri));
    return index.plugins.roots().filter((root) => !isSearched(root));
  }

  async function readEverything(mine: number, progress?: Progress): Promise<void> {
    const isCancelled = (): boolean => mine !== generation;
    index.complete = false;
    reaches = searchesOf(settings);
    const installed = await readInstalled();
    reaches.push(...installed.map((uri) => new Reach({ uri, mode: 'search', ignores: false }, [])));
    const found = await Promise.all(reaches.map((reach) => scanRoot(reach, reach.root.uri, isCancelled)));
    if (isCancelled()) return;
    const present = new Set(found.flat());
    for (const uri of index.uris()) if (!present.has(uri) && !isKept(uri)) index.set(uri, null);
    await readFound([...present].sort(), progress);
    index.complete = !isCancelled();
  }

  /** Not found by searching, but there. */
  function isKept(uri: string): boolean {
    return openDocuments.has(uri) || pluginFileKind(uri) === 'installed' || uri === normalizeUri(user?.settings ?? '');
  }

  /** Only what is there now counts, so what happened to one file in between does not matter. */
  async function takeEvents(events: readonly FileEvent[]): Promise<void> {
    const gone = new Set<string>();
    const there = new Map<string, FileEvent['kind']>();
    for (const { uri, kind } of events)
      kind === 'deleted' ? gone.add(normalizeFolder(uri)) : there.set(normalizeFolder(uri), kind);
    if ([...gone, ...there.keys()].some(changesSearch)) {
      await readEverything(generation);
      onNeighboursChanged();
      return;
    }
    const changes = gone.size > 0 ? removeBelow(gone) : [];
    const isFound = (uri: string): boolean => reaches.some((reach) => reach.reaches(uri)) || isKept(uri);
    const found = [...there.keys()].filter(isFound);
    const created = [...there].filter(([uri, kind]) => kind === 'created' && !isFound(uri));
    const below = await Promise.all(created.map(([uri]) => filesOfFolder(uri)));
    changes.push(...(await readFound([...found, ...below.flat()].sort())));
    await rereadRoots(changes);
    if (changes.some(({ neighbours }) => neighbours)) onNeighboursChanged();
  }

  /** Whether a file decides where agents are searched for. */
  function changesSearch(uri: string): boolean {
    if (pluginFileKind(uri) === 'installed') return true;
    return uri.endsWith(`/${IGNORE_FILE}`) || reaches.some((reach) => reach.hasIgnoreFileWithin(uri));
  }

  function removeBelow(gone: ReadonlySet<string>): IndexChange[] {
    const isGone = (uri: string): boolean => selfAndParents(uri).some((each) => gone.has(each));
    const below = index.uris().filter((uri) => !openDocuments.has(uri) && isGone(uri));
    return below.map((uri) => index.set(uri, null));
  }

  /** What there is to read in a folder that was created; nothing where it is none. */
  async function filesOfFolder(uri: string): Promise<string[]> {
    const searching = reaches.filter((reach) => reach.folderMode(uri) !== null);
    if (searching.length === 0 || (await files.stat(uri)) !== 'folder') return [];
    return (await Promise.all(searching.map((reach) => scanRoot(reach, uri, () => false)))).flat();
  }

  /** A manifest that says something new changes what the files of its plugin are. */
  async function rereadRoots(changes: readonly IndexChange[]): Promise<void> {
    const roots = [...new Set(changes.flatMap((change) => change.roots))];
    for (const root of roots) {
      const found = await Promise.all(reaches.map((reach) => scanRoot(reach, root, () => false)));
      await readAll(found.flat().filter((uri) => pluginFileKind(uri) === null));
    }
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
      const { neighbours } = index.set(key, summary);
      if (neighbours) onNeighboursChanged();
    },
    setClosed: (uri) =>
      enqueue(async () => {
        const key = normalizeUri(uri);
        openDocuments.delete(key);
        const isFound = reaches.some((reach) => reach.reaches(key));
        const changes = isFound ? await readAll([key]) : [index.set(key, null)];
        if (changes.some(({ neighbours }) => neighbours)) onNeighboursChanged();
      }),
    settled: () => queue,
  };
}
