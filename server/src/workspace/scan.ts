// Finds the files of a folder that have to do with agents. What cannot be looked into is reported and left out.

import { isWithin } from '../util/uri.ts';
import type { FileSystem, FolderEntry } from './host.ts';
import { IGNORE_FILE, type Mode, REPOSITORY, type SearchScope } from './searchScope.ts';
import { baseName, childUri, parentUri } from './uris.ts';

/** Folders looked into at a time: enough to keep a disk busy. */
const FOLDERS_AT_ONCE = 32;
/** A tree that is deeper than this is no tree of a project. */
const DEEPEST = 40;
/** Links to links can make a small tree endless. */
const MOST_FOLDERS = 200_000;

export interface ScanOptions {
  readonly files: FileSystem;
  readonly scope: SearchScope;
  /** Gets the folder that cannot be looked into. */
  onUnreadable(folder: string): void;
  isCancelled(): boolean;
}

interface Folder {
  readonly uri: string;
  readonly mode: Mode;
  readonly depth: number;
  /** What the links on the way here lead to. */
  readonly links: readonly string[];
}

/** The URIs of the files, in no order. `from` is the root of the search, or a folder below it. */
export async function scan(from: string, options: ScanOptions): Promise<string[]> {
  const found: string[] = [];
  let waiting = await firstFolders(from, options);
  let seen = 0;
  while (waiting.length > 0 && seen < MOST_FOLDERS && !options.isCancelled()) {
    const next = waiting.splice(0, FOLDERS_AT_ONCE);
    seen += next.length;
    const below = await Promise.all(next.map((folder) => readFolder(folder, options, found)));
    waiting = [...below.flat(), ...waiting];
  }
  return found;
}

/** A folder below the root may be a link, and is then followed only where the search would follow it. */
async function firstFolders(from: string, { files, scope }: ScanOptions): Promise<Folder[]> {
  const { root } = scope;
  if (from === root.uri) {
    const target = await files.realPath(from);
    if (target === null) scope.dangling.add(from);
    else if (target !== from) scope.follow(from, target);
    return [{ uri: from, mode: root.mode, depth: 0, links: [] }];
  }
  scope.forgetLinks(from);
  const above = scope.folderMode(parentUri(from));
  if (above === null) return [];
  const entries = await files.list(parentUri(from));
  const isLink = entries?.some(({ name, isLink }) => isLink && name === baseName(from)) === true;
  const folder = await folderAt(from, above, isLink, [], { files, scope });
  return folder ? [{ ...folder, depth: 0 }] : [];
}

/** Answers the folders in it that are to be looked into. */
async function readFolder(
  { uri, mode, depth, links }: Folder,
  { files, scope, onUnreadable }: ScanOptions,
  found: string[],
): Promise<Folder[]> {
  const entries = await files.list(uri);
  if (entries === null) {
    onUnreadable(uri);
    return [];
  }
  if (mode === 'search' && scope.root.isProject) await readShape(uri, entries, { files, scope });
  const folders: Folder[] = [];
  for (const { name, kind, isLink } of entries) {
    const child = childUri(uri, name);
    if (kind === 'other' && isLink) scope.dangling.add(child);
    if (kind === 'file' && scope.takesFile(child, mode)) {
      found.push(child);
      const target = isLink ? await targetOf(child, { files, scope }) : null;
      if (target !== null) scope.follow(child, target);
    }
    if (kind !== 'folder' || depth >= DEEPEST) continue;
    const folder = await folderAt(child, mode, isLink, links, { files, scope });
    if (folder) folders.push({ ...folder, depth: depth + 1 });
  }
  return folders;
}

/** What a folder says of how it is to be searched: what is ignored in it, and whether a repository begins there. */
async function readShape(
  uri: string,
  entries: readonly FolderEntry[],
  { files, scope }: Pick<ScanOptions, 'files' | 'scope'>,
): Promise<void> {
  if (entries.some(({ name }) => name === REPOSITORY)) scope.repositories.add(uri);
  if (!entries.some(({ name }) => name === IGNORE_FILE)) return;
  const text = await files.read(childUri(uri, IGNORE_FILE));
  if (text !== null) scope.setIgnoreFile(uri, text);
}

async function folderAt(
  uri: string,
  above: Mode,
  isLink: boolean,
  links: readonly string[],
  { files, scope }: Pick<ScanOptions, 'files' | 'scope'>,
): Promise<Omit<Folder, 'depth'> | null> {
  const mode = scope.modeOf(uri, above, isLink);
  if (!isLink) return mode && { uri, mode, links };
  const target = mode === null ? null : await targetOf(uri, { files, scope });
  if (mode === null || target === null || leadsBack(target, uri, links)) {
    scope.passOver(uri);
    return null;
  }
  scope.follow(uri, target);
  return { uri, mode, links: [...links, target] };
}

/** Remembers which of some places are links, and where they lead: what happens there happens to them too. */
export async function noteLinks(uris: readonly string[], options: Pick<ScanOptions, 'files' | 'scope'>): Promise<void> {
  const { files, scope } = options;
  for (const folder of new Set(uris.map(parentUri))) {
    const links = (await files.list(folder))?.filter(({ isLink }) => isLink).map(({ name }) => childUri(folder, name));
    for (const uri of uris) {
      if (!links?.includes(uri)) continue;
      const target = await targetOf(uri, options);
      if (target === null) scope.dangling.add(uri);
      else scope.follow(uri, target);
    }
  }
}

/** Where a link leads, as the workspace folder is spelt, which may itself be reached through a link. */
async function targetOf(link: string, { files, scope }: Pick<ScanOptions, 'files' | 'scope'>): Promise<string | null> {
  const [target, root] = await Promise.all([files.realPath(link), files.realPath(scope.root.uri)]);
  if (target === null || root === null || !isWithin(target, root)) return target;
  return scope.root.uri + target.slice(root.length);
}

/** Whether a link leads to a folder it lies in, or to where a link on the way here led. */
function leadsBack(target: string, link: string, links: readonly string[]): boolean {
  return isWithin(link, target) || links.some((earlier) => isWithin(earlier, target));
}
