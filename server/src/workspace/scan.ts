// Finds the files of a folder that have to do with agents. What cannot be looked into is reported and left out.
import type { FileSystem } from './host.ts';
import { IGNORE_FILE, type Mode, type Reach } from './reach.ts';
import { childUri, isWithin } from './uris.ts';

/** Folders looked into at a time: enough to keep a disk busy. */
const FOLDERS_AT_ONCE = 32;
/** A tree that is deeper than this is no tree of a project. */
const DEEPEST = 40;
/** Links to links can make a small tree endless. */
const MOST_FOLDERS = 200_000;

export interface ScanOptions {
  readonly files: FileSystem;
  readonly reach: Reach;
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
  const mode = options.reach.folderMode(from);
  const found: string[] = [];
  let waiting: Folder[] = mode === null ? [] : [{ uri: from, mode, depth: 0, links: [] }];
  let seen = 0;
  while (waiting.length > 0 && seen < MOST_FOLDERS && !options.isCancelled()) {
    const next = waiting.splice(0, FOLDERS_AT_ONCE);
    seen += next.length;
    const below = await Promise.all(next.map((folder) => readFolder(folder, options, found)));
    waiting = [...below.flat(), ...waiting];
  }
  return found;
}

/** Answers the folders in it that are to be looked into. */
async function readFolder(
  { uri, mode, depth, links }: Folder,
  { files, reach, onUnreadable }: ScanOptions,
  found: string[],
): Promise<Folder[]> {
  const entries = await files.list(uri);
  if (entries === null) {
    onUnreadable(uri);
    return [];
  }
  if (mode === 'search' && reach.root.ignores && entries.some(({ name }) => name === IGNORE_FILE)) {
    const text = await files.read(childUri(uri, IGNORE_FILE));
    if (text !== null) reach.setIgnoreFile(uri, text);
  }
  const folders: Folder[] = [];
  for (const { name, kind, isLink } of entries) {
    const child = childUri(uri, name);
    if (kind === 'file' && reach.takesFile(child, mode)) found.push(child);
    if (kind !== 'folder' || depth >= DEEPEST) continue;
    const childMode = reach.modeOf(child, mode, isLink);
    if (childMode === null) continue;
    const target = isLink ? await files.realPath(child) : null;
    if (isLink && (target === null || leadsBack(target, child, links))) continue;
    folders.push({
      uri: child,
      mode: childMode,
      depth: depth + 1,
      links: target === null ? links : [...links, target],
    });
  }
  return folders;
}

/** Whether a link leads to a folder it lies in, or to where a link on the way here led. */
function leadsBack(target: string, link: string, links: readonly string[]): boolean {
  return isWithin(link, target) || links.some((earlier) => isWithin(earlier, target));
}
