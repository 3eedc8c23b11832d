// Where agents are searched for, and what is found there: the workspace folders, the user's own, installed plugins.

import { isWithin } from '../util/uri.ts';
import type { FileSystem, Log } from './host.ts';
import { noteLinks, scan } from './scan.ts';
import { type Excludes, IGNORE_FILE, REPOSITORY, type SearchRoot, SearchScope } from './searchScope.ts';
import { baseName } from './uris.ts';

export class Search {
  private scopes: SearchScope[] = [];
  private readonly files: FileSystem;
  private readonly log: Log;
  private readonly shownPath: (uri: string) => string;

  constructor(files: FileSystem, log: Log, shownPath: (uri: string) => string) {
    this.files = files;
    this.log = log;
    this.shownPath = shownPath;
  }

  /** From now on these count and no others. */
  begin(roots: readonly SearchRoot[], excludes: Excludes): void {
    this.scopes = roots.map((root) => new SearchScope(root, excludes));
  }

  add(roots: readonly SearchRoot[]): void {
    this.scopes.push(...roots.map((root) => new SearchScope(root, [])));
  }

  /** Every file there is to read. */
  async everything(isCancelled: () => boolean): Promise<string[]> {
    const found = await Promise.all(this.scopes.map((scope) => this.scan(scope, scope.root.uri, isCancelled)));
    return [...new Set(found.flat())].sort();
  }

  /** What there is to read in a folder; nothing where it is none. */
  async below(folder: string): Promise<string[]> {
    const searching = this.scopes.filter(({ root }) => isWithin(folder, root.uri));
    if (searching.length === 0) return [];
    const kind = await this.files.stat(folder);
    // Gone already, or a link to what is not there yet.
    if (kind === null) await this.noteLinks([folder]);
    if (kind !== 'folder') return [];
    const found = await Promise.all(searching.map((scope) => this.scan(scope, folder, () => false)));
    return [...new Set(found.flat())].sort();
  }

  comesTo(uri: string): boolean {
    return this.scopes.some((scope) => scope.includes(uri));
  }

  /** Whether a folder is part of what the user works on. */
  isInProject(folder: string): boolean {
    return this.scopes.some(({ root }) => root.isProject && isWithin(folder, root.uri));
  }

  /** Whether a file or folder that came, changed or went decides where agents are searched for. */
  isShapedBy(uri: string): boolean {
    if (!this.scopes.some(({ root }) => root.isProject && isWithin(uri, root.uri))) return false;
    if (uri.endsWith(`/${IGNORE_FILE}`) || uri.endsWith(`/${REPOSITORY}`)) return true;
    return this.scopes.some((scope) => scope.isShapedBy(uri));
  }

  /** Folders in which a repository begins. */
  repositories(): Set<string> {
    return new Set(this.scopes.flatMap((scope) => [...scope.repositories]));
  }

  seenThroughLinks(uri: string): string[] {
    return this.scopes.flatMap((scope) => scope.seenThroughLinks(uri));
  }

  /** Links that led nowhere when they were last looked at, and now lead somewhere. */
  async revivedLinks(): Promise<string[]> {
    const dangling = [...new Set(this.scopes.flatMap((scope) => [...scope.dangling]))];
    const kinds = await Promise.all(dangling.map((link) => this.files.stat(link)));
    return dangling.filter((_, at) => kinds[at] !== null);
  }

  forgetLinks(folder: string): void {
    for (const scope of this.scopes) scope.forgetLinks(folder);
  }

  async noteLinks(uris: readonly string[]): Promise<void> {
    for (const scope of this.scopes) {
      const own = uris.filter((uri) => isWithin(uri, scope.root.uri));
      await noteLinks(own, { files: this.files, scope });
    }
  }

  private scan(scope: SearchScope, from: string, isCancelled: () => boolean): Promise<string[]> {
    const onUnreadable = (folder: string): void => {
      // The user's own folder, and those of plugins that are no more, need not be there.
      const isExpected = folder !== scope.root.uri || scope.root.isProject;
      if (isExpected)
        this.log.warn(`${this.shownPath(folder) || baseName(folder)} cannot be looked into and is left out.`);
    };
    return scan(from, { files: this.files, scope, onUnreadable, isCancelled });
  }
}
