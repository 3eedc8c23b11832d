// Text for a terminal: the columns of wide and combining characters, and nothing that controls the terminal.
import { lazy } from '../../util/lazy.ts';
import { printableLine } from '../../util/printable.ts';

/** Wide in every terminal: East Asian scripts and full-width forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
const ZERO_WIDTH = /^[\p{Mark}\p{Cf}]+$/u;
const TAB_WIDTH = 2;

/** Created on first use: it takes longer than everything else at the start of a run. */
const graphemes = lazy(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

export function columnsOf(text: string): number {
  if (isPlain(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes().segment(text)) columns += columnsOfGrapheme(segment);
  return columns;
}

/** ASCII, Latin letters, dashes, quotes and plain arrows: one column each, and nothing that joins with what stands before it. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193]*$/;

/** Of most text every character takes one column, and there is no need to look for its graphemes. */
function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

function columnsOfGrapheme(grapheme: string): number {
  if (ZERO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1;
}

/** Text of a file in one line, with nothing in it that is not shown; tabs as spaces. */
export function displayLine(text: string): string {
  return printableLine(text.replaceAll('\t', ' '.repeat(TAB_WIDTH)));
}

/** The longest prefix that fits, in whole characters. */
export function fitStart(text: string, columns: number): string {
  if (isPlain(text)) return text.slice(0, Math.max(0, columns));
  let used = 0;
  let fitting = '';
  for (const { segment } of graphemes().segment(text)) {
    used += columnsOfGrapheme(segment);
    if (used > columns) break;
    fitting += segment;
  }
  return fitting;
}

/** The longest suffix that fits, in whole characters. */
export function fitEnd(text: string, columns: number): string {
  if (isPlain(text)) return text.slice(Math.max(0, text.length - columns));
  const segments = [...graphemes().segment(text)];
  let used = 0;
  let from = text.length;
  for (const { segment, index } of segments.reverse()) {
    used += columnsOfGrapheme(segment);
    if (used > columns) break;
    from = index;
  }
  return text.slice(from);
}

/** Breaks text at spaces into lines of the given width; a longer word gets its own line. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const width = columnsOf(word);
    if (line !== '' && used + 1 + width > columns) {
      lines.push(line);
      line = word;
      used = width;
    } else {
      used += line === '' ? width : width + 1;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
