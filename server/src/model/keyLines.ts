// Top-level keys of a YAML text found line by line: works on any text, however broken, and is pure string work.
import type { Span } from '../util/text.ts';

/** A line that starts a top-level key, and the text up to the next such line. */
export interface KeyLine {
  readonly key: string;
  /** The key without its quotes. */
  readonly keySpan: Span;
  /** From after the colon and blanks to the end of the last line that belongs to the key, trailing blanks left out. */
  readonly valueSpan: Span;
}

const KEY = /^(["']?)([^\s#"':{}[\],&*!|>%@`-][^"':#\r\n]{0,200}?|[^\s"':#-])\1[ \t]*:(?=[ \t\r\n]|$)[ \t]*/;

export function scanKeyLines(text: string, inner: Span): KeyLine[] {
  const found: { key: string; keySpan: Span; valueStart: number; lineStart: number }[] = [];
  let lineStart = inner.start;
  while (lineStart < inner.end) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 || newline >= inner.end ? inner.end : newline + 1;
    const match = KEY.exec(text.slice(lineStart, lineEnd));
    const key = match?.[2];
    if (match && key !== undefined) {
      const start = lineStart + (match[1] ? 1 : 0);
      found.push({
        key,
        keySpan: { start, end: start + key.length },
        valueStart: lineStart + match[0].length,
        lineStart,
      });
    }
    lineStart = lineEnd;
  }
  return found.map(({ key, keySpan, valueStart }, index) => {
    const limit = found[index + 1]?.lineStart ?? inner.end;
    return { key, keySpan, valueSpan: { start: valueStart, end: trimEnd(text, valueStart, limit) } };
  });
}

function trimEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && /\s/.test(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}
