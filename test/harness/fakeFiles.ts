// Files in memory for tests of the workspace: a tree by path, links, folders that cannot be opened, and a count of reads.
import type { FileKind, FileSystem, FolderEntry } from '../../server/src/workspace/host.ts';
import { childUri } from '../../server/src/workspace/uris.ts';

export const WORKSPACE = 'file:///workspace';
export const HOME = 'file:///home/user';

export interface FakeFiles extends FileSystem {
  write(path: string, text: string): void;
  /** A file, a link, or a folder with all that is in it. */
  remove(path: string): void;
  move(from: string, to: string): void;
  link(path: string, target: string): void;
  /** From now on the folder cannot be looked into. */
  lock(path: string): void;
  /** From now on whoever looks at it, or at what is in it, gets an exception. */
  break(path: string): void;
  /** Of files and links. */
  paths(): string[];
  linkPaths(): string[];
  textOf(path: string): string | undefined;
  /** Files read since the last call. */
  takeReads(): string[];
}

/** Paths are relative to the workspace folder, or begin with `~/`. */
export function createFakeFiles(initial: Readonly<Record<string, string>> = {}): FakeFiles {
  const texts = new Map<string, string>();
  const links = new Map<string, string>();
  const locked = new Set<string>();
  const broken = new Set<string>();
  let reads: string[] = [];

  function resolve(uri: string, depth = 0): string {
    for (const [from, to] of links) {
      if (depth < 50 && (uri === from || uri.startsWith(`${from}/`)))
        return resolve(to + uri.slice(from.length), depth + 1);
    }
    return uri;
  }

  /** As a file system that fails. */
  function look(uri: string): void {
    for (const each of broken) if (uri === each || uri.startsWith(`${each}/`)) throw new Error('EIO');
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
      for (const all of [texts, links]) {
        for (const each of [...all.keys()]) if (each === uri || each.startsWith(`${uri}/`)) all.delete(each);
      }
    },
    move(from, to) {
      const [source, target] = [uriOf(from), uriOf(to)];
      for (const all of [texts, links]) {
        for (const [uri, content] of [...all]) {
          if (uri !== source && !uri.startsWith(`${source}/`)) continue;
          all.delete(uri);
          all.set(target + uri.slice(source.length), content);
        }
      }
    },
    link: (path, target) => void links.set(uriOf(path), uriOf(target)),
    lock: (path) => void locked.add(uriOf(path)),
    break: (path) => void broken.add(uriOf(path)),
    paths: () => [...texts.keys(), ...links.keys()].flatMap((uri) => pathOf(uri) ?? []),
    linkPaths: () => [...links.keys()].flatMap((uri) => pathOf(uri) ?? []),
    textOf: (path) => texts.get(uriOf(path)),
    takeReads() {
      const taken = reads;
      reads = [];
      return taken;
    },
    async stat(uri) {
      look(uri);
      return kindOf(uri);
    },
    async read(uri) {
      reads.push(uri);
      look(uri);
      return texts.get(resolve(uri)) ?? null;
    },
    async list(uri) {
      look(uri);
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
    async realPath(uri) {
      look(uri);
      return kindOf(uri) === null ? null : resolve(uri);
    },
  };
  for (const [path, text] of Object.entries(initial)) fake.write(path, text);
  return fake;
}

export function uriOf(path: string): string {
  const [base, rest] = path.startsWith('~/') ? [HOME, path.slice(2)] : [WORKSPACE, path];
  return rest.split('/').reduce((uri, name) => (name === '' ? uri : childUri(uri, name)), base);
}

/** The path a URI was made of; null outside of the workspace and the home folder. */
export function pathOf(uri: string): string | null {
  if (uri.startsWith(`${WORKSPACE}/`)) return decodeURIComponent(uri.slice(WORKSPACE.length + 1));
  return uri.startsWith(`${HOME}/`) ? `~/${decodeURIComponent(uri.slice(HOME.length + 1))}` : null;
}
