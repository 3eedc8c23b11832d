// Links in running text, found by pattern: `[text](target)` and `[label]: target`.
import type { Span } from '../util/text.ts';
import type { MaskedProse } from './regions.ts';

export interface Link {
  readonly target: string;
  readonly targetSpan: Span;
  readonly span: Span;
}

/** Every repetition is bounded or stops at a character the next part begins with, so that no text makes it slow. */
const INLINE =
  /(?<!!)\[(?:[^[\]\\]|\\.){0,500}\]\([ \t]*(?:<([^<>\r\n]{1,2000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,500}\)){1,2000}))(?:\s{1,100}(?:"[^"]{0,500}"|'[^']{0,500}'))?[ \t]*\)/g;
const DEFINITION =
  /^ {0,3}\[([^[\]\r\n^][^[\]\r\n]{0,500})\]:[ \t]{0,100}(?:<([^<>\r\n]{1,2000})>|([^\s<]\S{0,2000}))(?:[ \t]{1,100}(?:"[^"\r\n]{0,500}"|'[^'\r\n]{0,500}'|\([^()\r\n]{0,500}\)))?[ \t]{0,100}$/gm;

/** In order of writing. Images are not links. */
export function findLinks(prose: readonly MaskedProse[]): Link[] {
  return prose.flatMap((part) => {
    if (!part.raw.includes('](') && !part.raw.includes(']:')) return [];
    const { span, masked } = part;
    const found: Link[] = [];
    if (masked.includes('](')) {
      for (const match of masked.matchAll(INLINE)) found.push(toLink(match, match[1] ?? match[2], '](', span.start));
    }
    if (masked.includes(']:')) {
      for (const match of masked.matchAll(DEFINITION))
        found.push(toLink(match, match[2] ?? match[3], ']:', span.start));
    }
    return found.sort((a, b) => a.span.start - b.span.start);
  });
}

function toLink(match: RegExpExecArray, target: string | undefined, before: string, offset: number): Link {
  const written = target ?? '';
  const start = offset + match.index;
  const targetStart = start + match[0].indexOf(written, match[0].indexOf(before) + before.length);
  return {
    target: written,
    targetSpan: { start: targetStart, end: targetStart + written.length },
    span: { start, end: start + match[0].length },
  };
}
