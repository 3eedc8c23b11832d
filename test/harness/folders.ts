// Folders for processes under test, outside of the repository.
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type FolderContents = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with files by path; whoever makes it removes it. There is a space in its path, as there may be. */
export function makeFolder(purpose: string, files: FolderContents = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `agentwright ${purpose}-`)));
  for (const [path, content] of Object.entries(files)) writeBelow(folder, path, content);
  return folder;
}

export function writeBelow(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
