// What the outside world must provide: files by URI, timers, a log. Node and the browser each have their own.

export type FileKind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  /** Of what a link leads to. */
  readonly kind: FileKind;
  readonly isLink: boolean;
}

export interface FileSystem {
  /** Null where nothing is there or it cannot be looked at. */
  stat(uri: string): Promise<FileKind | null>;
  /** The text of a file; null where it cannot be read. */
  read(uri: string): Promise<string | null>;
  /** What lies in a folder, in any order; null where it is none or cannot be looked into. */
  list(uri: string): Promise<readonly FolderEntry[] | null>;
  /** The same place without links; null where it is not there. */
  realPath(uri: string): Promise<string | null>;
}

export interface Log {
  error(message: string): void;
  warn(message: string): void;
  debug(message: string): void;
}

/** Where a user keeps what counts in every project. */
export interface UserPlaces {
  /** The folder that has the user's own `agents` and `skills`, such as `~/.claude`. */
  readonly folder: string;
  /** The file with the user's own MCP servers, `~/.claude.json`. */
  readonly settings: string;
}

export interface Host {
  readonly files: FileSystem;
  /** Null where there is no home. */
  readonly user: UserPlaces | null;
  /** Runs a function later; the answer calls it off. */
  later(action: () => void, milliseconds: number): () => void;
  /** Milliseconds of a steady clock. */
  now(): number;
  /** The day it is where the host runs, `yyyy-mm-dd`. */
  today(): string;
}
