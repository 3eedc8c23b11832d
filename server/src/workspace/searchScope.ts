// Which folders are searched for agents. Folders that `.gitignore` or the editor's `files.exclude` names are not, but what
// the runtime reads of a folder that is searched (`.claude/agents`) is always read: it does not look at `.gitignore`.
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { decoded, isWithin } from '../util/uri.ts';
import { roleOf } from './places.ts';
import { baseName, parentUri } from './uris.ts';

/**
 * How a folder is read. `search`: for projects, plugins and loose agents; `claude`: only its folders of known names;
 * `agents` and `commands`: everything below, as the runtime does; `skills` and `workflows`: only files that are some; `plugin`: of a
 * plugin that somebody installed only what the runtime reads, because there can be many and large ones.
 */
export type Mode = 'search' | 'claude' | 'agents' | 'skills' | 'commands' | 'workflows' | 'plugin';

export const IGNORE_FILE = '.gitignore';
/** A folder, or in worktrees and submodules a file. */
export const REPOSITORY = '.git';

/** Folders that hold other people's files, or no files of the project at all. */
const SKIPPED = new Set(['node_modules', REPOSITORY, '.hg', '.svn']);
/** Links are followed only to folders that somebody made on purpose: the others can lead anywhere. */
const FOLLOWED = new Set(['.claude', '.claude-plugin', 'agents', 'skills', 'commands', 'workflows']);
const IN_PLUGIN: Readonly<Record<string, Mode>> = {
  agents: 'search',
  skills: 'skills',
  commands: 'search',
  workflows: 'workflows',
  '.claude-plugin': 'search',
};
const IN_CLAUDE: Readonly<Record<string, Mode>> = {
  agents: 'agents',
  skills: 'skills',
  commands: 'commands',
  workflows: 'workflows',
};

/** Where a search begins, and how. */
export interface SearchRoot {
  readonly uri: string;
  readonly mode: Mode;
  /**
   * Whether it is the user's work: what is ignored is then left out. Of an installed plugin all is read but its
   * `.claude`, which is its authors' and is never loaded.
   */
  readonly isProject: boolean;
}

/** Globs as in `files.exclude`, from the workspace folder. */
export type Excludes = readonly string[];

export class SearchScope {
  readonly root: SearchRoot;
  /** Folders in which a repository begins. */
  readonly repositories = new Set<string>();
  /** Where links that are followed lead. */
  private readonly links = new Map<string, string>();
  /** Links that led nowhere when they were last looked at. */
  readonly dangling = new Set<string>();
  /** Links that are not followed. */
  private readonly passedOver = new Set<string>();
  private readonly ignoreFiles = new Map<string, Ignore>();
  private readonly isExcluded: (path: string) => boolean;

  constructor(root: SearchRoot, excludes: Excludes) {
    this.root = root;
    this.isExcluded = root.isProject && excludes.length > 0 ? picomatch([...excludes], { dot: true }) : () => false;
  }

  /** What a folder's `.gitignore` says. */
  setIgnoreFile(folder: string, text: string): void {
    this.ignoreFiles.set(folder, ignore().add(text));
  }

  /** Whether a folder had an ignore file or a repository, or has one below it. */
  isShapedBy(folder: string): boolean {
    return [...this.ignoreFiles.keys(), ...this.repositories].some((each) => isWithin(each, folder));
  }

  follow(link: string, target: string): void {
    this.dangling.delete(link);
    this.links.set(link, target);
  }

  passOver(link: string): void {
    this.dangling.delete(link);
    this.passedOver.add(link);
  }

  /** What was known of the links in a folder, and of the folder itself where it is one, counts no more. */
  forgetLinks(folder: string): void {
    for (const links of [this.passedOver, this.links]) {
      for (const link of [...links.keys()]) {
        if (!isWithin(link, folder)) continue;
        links.delete(link);
        this.dangling.add(link);
      }
    }
  }

  /** The places at which a file or folder is seen through links; where links lead to it, those. */
  seenThroughLinks(uri: string): string[] {
    return [...this.links].flatMap(([link, target]) => {
      if (isWithin(uri, target)) return [link + uri.slice(target.length)];
      return isWithin(target, uri) ? [link] : [];
    });
  }

  /** How a folder in a folder is read; null where it is not. */
  modeOf(folder: string, mode: Mode, isLink: boolean): Mode | null {
    const name = baseName(folder);
    if (mode === 'agents' || mode === 'commands') return mode;
    if (mode === 'claude') return modeNamed(IN_CLAUDE, name);
    if (mode === 'plugin') return modeNamed(IN_PLUGIN, name);
    if (mode === 'workflows') return null;
    if (SKIPPED.has(name) || (isLink && !FOLLOWED.has(name))) return null;
    if (mode === 'skills') return 'skills';
    if (name === '.claude') return this.root.isProject ? 'claude' : null;
    return this.isIgnored(folder, true) ? null : 'search';
  }

  takesFile(uri: string, mode: Mode): boolean {
    const role = roleOf(uri);
    switch (mode) {
      case 'claude':
        return role === 'settings';
      case 'plugin':
        return role === 'servers';
      case 'agents':
      case 'commands':
        return role !== null;
      case 'skills':
        return role === 'skill';
      case 'workflows':
        return role === 'workflow';
      case 'search':
        return role !== null && !this.isIgnored(uri, false);
    }
  }

  /** Whether the search comes to a file, by its path and what is known of links. */
  includes(uri: string): boolean {
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
      mode = this.passedOver.has(at) ? null : this.modeOf(at, mode, false);
    }
    return mode;
  }

  private isIgnored(uri: string, isFolder: boolean): boolean {
    if (!this.root.isProject) return false;
    const path = relativePath(this.root.uri, uri);
    if (this.isExcluded(path)) return true;
    if (this.ignoreFiles.size === 0) return false;
    // The nearest file that says something about a path counts.
    for (let folder = parentUri(uri); isWithin(folder, this.root.uri); folder = parentUri(folder)) {
      const file = this.ignoreFiles.get(folder);
      const said = file?.test(relativePath(folder, uri) + (isFolder ? '/' : ''));
      if (said?.unignored) return false;
      if (file && said?.ignored && !isInherited(file, folder, uri)) return true;
    }
    return false;
  }
}

/**
 * Whether a path is ignored only because its folder is. The search does not come into folders that are ignored, so a
 * nearer file has let that folder in.
 */
function isInherited(file: Ignore, folder: string, uri: string): boolean {
  const above = parentUri(uri);
  return above !== folder && file.test(`${relativePath(folder, above)}/`).ignored;
}

function modeNamed(modes: Readonly<Record<string, Mode>>, name: string): Mode | null {
  return Object.hasOwn(modes, name) ? (modes[name] ?? null) : null;
}

function relativePath(folder: string, uri: string): string {
  return uri
    .slice(folder.length + 1)
    .split('/')
    .map(decoded)
    .join('/');
}
