// The paragraph a scanner is in the middle of. One object for a whole text, so that most lines allocate nothing.
import type { Span } from '../util/text.ts';
import { trimBlanks } from './lineCursor.ts';

export class OpenParagraph {
  /** Where the first line starts; -1 while no paragraph is open. */
  start = -1;
  /** Start and end of the text in each line, one number after the other; blanks not trimmed. */
  private readonly lines: number[] = [];

  isOpen(): boolean {
    return this.start >= 0;
  }

  /** Adds a line; `contentStart` is where its text starts, behind the marks of quotes and lists. */
  add(lineStart: number, contentStart: number, lineEnd: number): void {
    if (this.start < 0) {
      this.start = lineStart;
      this.lines.length = 0;
    }
    this.lines.push(contentStart, lineEnd);
  }

  close(): void {
    this.start = -1;
  }

  /** The text of each line, which only a paragraph that turns out to be a heading is asked for. */
  contents(text: string): Span[] {
    const spans: Span[] = [];
    for (let at = 0; at < this.lines.length; at += 2) {
      spans.push(trimBlanks(text, this.lines[at] ?? 0, this.lines[at + 1] ?? 0));
    }
    return spans;
  }
}
