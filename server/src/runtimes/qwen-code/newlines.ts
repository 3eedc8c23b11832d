// The text as Qwen Code sees it: without a byte order mark, every line ending as LF. Offsets lead back to the file.
import { bomLength } from '../../model/fence.ts';

export interface NormalizedText {
  readonly text: string;
  /** Where an offset of `text` stands in the file. */
  toSource(offset: number): number;
}

/** Measured: CRLF and a lone CR end lines like LF. */
export function normalizeNewlines(source: string): NormalizedText {
  const start = bomLength(source);
  const text = source.slice(start).replace(/\r\n?/g, '\n');
  if (text.length + start === source.length) return { text, toSource: (offset) => start + offset };
  const shortened = shortenedBreaks(source, start);
  return { text, toSource: (offset) => start + offset + countBelow(shortened, offset) };
}

/** Where in the normalized text the line breaks stand that were CRLF. */
function shortenedBreaks(source: string, start: number): number[] {
  const breaks: number[] = [];
  for (let at = source.indexOf('\r\n', start); at >= 0; at = source.indexOf('\r\n', at + 2)) {
    breaks.push(at - start - breaks.length);
  }
  return breaks;
}

/** How many of the ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
