// Who reads a file, by where it lies: the runtimes whose agent folders hold it, its owner first. Pure string work.
import type { AgentFolder, Place, Runtime } from './runtime.ts';

export interface Reader {
  readonly runtime: Runtime;
  readonly place: Place;
  /** The folder is the runtime's own, and not one of another runtime that it reads too. */
  readonly owns: boolean;
  /** The runtime does not look into folders of its agent folder, and the file lies in one. */
  readonly isTooDeep: boolean;
  /** See `AgentFolder`. */
  readonly neverLoses?: boolean;
}

export interface ReaderContext {
  /** The home folder, without a final slash; null where none is known. */
  readonly home: string | null;
  /** Whether a folder is the root of a plugin of Claude Code's kind. */
  isPluginRoot(folder: string): boolean;
  /** Whether a folder is the root of an extension: whether it holds the manifest that makes it one. */
  isExtensionRoot(folder: string, manifest: string): boolean;
}

/**
 * `path` is absolute, with forward slashes. Empty for a file that no runtime looks at. A runtime that owns a folder and
 * does not look as deep into it as the file lies comes after those that read the file.
 */
export function readersOf(path: string, runtimes: readonly Runtime[], context: ReaderContext): Reader[] {
  const readers = candidatesFor(path, runtimes).flatMap((candidate) => nearestReader(path, candidate, context) ?? []);
  return readers.filter(({ owns, isTooDeep }) => owns || !isTooDeep).sort((one, other) => rankOf(one) - rankOf(other));
}

/** A runtime with those of its agent folders that can hold a file. */
interface Candidate {
  readonly runtime: Runtime;
  readonly folders: readonly AgentFolder[];
}

interface Candidates {
  readonly folder: string;
  readonly runtimes: readonly Runtime[];
  readonly found: readonly Candidate[];
}

/** Which agent folders can hold a file depends on its folder alone, and files mostly come folder by folder. */
let latest: Candidates | undefined;

function candidatesFor(path: string, runtimes: readonly Runtime[]): readonly Candidate[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (latest?.folder === folder && latest.runtimes === runtimes) return latest.found;
  const found = runtimes.flatMap((runtime): Candidate[] => {
    const folders = runtime.places.filter((each) => each.path === '' || folder.includes(`/${each.path}/`));
    return folders.length > 0 ? [{ runtime, folders }] : [];
  });
  latest = { folder, runtimes, found };
  return found;
}

/** The runtime whose folder it is owns a file before the one whose name it has. */
function rankOf({ owns, isTooDeep, place }: Reader): number {
  if (!owns) return 3;
  if (isTooDeep) return 2;
  return place.folder === '' ? 1 : 0;
}

/**
 * The deepest folder is the nearest: `.claude/agents` inside another agent folder is a project of its own. What its name
 * makes an agent anywhere is one of its folder first.
 */
function nearestReader(path: string, { runtime, folders }: Candidate, context: ReaderContext): Reader | null {
  let nearest: Reader | null = null;
  for (const folder of folders) {
    const reader = readerIn(path, folder, runtime, context);
    if (reader && (nearest === null || isNearer(reader.place, nearest.place))) nearest = reader;
  }
  return nearest;
}

function isNearer(one: Place, other: Place): boolean {
  if ((one.folder === '') !== (other.folder === '')) return other.folder === '';
  return one.path.length < other.path.length;
}

/** Where a file would stand if a runtime read it in its first folder of a scope: what lies below the folder is kept. */
export function placeUnder(runtime: Runtime, path: string, scope?: Place['scope']): Place | null {
  const folder = runtime.places.find((each) => !each.foreign && (scope === undefined || each.scope === scope));
  return folder ? { scope: folder.scope, folder: folder.path, path: belowAgentFolder(path) } : null;
}

/** What follows the innermost folder that is called as agent folders are; the name of the file where there is none. */
function belowAgentFolder(path: string): string {
  const match = /^(?:.*\/)?(?:agents?|modes?|droids)\/(.+)$/s.exec(path);
  return match?.[1] ?? path.slice(path.lastIndexOf('/') + 1);
}

function readerIn(path: string, folder: AgentFolder, runtime: Runtime, context: ReaderContext): Reader | null {
  if (folder.path === '') return readerAnywhere(path, folder, runtime);
  const root = rootOf(path, folder, context);
  if (root === null) return null;
  const below = path.slice(root.length + folder.path.length + 2);
  if (below === '' || !folder.extensions.some((extension) => below.endsWith(extension))) return null;
  const place = { scope: folder.scope, folder: folder.path, path: below };
  const isTooDeep = !folder.nested && below.includes('/');
  return { runtime, place, owns: folder.foreign !== true, isTooDeep, neverLoses: folder.neverLoses === true };
}

/** Names that make a file an agent wherever it lies. */
function readerAnywhere(path: string, { scope, extensions }: AgentFolder, runtime: Runtime): Reader | null {
  if (!extensions.some((extension) => path.endsWith(extension))) return null;
  return {
    runtime,
    place: { scope, folder: '', path: path.slice(path.lastIndexOf('/') + 1) },
    owns: true,
    isTooDeep: false,
  };
}

/** The folder that has the agent folder; null where the file does not lie in such a one. */
function rootOf(path: string, folder: AgentFolder, context: ReaderContext): string | null {
  const inner = `/${folder.path}/`;
  for (let at = path.lastIndexOf(inner); at >= 0; at = at === 0 ? -1 : path.lastIndexOf(inner, at - 1)) {
    const root = path.slice(0, at);
    if (isRoot(root, folder, context)) return root;
  }
  return null;
}

function isRoot(root: string, { scope, manifest = '' }: AgentFolder, context: ReaderContext): boolean {
  switch (scope) {
    case 'user':
      return root === context.home;
    case 'plugin':
      return context.isPluginRoot(root);
    case 'extension':
      return context.isExtensionRoot(root, manifest);
    case 'project':
      return root !== context.home;
  }
}

/** A runtime that is known by its folders alone: files in them are agents, and what it makes of them is not known here. */
export interface UnsupportedRuntime {
  readonly id: string;
  readonly label: string;
  readonly folders: readonly string[];
}

export const UNSUPPORTED: readonly UnsupportedRuntime[] = [
  { id: 'junie', label: 'Junie', folders: ['.junie/agents'] },
  { id: 'augment', label: 'Augment', folders: ['.augment/agents'] },
  { id: 'goose', label: 'Goose', folders: ['.goose/agents'] },
  { id: 'grok', label: 'Grok', folders: ['.grok/agents'] },
];

/** The runtime that owns a place whose loader is not known here; null elsewhere. */
export function unsupportedOwner(path: string): UnsupportedRuntime | null {
  return UNSUPPORTED.find(({ folders }) => folders.some((folder) => path.includes(`/${folder}/`))) ?? null;
}
