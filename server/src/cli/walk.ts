// The Markdown files, plugin manifests, and settings below a folder, in path order. Not from a glob package: a run over a repository
// must skip dependency folders, and the package cost more at startup than the work itself.
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Whether an absolute path is that of a plugin's manifest, or of settings of Claude Code. */
export function isJsonPath(path: string): boolean {
  const [folder, name] = [basename(dirname(path)), basename(path)];
  if (folder === '.claude-plugin') return name === 'plugin.json';
  return folder === '.claude' && (name === 'settings.json' || name === 'settings.local.json');
}

/** Folders that contain other people's files. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Absolute paths. Follows symbolic links to folders once; reports and skips what cannot be opened. */
export function filesToCheckBelow(folder: string, onFailure: (path: string, error: unknown) => void): string[] {
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
    else if (kind?.isFile() && (entry.name.endsWith('.md') || isJsonPath(path))) found.push(path);
  }
}

/** Links can form cycles, so a folder is identified by its device and inode. */
function visitedBefore(folder: string, visited: Set<string>): boolean {
  const { dev, ino } = statSync(folder);
  const identity = `${dev}:${ino}`;
  if (visited.has(identity)) return true;
  visited.add(identity);
  return false;
}
