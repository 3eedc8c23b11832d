// Node's files, timers and clock.
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileKind, Host } from '../workspace/host.ts';

export const nodeHost: Host = {
  files: { stat: kindOf, read },
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
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
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
