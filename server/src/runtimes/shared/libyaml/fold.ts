// How the blanks and line breaks between two parts of a scalar become part of it.

export interface Fold {
  addBlank(code: number): void;
  addBreak(text: string): void;
  /** The line was broken by an escape, so the next break is not the first. */
  skipFirstBreak(): void;
  /** What stands between the parts; starts anew. */
  take(): string;
}

/** Blanks stay unless a break follows; one `\n` is a space, each more a line break, and other breaks stay. */
export function createFold(): Fold {
  let blanks = '';
  let first: string | null = null;
  let others = '';
  return {
    addBlank(code) {
      blanks += String.fromCharCode(code);
    },
    addBreak(text) {
      blanks = '';
      if (first === null) first = text;
      else others += text;
    },
    skipFirstBreak() {
      first ??= '';
    },
    take() {
      const result = first === '\n' ? others || ' ' : blanks + (first ?? '') + others;
      blanks = '';
      first = null;
      others = '';
      return result;
    },
  };
}
