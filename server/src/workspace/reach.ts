// Which folders are searched for agents. Folders that `.gitignore` or the editor's `files.exclude` names are not, but what
// the runtime reads of a folder that is searched (`.claude/agents`) is always read: it does not look at `.gitignore`.
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { roleOf } from './places.ts';
import { baseName, decodeSegment, isWithin, parentUri } from './uris.ts';

/**
 * How a folder is read. `search`: for projects, plugins and loose agents; `claude`: only its folders of known names;
 * `agents`: everything below, as the runtime does; `skills`: only files that are skills or commands.
 */
export type Mode = 'search' | 'claude' | 'agents' | 'skills';

export const IGNORE_FILE = '.gitignore';

/** Folders that hold other people's files, or no files of the project at all. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);
/** Links are followed only to folders that somebody made on purpose: the others can lead anywhere. */
const FOLLOWED = new Set(['.claude', '.claude-plugin', 'agents', 'skills', 'commands']);
const IN_CLAUDE: Readonly<Record<string, Mode>> = { agents: 'agents', skills: 'skills', commands: 'skills' };

/** Where a search begins, and how. */
export interface SearchRoot {
  readonly uri: string;
  readonly mode: Mode;
  /** Whether ignored folders are left out. */
  readonly ignores: boolean;
}

/** Globs as in `files.exclude`, from the workspace folder. */
export type Excludes = readonly string[];

export class Reach {
  private readonly ignoreFiles = new Map<string, Ignore>();
  private readonly isExcluded: (path: string) => boolean;
  readonly root: SearchRoot;

  constructor(root: SearchRoot, excludes: Excludes) {
    this.root = root;
    this.isExcluded = root.ignores && excludes.length > 0 ? picomatch([...excludes], { dot: true }) : () => false;
  }

  /** What a folder's `.gitignore` says. */
  setIgnoreFile(folder: string, text: string): void {
    this.ignoreFiles.set(folder, ignore().add(text));
  }

  /** Whether a folder had an ignore file, or one below it. */
  hasIgnoreFileWithin(folder: string): boolean {
    return [...this.ignoreFiles.keys()].some((each) => isWithin(each, folder));
  }

  /** How a folder in a folder is read; null where it is not. */
  modeOf(folder: string, mode: Mode, isLink: boolean): Mode | null {
    const name = baseName(folder);
    if (mode === 'agents') return 'agents';
    if (mode === 'claude') return Object.hasOwn(IN_CLAUDE, name) ? (IN_CLAUDE[name] ?? null) : null;
    if (SKIPPED.has(name) || (isLink && !FOLLOWED.has(name))) return null;
    if (mode === 'skills') return 'skills';
    if (name === '.claude') return 'claude';
    return this.isIgnored(folder, true) ? null : 'search';
  }

  takesFile(uri: string, mode: Mode): boolean {
    const role = roleOf(uri);
    switch (mode) {
      case 'claude':
        return false;
      case 'agents':
        return role !== null;
      case 'skills':
        return role === 'skill' || role === 'command';
      case 'search':
        return role !== null && !this.isIgnored(uri, false);
    }
  }

  /** Whether the search comes to a file, by its path alone. */
  reaches(uri: string): boolean {
    const mode = this.folderMode(parentUri(uri));
    return mode !== null && this.takesFile(uri, mode);
  }

  /** How the search reads a folder below the root; null where it does not come there. */
  folderMode(folder: string): Mode | null {
    if (!isWithin(folder, this.root.uri)) return null;
    let mode: Mode | null = this.root.mode;
    let at = this.root.uri;
    for (const segment of folder.slice(at.length + 1).split('/')) {
      if (segment === '' || mode === null) break;
      at = `${at}/${segment}`;
      mode = this.modeOf(at, mode, false);
    }
    return mode;
  }

  private isIgnored(uri: string, isFolder: boolean): boolean {
    if (!this.root.ignores) return false;
    const path = relativePath(this.root.uri, uri);
    if (this.isExcluded(path)) return true;
    if (this.ignoreFiles.size === 0) return false;
    // The nearest file that says something about a path counts.
    for (let folder = parentUri(uri); isWithin(folder, this.root.uri); folder = parentUri(folder)) {
      const said = this.ignoreFiles.get(folder)?.test(relativePath(folder, uri) + (isFolder ? '/' : ''));
      if (said?.ignored) return true;
      if (said?.unignored) return false;
    }
    return false;
  }
}

function relativePath(folder: string, uri: string): string {
  return uri
    .slice(folder.length + 1)
    .split('/')
    .map(decodeSegment)
    .join('/');
}
