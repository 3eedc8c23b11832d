// What the outside world must provide: files by URI, timers, a log. Node and the browser each have their own.

export type FileKind = 'file' | 'folder' | 'other';

export interface FileSystem {
  /** Null where nothing is there or it cannot be looked at. */
  stat(uri: string): Promise<FileKind | null>;
  /** The text of a file; null where it cannot be read. */
  read(uri: string): Promise<string | null>;
}

export interface Log {
  error(message: string): void;
  warn(message: string): void;
  debug(message: string): void;
}

export interface Host {
  readonly files: FileSystem;
  /** Runs a function later; the answer calls it off. */
  later(action: () => void, milliseconds: number): () => void;
  /** Milliseconds of a steady clock. */
  now(): number;
  /** The day it is where the host runs, `yyyy-mm-dd`. */
  today(): string;
}
