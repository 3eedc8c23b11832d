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
};

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
