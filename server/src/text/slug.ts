// Anchors of headings as GitHub makes them, for links inside a document: `#what-to-do`.

import { maskInlineCode } from '../model/inlineCode.ts';
import type { Span } from '../util/text.ts';

/** The anchor of each heading; of two with the same text the second gets `-1`. */
export function headingSlugs(headings: readonly { readonly text: string }[]): string[] {
  const timesSeen = new Map<string, number>();
  return headings.map(({ text }) => {
    const slug = slugOf(text);
    let unique = slug;
    for (let times = timesSeen.get(slug) ?? 0; timesSeen.has(unique); unique = `${slug}-${times}`) {
      times++;
      timesSeen.set(slug, times);
    }
    timesSeen.set(unique, 0);
    return unique;
  });
}

const PUNCTUATION = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;

/** The anchor of a heading's text, Markdown in it read as a renderer reads it. */
export function slugOf(text: string): string {
  return renderedText(text.trim()).toLowerCase().replace(PUNCTUATION, '').replaceAll(' ', '-');
}

/** Each kind of Markdown whose letters do not all show. Every repetition stops at a character it began with. */
const HIDDEN: readonly RegExp[] = [
  /(?<!\\)<\/?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]*>/g,
  /&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});/g,
  /!?\[[^[\]]*\](\([^()\s]*\))/g,
  /(?<![\p{L}\p{N}_\\])(_{1,3})(?=[^\s_])[^_]*[^\s_](\1)(?![\p{L}\p{N}_])/gu,
];

function renderedText(text: string): string {
  if (!/[<&[_]/.test(text)) return text;
  const masked = maskInlineCode(text);
  const hidden = HIDDEN.flatMap((pattern) => [...masked.matchAll(pattern)].flatMap(hiddenParts));
  let rendered = '';
  let copied = 0;
  for (const { start, end } of hidden.sort((a, b) => a.start - b.start)) {
    if (start < copied) continue;
    rendered += text.slice(copied, start);
    copied = end;
  }
  return rendered + text.slice(copied);
}

/** The whole match, or only what stands in its groups: a link's target, the marks of emphasis. */
function hiddenParts(match: RegExpExecArray): Span[] {
  const start = match.index;
  const end = start + match[0].length;
  const [, first, second] = match;
  // An image shows no letters, a link those in its brackets.
  if (first === undefined || match[0].startsWith('!')) return [{ start, end }];
  if (second === undefined) return [{ start: end - first.length, end }];
  return [
    { start, end: start + first.length },
    { start: end - second.length, end },
  ];
}
