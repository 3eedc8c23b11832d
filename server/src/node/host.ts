// Node's files, timers and clock.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import type { FileKind, FolderEntry, Host, UserPlaces } from '../workspace/host.ts';

export const nodeHost: Host = {
  files: { stat: kindOf, read, list, realPath },
  user: userPlaces(),
  later(action, milliseconds) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
  today,
};

/** The day it is here, `yyyy-mm-dd`. */
export function today(): string {
  const now = new Date();
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Only `file:` URIs can be looked at. */
async function kindOf(uri: string): Promise<FileKind | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    const found = await stat(fileURLToPath(uri));
    return kindOfEntry(found);
  } catch {
    return null;
  }
}

async function read(uri: string): Promise<string | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    return await readFile(fileURLToPath(uri), 'utf8');
  } catch {
    return null;
  }
}

async function list(uri: string): Promise<FolderEntry[] | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    const folder = fileURLToPath(uri);
    const entries = await readdir(folder, { withFileTypes: true });
    const links = entries.some((entry) => entry.isSymbolicLink());
    if (!links) return entries.map((entry) => ({ name: entry.name, kind: kindOfEntry(entry), isLink: false }));
    return await Promise.all(
      entries.map(async (entry) => {
        const isLink = entry.isSymbolicLink();
        const target = isLink ? await stat(join(folder, entry.name)).catch(() => null) : entry;
        return { name: entry.name, kind: target ? kindOfEntry(target) : 'other', isLink };
      }),
    );
  } catch {
    return null;
  }
}

/** What an entry of a folder, or what a path leads to, is. */
export function kindOfEntry(entry: { isFile(): boolean; isDirectory(): boolean }): FileKind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

async function realPath(uri: string): Promise<string | null> {
  try {
    return URI.file(await realpath(fileURLToPath(uri))).toString();
  } catch {
    return null;
  }
}

/** Documented: `CLAUDE_CONFIG_DIR` stands in for `~/.claude`. */
function userPlaces(): UserPlaces | null {
  const home = homedir();
  const configured = process.env.CLAUDE_CONFIG_DIR;
  if (!home && !configured) return null;
  const uriOf = (path: string): string => URI.file(path).toString();
  return {
    folder: uriOf(configured || join(home, '.claude')),
    settings: uriOf(join(configured || home, '.claude.json')),
  };
}
