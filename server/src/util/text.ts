// Text positions: spans of UTF-16 offsets, and the index that turns offsets into lines and back.

/** Half-open range `[start, end)` of offsets into one text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based line and UTF-16 character, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** For places in files that have no better one. */
export const TEXT_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export interface LineIndex {
  readonly lineCount: number;
  /** Position of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position;
  /** Offset of a position; lines and characters outside the text are clamped. */
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
  /** The line without its line break. */
  lineSpan(line: number): Span;
}

/** A text in which positions can be shown. */
export interface SourceText {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
}

/** Offsets at which lines start. Line ends are LF, CRLF and a lone CR, as in LSP. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  // `indexOf` runs many times faster than a loop over the characters, above all in a process that has just started.
  let lf = text.indexOf('\n');
  let cr = text.indexOf('\r');
  while (lf >= 0 || cr >= 0) {
    const crFirst = cr >= 0 && (lf < 0 || cr < lf);
    const at = crFirst && lf !== cr + 1 ? cr : lf;
    starts.push(at + 1);
    if (crFirst) cr = text.indexOf('\r', cr + 1);
    if (lf >= 0 && lf <= at) lf = text.indexOf('\n', at + 1);
  }
  return starts;
}

/** The lines of a text, found when first asked for: most texts are never asked. */
export function createLineIndex(text: string): LineIndex {
  let found: readonly number[] | undefined;

  function starts(): readonly number[] {
    found ??= lineStarts(text);
    return found;
  }

  function startOf(line: number): number {
    return starts()[line] ?? text.length;
  }

  function lineSpan(line: number): Span {
    const start = startOf(line);
    let end = startOf(line + 1);
    while (end > start && isLineBreak(text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  function positionAt(offset: number): Position {
    const target = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts().length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= target) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: target - startOf(low) };
  }

  return {
    get lineCount() {
      return starts().length;
    },
    lineSpan,
    positionAt,
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts().length) return text.length;
      const { start, end } = lineSpan(line);
      return Math.min(start + Math.max(0, character), end);
    },
    rangeOf(span) {
      return { start: positionAt(span.start), end: positionAt(span.end) };
    },
  };
}

/** Calls with the start and the end of each line from an offset on, line breaks left out; none for an empty rest. */
export function forEachLine(text: string, from: number, read: (start: number, end: number) => void): void {
  let lf = -1;
  let cr = -1;
  for (let start = from; start < text.length; ) {
    // Each search starts where the last one ended, so that a text with one kind of line break is searched once for each.
    if (lf < start) lf = indexOrEnd(text, '\n', start);
    if (cr < start) cr = indexOrEnd(text, '\r', start);
    const end = Math.min(lf, cr);
    read(start, end);
    start = lf === cr + 1 ? lf + 1 : end + 1;
  }
}

function indexOrEnd(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** The same characters in memory of their own: a part of a text keeps the whole text alive. */
export function detached(part: string): string {
  return ` ${part}`.slice(1);
}

export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The span widened where it would cut a surrogate pair in two: no editor can mark half a character. */
export function wholeCharacters(text: string, { start, end }: Span): Span {
  const from = splitsPair(text, start) ? start - 1 : start;
  return { start: from, end: end > from && splitsPair(text, end) ? end + 1 : Math.max(from, end) };
}

function splitsPair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The span without the white space at its ends; an all-blank span becomes empty at its start. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  return { start, end };
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
