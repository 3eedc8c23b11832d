// A file that is written by a program: its place and its whole text.

export interface GeneratedFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly content: string;
}
