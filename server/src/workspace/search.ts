// Where agents are searched for, and what is found there: the workspace folders, the user's own, installed plugins.

import { isWithin } from '../util/uri.ts';
import type { FileSystem, Log } from './host.ts';
import { type Excludes, IGNORE_FILE, REPOSITORY, Reach, type SearchRoot } from './reach.ts';
import { noteLinks, scan } from './scan.ts';
import { baseName } from './uris.ts';

export class Search {
  private reaches: Reach[] = [];
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
    this.reaches = roots.map((root) => new Reach(root, excludes));
  }

  add(roots: readonly SearchRoot[]): void {
    this.reaches.push(...roots.map((root) => new Reach(root, [])));
  }

  /** Every file there is to read. */
  async everything(isCancelled: () => boolean): Promise<string[]> {
    const found = await Promise.all(this.reaches.map((reach) => this.scan(reach, reach.root.uri, isCancelled)));
    return [...new Set(found.flat())].sort();
  }

  /** What there is to read in a folder; nothing where it is none. */
  async below(folder: string): Promise<string[]> {
    const searching = this.reaches.filter(({ root }) => isWithin(folder, root.uri));
    if (searching.length === 0) return [];
    const kind = await this.files.stat(folder);
    // Gone already, or a link to what is not there yet.
    if (kind === null) await this.noteLinks([folder]);
    if (kind !== 'folder') return [];
    const found = await Promise.all(searching.map((reach) => this.scan(reach, folder, () => false)));
    return [...new Set(found.flat())].sort();
  }

  comesTo(uri: string): boolean {
    return this.reaches.some((reach) => reach.reaches(uri));
  }

  /** Whether a folder is part of what the user works on. */
  isInProject(folder: string): boolean {
    return this.reaches.some(({ root }) => root.isProject && isWithin(folder, root.uri));
  }

  /** Whether a file or folder that came, changed or went decides where agents are searched for. */
  isShapedBy(uri: string): boolean {
    if (!this.reaches.some(({ root }) => root.isProject && isWithin(uri, root.uri))) return false;
    if (uri.endsWith(`/${IGNORE_FILE}`) || uri.endsWith(`/${REPOSITORY}`)) return true;
    return this.reaches.some((reach) => reach.isShapedBy(uri));
  }

  /** Folders in which a repository begins. */
  repositories(): Set<string> {
    return new Set(this.reaches.flatMap((reach) => [...reach.repositories]));
  }

  seenThroughLinks(uri: string): string[] {
    return this.reaches.flatMap((reach) => reach.seenThroughLinks(uri));
  }

  /** Links that led nowhere when they were last looked at, and now lead somewhere. */
  async revivedLinks(): Promise<string[]> {
    const dangling = [...new Set(this.reaches.flatMap((reach) => [...reach.dangling]))];
    const kinds = await Promise.all(dangling.map((link) => this.files.stat(link)));
    return dangling.filter((_, at) => kinds[at] !== null);
  }

  forgetLinks(folder: string): void {
    for (const reach of this.reaches) reach.forgetLinks(folder);
  }

  async noteLinks(uris: readonly string[]): Promise<void> {
    for (const reach of this.reaches) {
      const own = uris.filter((uri) => isWithin(uri, reach.root.uri));
      await noteLinks(own, { files: this.files, reach });
    }
  }

  private scan(reach: Reach, from: string, isCancelled: () => boolean): Promise<string[]> {
    const onUnreadable = (folder: string): void => {
      // The user's own folder, and those of plugins that are no more, need not be there.
      const isExpected = folder !== reach.root.uri || reach.root.isProject;
      if (isExpected)
        this.log.warn(`${this.shownPath(folder) || baseName(folder)} cannot be looked into and is left out.`);
    };
    return scan(from, { files: this.files, reach, onUnreadable, isCancelled });
  }
}
