// One line of Markdown read from the left: columns with tab stops, and what the rest of the line starts.
import type { Span } from '../util/text.ts';

const TAB = 9;
const SPACE = 32;
const TAB_STOP = 4;
const MOST_HEADING_LEVELS = 6;
const LEAST_FENCE_MARKS = 3;
/** CommonMark's limit for the number of an ordered list item. */
const MOST_DIGITS = 9;

/** A reading position in one line. Mutable, and used for one line after the other, so that nothing is allocated. */
export class LineCursor {
  offset = 0;
  end = 0;
  /** Where the cursor stands on the page; in the middle of a tab that is used up in part. */
  column = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  enter(start: number, end: number): void {
    this.end = end;
    this.moveTo(start, 0);
  }

  moveTo(offset: number, column: number): void {
    this.offset = offset;
    this.column = column;
  }

  code(ahead = 0): number {
    return this.offset + ahead < this.end ? this.text.charCodeAt(this.offset + ahead) : -1;
  }

  /** Columns of white space at the cursor. */
  indent(): number {
    let column = this.column;
    for (let at = this.offset; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code !== SPACE && code !== TAB) break;
      column += widthOf(code, column);
    }
    return column - this.column;
  }

  /** The first character that is not white space; -1 where there is none. */
  codeAfterBlanks(): number {
    for (let at = this.offset; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code !== SPACE && code !== TAB) return code;
    }
    return -1;
  }

  isBlank(): boolean {
    return this.codeAfterBlanks() === -1;
  }

  /** Skips white space up to so many columns; of a tab only a part may be used up. */
  skipColumns(columns: number): void {
    const target = this.column + columns;
    while (this.column < target && this.offset < this.end) {
      const code = this.text.charCodeAt(this.offset);
      if (code !== SPACE && code !== TAB) return;
      const width = widthOf(code, this.column);
      if (this.column + width > target) {
        this.column = target;
        return;
      }
      this.column += width;
      this.offset++;
    }
  }

  /** Skips characters that are no tabs. */
  skipCharacters(count: number): void {
    this.offset += count;
    this.column += count;
  }

  /** Length of a run of one character at the cursor. */
  run(code: number): number {
    let length = 0;
    while (this.code(length) === code) length++;
    return length;
  }
}

/** Length of a list item's marker at the cursor, which stands on the first character after white space; 0 without one. */
export function listMarker(line: LineCursor): number {
  let length = 0;
  if (isBullet(line.code())) length = 1;
  else {
    while (length <= MOST_DIGITS && isDigit(line.code(length))) length++;
    const delimiter = line.code(length);
    if (length === 0 || length > MOST_DIGITS || (delimiter !== 41 && delimiter !== 46)) return 0;
    length++;
  }
  const next = line.code(length);
  return next === -1 || isBlankCode(next) ? length : 0;
}

/** Whether the marker of this length at the cursor can begin a list in the middle of a paragraph. */
export function interruptsParagraph(line: LineCursor, length: number): boolean {
  const first = line.code();
  if (!isBullet(first) && !(length === 2 && first === 49)) return false;
  let after = length;
  while (isBlankCode(line.code(after))) after++;
  return line.code(after) !== -1;
}

/** `***`, `---` or `___`, blanks between them allowed. */
export function isThematicBreak(line: LineCursor): boolean {
  const mark = line.code();
  if (mark !== 42 && mark !== 45 && mark !== 95) return false;
  let count = 0;
  for (let ahead = 0; ; ahead++) {
    const code = line.code(ahead);
    if (code === -1) return count >= 3;
    if (code === mark) count++;
    else if (code !== SPACE && code !== TAB) return false;
  }
}

/** The level an underline of `=` or `-` gives the paragraph above it; 0 where the line is none. */
export function setextLevel(line: LineCursor): 0 | 1 | 2 {
  const mark = line.code();
  if (mark !== 61 && mark !== 45) return 0;
  let ahead = line.run(mark);
  while (line.code(ahead) === SPACE || line.code(ahead) === TAB) ahead++;
  if (line.code(ahead) !== -1) return 0;
  return mark === 61 ? 1 : 2;
}

export function atxLevel(line: LineCursor): number {
  const level = line.run(35);
  const next = line.code(level);
  const ends = next === -1 || next === SPACE || next === TAB;
  return level >= 1 && level <= MOST_HEADING_LEVELS && ends ? level : 0;
}

/** The text of an ATX heading: without the marks, the closing marks and the blanks around. */
export function atxText(text: string, line: LineCursor, level: number): Span {
  const content = trimBlanks(text, line.offset + level, line.end);
  let marks = content.end;
  while (marks > content.start && text.charCodeAt(marks - 1) === 35) marks--;
  const before = text.charCodeAt(marks - 1);
  const closing = marks < content.end && (marks === content.start || before === SPACE || before === TAB);
  return closing ? trimBlanks(text, content.start, marks) : content;
}

/** The marks that open a fence, or an empty text. */
export function fenceMark(text: string, line: LineCursor): string {
  const mark = line.code();
  if (mark !== 96 && mark !== 126) return '';
  const length = line.run(mark);
  if (length < LEAST_FENCE_MARKS) return '';
  if (mark === 96) {
    for (let ahead = length; line.code(ahead) !== -1; ahead++) if (line.code(ahead) === 96) return '';
  }
  return text.slice(line.offset, line.offset + length);
}

export function closesFence(line: LineCursor, mark: string): boolean {
  let ahead = line.run(mark.charCodeAt(0));
  if (ahead < mark.length) return false;
  while (line.code(ahead) === SPACE || line.code(ahead) === TAB) ahead++;
  return line.code(ahead) === -1;
}

/** Characters a block other than a paragraph can begin with: blanks, `#`, digits, `<`, `>` and those of `MARKS`. */
const MAY_OPEN = new Uint8Array(128);
for (const character of ' \t#0123456789<>*+-=_`~') MAY_OPEN[character.charCodeAt(0)] = 1;
/** Characters that open a block only before a blank, before the line's end, or three of them in a row. */
const MARKS = new Uint8Array(128);
for (const character of '*+-=_`~') MARKS[character.charCodeAt(0)] = 1;

/**
 * True where text that goes on with a paragraph, or begins one, stands at an offset: true for most lines, and told by a
 * character or two. False where it takes a closer look.
 */
export function isPlainText(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (at >= end) return false;
  if (code > 127 || MAY_OPEN[code] === 0) return true;
  if (MARKS[code] === 0) return false;
  // `**bold**`, `` `code` ``, `-x`
  const decisive = text.charCodeAt(at + 1) === code ? at + 2 : at + 1;
  if (decisive >= end) return false;
  const next = text.charCodeAt(decisive);
  return next !== code && !isBlankCode(next);
}

/** True where `- ` and plain text stand at an offset: an item as nearly all are written. False takes a closer look. */
export function isPlainItem(text: string, at: number, end: number): boolean {
  return isBullet(text.charCodeAt(at)) && text.charCodeAt(at + 1) === SPACE && isPlainText(text, at + 2, end);
}

export function trimBlanks(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlankCode(code: number): boolean {
  return code === SPACE || code === TAB;
}

function widthOf(code: number, column: number): number {
  return code === SPACE ? 1 : TAB_STOP - (column % TAB_STOP);
}

function isBullet(code: number): boolean {
  return code === 42 || code === 43 || code === 45;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
