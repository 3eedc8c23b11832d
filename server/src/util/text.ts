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

/** Offsets at which lines start. Line ends are LF, CRLF and a lone CR, as in LSP. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) i++;
      starts.push(i + 1);
    } else if (code === 10) {
      starts.push(i + 1);
    }
  }
  return starts;
}

export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);

  function startOf(line: number): number {
    return starts[line] ?? text.length;
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
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= target) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: target - startOf(low) };
  }

  return {
    lineCount: starts.length,
    lineSpan,
    positionAt,
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      const { start, end } = lineSpan(line);
      return Math.min(start + Math.max(0, character), end);
    },
    rangeOf(span) {
      return { start: positionAt(span.start), end: positionAt(span.end) };
    },
  };
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
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
