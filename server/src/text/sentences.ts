// Sentences of a paragraph, a list item or a run of lines, with ranges.

import { maskInlineCode } from '../model/inlineCode.ts';
import { type Span, trimSpan } from '../util/text.ts';

/** The end of a sentence, or a line that begins something new: an item, a table's row, a quote. */
const BOUNDARY = /[.!?]["')\]*_”’]{0,4}(?=\s)|(?:\r\n|\r|\n)(?=[ \t]{0,40}(?:[|>]|[-*+][ \t]|\d{1,3}[.)][ \t]))/g;
const ABBREVIATION = /\b(?:e\.g|i\.e|vs|cf)\.$/i;
const LONGEST_ABBREVIATION = 5;
/** The mark of a list item, with the box of a task. */
const ITEM_MARK = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;

/** In order, without the marks of list items and without blanks around them. Linear in the text. */
export function sentencesIn(text: string, { start, end }: Span): Span[] {
  const part = text.slice(start, end);
  const masked = maskInlineCode(part);
  const sentences: Span[] = [];
  let from = markLength(part, 0);
  for (const { 0: found, index } of masked.matchAll(BOUNDARY)) {
    const to = index + found.length;
    if (index < from || ABBREVIATION.test(masked.slice(Math.max(0, to - LONGEST_ABBREVIATION), to))) continue;
    add(from, to);
    from = to + (/[\r\n]/.test(found) ? markLength(part, to) : 0);
  }
  add(from, part.length);
  return sentences;

  function add(sentenceStart: number, sentenceEnd: number): void {
    const span = trimSpan(text, { start: start + sentenceStart, end: start + sentenceEnd });
    if (span.end > span.start) sentences.push(span);
  }
}

const LONGEST_MARK = 60;

function markLength(part: string, at: number): number {
  return ITEM_MARK.exec(part.slice(at, at + LONGEST_MARK))?.[0].length ?? 0;
}
