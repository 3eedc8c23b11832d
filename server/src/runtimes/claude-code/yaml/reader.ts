// The state of reading YAML: the position, the indentation of lines, and the anchors seen so far.
import type { YamlNode } from '../../../model/yaml.ts';
import { Fault } from './fault.ts';

export interface Reader {
  readonly text: string;
  /** Where the first line starts. */
  readonly first: number;
  at: number;
  readonly anchors: Map<string, YamlNode>;
  depth: number;
  /**
   * A line that starts with a tab is an error even if it is blank or a comment. Measured: this applies inside and after
   * the value of every pair of a block mapping except the first, but not inside brackets or right after a block scalar.
   */
  strictTabs: boolean;
  /** Lines starting before this offset were scanned for the continuation of a plain scalar, including tabs. */
  lookedOver: number;
  /** The gap that ends at `at`, once skipped: collections that end together look at the same one. */
  lastGap: { readonly end: number; readonly gap: Gap } | null;
}

/** The space between two tokens, and how the second token's line starts. */
export interface Gap {
  /** Whether it contains a line break. */
  readonly newLine: boolean;
  /** Spaces before the token if it is the first on its line; otherwise the indentation of its line. */
  readonly indent: number;
  /** A tab follows these spaces. */
  readonly tabbed: boolean;
}

/** Deeper nesting is reported rather than read: the reader recurses, and nobody writes it. */
const DEPTH_LIMIT = 256;

/** Reads `text` from `start` to its end. */
export function createReader(text: string, start: number): Reader {
  // Measured: a byte order mark at the start of the text is dropped.
  const first = text.charCodeAt(start) === BOM ? start + 1 : start;
  return { text, first, at: first, anchors: new Map(), depth: 0, strictTabs: false, lookedOver: 0, lastGap: null };
}

/** Runs a step one level deeper. */
export function nested<T>(reader: Reader, step: () => T): T {
  if (++reader.depth > DEPTH_LIMIT) throw new Fault('too-deep', reader.at);
  const result = step();
  reader.depth--;
  return result;
}

/** Runs a step with `strictTabs` as given. */
export function withTabs<T>(reader: Reader, strict: boolean, step: () => T): T {
  const before = reader.strictTabs;
  reader.strictTabs = strict;
  const result = step();
  reader.strictTabs = before;
  return result;
}

/** Skips spaces, line breaks, and comments up to the next token. */
export function skipGap(reader: Reader): Gap {
  if (reader.lastGap?.end === reader.at) return reader.lastGap.gap;
  const gap = findGap(reader);
  reader.lastGap = { end: reader.at, gap };
  return gap;
}

function findGap(reader: Reader): Gap {
  const { text } = reader;
  let at = reader.at;
  let newLine = startsLine(reader, at);
  let lineStart = newLine ? at : -1;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (isBreak(code)) {
      newLine = true;
      lineStart = at + 1;
      const strict = reader.strictTabs && lineStart >= reader.lookedOver;
      if (strict && text.charCodeAt(lineStart) === TAB) throw new Fault('tab-indent', lineStart);
    } else if (code === HASH && opensComment(reader, at)) {
      at = endOfLine(text, at) - 1;
    } else if (!isBlank(code)) {
      break;
    }
  }
  reader.at = at;
  if (lineStart < 0) return { newLine: false, indent: 0, tabbed: false };
  const indent = spacesFrom(text, lineStart);
  return { newLine, indent, tabbed: text.charCodeAt(lineStart + indent) === TAB };
}

export function skipBlanks(reader: Reader): void {
  while (isBlank(reader.text.charCodeAt(reader.at))) reader.at++;
}

/** The column of the token at `at`. */
export function columnOf(reader: Reader, at: number): number {
  let start = at;
  while (!startsLine(reader, start)) start--;
  return at - start;
}

/** Measured: `...` at the start of a line ends the document; only spaces and a comment may follow. */
export function atDocumentEnd(reader: Reader, at = reader.at): boolean {
  return reader.text.startsWith('...', at) && startsLine(reader, at) && isSpace(reader.text.charCodeAt(at + 3));
}

function startsLine({ text, first }: Reader, at: number): boolean {
  return at <= first || isBreak(text.charCodeAt(at - 1));
}

/** A `#` starts a comment only after white space or at the start of a line. */
function opensComment(reader: Reader, at: number): boolean {
  return startsLine(reader, at) || isBlank(reader.text.charCodeAt(at - 1));
}

export function spacesFrom(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE) at++;
  return at - start;
}

export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

/** After the line break at `at`: `\r\n` counts as one. */
export function afterBreak(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

const BOM = 0xfeff;
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const HASH = 35;

/** Measured: LF, CRLF, and a lone CR end a line; no other character does. */
export function isBreak(code: number): boolean {
  return code === LF || code === CR;
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** White space or the end of the text, whose code is NaN. */
export function isSpace(code: number): boolean {
  return isBlank(code) || isBreak(code) || Number.isNaN(code);
}

export function isFlowIndicator(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

/** An indicator counts only before white space. */
export function atIndicator({ text, at }: Reader, indicator: '-' | '?' | ':'): boolean {
  return text.charAt(at) === indicator && isSpace(text.charCodeAt(at + 1));
}

export function spansLines(text: string, start: number, end: number): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}
