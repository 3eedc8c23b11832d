// The Markdown files below a folder, in order of their paths. Written here and not taken from a glob package, because
// a run over a repository must not walk folders of dependencies, and the package cost more start-up than the work.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold other people's files. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Absolute paths. Folders behind symbolic links are followed once; what cannot be opened is reported and left out. */
export function markdownFilesBelow(folder: string, onFailure: (path: string, error: unknown) => void): string[] {
  const found: string[] = [];
  const visited = new Set<string>();
  const visit = (current: string): void => {
    try {
      if (!visitedBefore(current, visited)) collect(current, found, visit);
    } catch (error) {
      onFailure(current, error);
    }
  };
  visit(folder);
  return found.sort();
}

function collect(folder: string, found: string[], visit: (folder: string) => void): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
    if (kind?.isDirectory() && !SKIPPED.has(entry.name)) visit(path);
    else if (kind?.isFile() && entry.name.endsWith('.md')) found.push(path);
  }
}

/** Links can lead in circles: a folder is known by its device and its number there. */
function visitedBefore(folder: string, visited: Set<string>): boolean {
  const { dev, ino } = statSync(folder);
  const identity = `${dev}:${ino}`;
  if (visited.has(identity)) return true;
  visited.add(identity);
  return false;
}
