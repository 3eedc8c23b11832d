// The text under the scanner: where it stands, and which characters libyaml takes for blanks and line breaks.

export interface Source {
  readonly text: string;
  /** Where the YAML starts. */
  readonly start: number;
  at: number;
  /** Line breaks passed. */
  line: number;
  /** Where the line at `at` starts. */
  lineStart: number;
  /** The end of the text was passed. */
  isOver: boolean;
  /** Surrogate pairs before `counted`: the reader's limits are in characters. */
  pairs: number;
  counted: number;
}

export function createSource(text: string, start: number): Source {
  const first = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  return { text, start, at: first, line: 0, lineStart: first, isOver: false, pairs: 0, counted: first };
}

/** The code at a distance from the place; NaN after the end. */
export function codeAt(source: Source, distance = 0): number {
  return source.text.charCodeAt(source.at + distance);
}

/** UTF-16 units from the start of the line: what stands before a token that is indented is ASCII. */
export function columnOf(source: Source): number {
  return source.at - source.lineStart;
}

/** How many characters, not UTF-16 units, come before the place. Asked in order, it costs one pass over the text. */
export function characterIndex(source: Source): number {
  const { text, at } = source;
  for (; source.counted < at; source.counted++) {
    const code = text.charCodeAt(source.counted);
    if (code >= 0xdc00 && code <= 0xdfff) source.pairs++;
  }
  return at - source.pairs;
}

/** Goes over one line break, two characters for CRLF, and gives what it stands for; nothing where there is none. */
export function takeBreak(source: Source): string {
  const code = codeAt(source);
  if (!isBreak(code)) return '';
  source.at += code === CR && codeAt(source, 1) === LF ? 2 : 1;
  source.line++;
  source.lineStart = source.at;
  return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? String.fromCharCode(code) : '\n';
}

export function skipBlanks(source: Source): void {
  while (isBlank(codeAt(source))) source.at++;
}

export function skipToBreak(source: Source): void {
  while (!isBreakOrEnd(codeAt(source))) source.at++;
}

/** `---` or `...` at the start of a line, with a blank, a break or the end after it. */
export function atDocumentMark(source: Source, mark?: '---' | '...'): boolean {
  const { text, at } = source;
  if (at !== source.lineStart || !isSpace(codeAt(source, 3))) return false;
  return mark ? text.startsWith(mark, at) : text.startsWith('---', at) || text.startsWith('...', at);
}

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const HASH = 0x23;
export const COLON = 0x3a;
const NEXT_LINE = 0x85;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isBreak(code: number): boolean {
  return code === LF || code === CR || code === NEXT_LINE || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR;
}

export function isBreakOrEnd(code: number): boolean {
  return isBreak(code) || Number.isNaN(code);
}

/** A blank, a break or the end. */
export function isSpace(code: number): boolean {
  return isBlank(code) || isBreakOrEnd(code);
}

/** A letter or digit of ASCII, `-` or `_`. */
export function isWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code) || code === 0x2d || code === 0x5f
  );
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** `,` `[` `]` `{` `}` */
export function isFlowIndicator(code: number): boolean {
  return code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}
