// Files in memory for tests of the workspace: a tree by path, links, folders that cannot be opened, and a count of reads.
import type { FileKind, FileSystem, FolderEntry } from '../../server/src/workspace/host.ts';
import { childUri } from '../../server/src/workspace/uris.ts';

export const WORKSPACE = 'file:///workspace';
export const HOME = 'file:///home/user';

export interface FakeFiles extends FileSystem {
  write(path: string, text: string): void;
  /** A file, or a folder with all that is in it. */
  remove(path: string): void;
  move(from: string, to: string): void;
  link(path: string, target: string): void;
  /** From now on the folder cannot be looked into. */
  lock(path: string): void;
  paths(): string[];
  textOf(path: string): string | undefined;
  /** Files read since the last call. */
  takeReads(): string[];
}

/** Paths are relative to the workspace folder, or begin with `~/`. */
export function createFakeFiles(initial: Readonly<Record<string, string>> = {}): FakeFiles {
  const texts = new Map<string, string>();
  const links = new Map<string, string>();
  const locked = new Set<string>();
  let reads: string[] = [];

  function resolve(uri: string, depth = 0): string {
    for (const [from, to] of links) {
      if (depth < 50 && (uri === from || uri.startsWith(`${from}/`)))
        return resolve(to + uri.slice(from.length), depth + 1);
    }
    return uri;
  }

  function kindOf(uri: string): FileKind | null {
    const real = resolve(uri);
    if (texts.has(real)) return 'file';
    return [...texts.keys(), ...links.keys()].some((each) => each.startsWith(`${real}/`)) ? 'folder' : null;
  }

  const fake: FakeFiles = {
    write: (path, text) => void texts.set(uriOf(path), text),
    remove(path) {
      const uri = uriOf(path);
      for (const each of [...texts.keys()]) if (each === uri || each.startsWith(`${uri}/`)) texts.delete(each);
    },
    move(from, to) {
      const [source, target] = [uriOf(from), uriOf(to)];
      for (const [uri, text] of [...texts]) {
        if (uri !== source && !uri.startsWith(`${source}/`)) continue;
        texts.delete(uri);
        texts.set(target + uri.slice(source.length), text);
      }
    },
    link: (path, target) => void links.set(uriOf(path), uriOf(target)),
    lock: (path) => void locked.add(uriOf(path)),
    paths: () =>
      [...texts.keys()].filter((uri) => uri.startsWith(`${WORKSPACE}/`)).map((uri) => uri.slice(WORKSPACE.length + 1)),
    textOf: (path) => texts.get(uriOf(path)),
    takeReads() {
      const taken = reads;
      reads = [];
      return taken;
    },
    stat: async (uri) => kindOf(uri),
    async read(uri) {
      reads.push(uri);
      return texts.get(resolve(uri)) ?? null;
    },
    async list(uri) {
      const real = resolve(uri);
      if (locked.has(real) || kindOf(real) !== 'folder') return null;
      const names = new Set<string>();
      for (const each of [...texts.keys(), ...links.keys()]) {
        if (each.startsWith(`${real}/`)) names.add(decodeURIComponent(each.slice(real.length + 1).split('/')[0] ?? ''));
      }
      return [...names].map((name): FolderEntry => {
        const child = childUri(uri, name);
        return { name, kind: kindOf(child) ?? 'other', isLink: links.has(childUri(real, name)) };
      });
    },
    realPath: async (uri) => (kindOf(uri) === null ? null : resolve(uri)),
  };
  for (const [path, text] of Object.entries(initial)) fake.write(path, text);
  return fake;
}

export function uriOf(path: string): string {
  const [base, rest] = path.startsWith('~/') ? [HOME, path.slice(2)] : [WORKSPACE, path];
  return rest.split('/').reduce((uri, name) => (name === '' ? uri : childUri(uri, name)), base);
}
