// Links in running text, found by pattern: `[text](target)` and `[label]: target`.
import type { Span } from '../util/text.ts';
import type { MaskedProse } from './maskedProse.ts';

export interface Link {
  readonly target: string;
  readonly targetSpan: Span;
  readonly span: Span;
}

/** Every repetition is bounded or stops at a character the next part begins with, so that no text makes it slow. */
const INLINE =
  /(?<!!)\[(?:[^[\]\\]|\\.){0,500}\]\([ \t]*(?:<([^<>\r\n]{1,2000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,500}\)){1,2000}))(?:\s{1,100}(?:"[^"]{0,500}"|'[^']{0,500}'))?[ \t]*\)/g;
const DEFINITION =
  /^ {0,3}\[[^[\]\r\n^][^[\]\r\n]{0,500}\]:[ \t]{0,100}(?:<([^<>\r\n]{1,2000})>|([^\s<]\S{0,2000}))(?:[ \t]{1,100}(?:"[^"\r\n]{0,500}"|'[^'\r\n]{0,500}'|\([^()\r\n]{0,500}\)))?[ \t]{0,100}$/gm;

/** Every link has one of them. */
export const LINK_SIGNS: readonly string[] = ['](', ']:'];

/** In order of writing. Images are not links. Only prose with a sign of a link need be given. */
export function findLinks(prose: readonly MaskedProse[]): Link[] {
  const links: Link[] = [];
  for (const { span, masked } of prose) {
    const found: Link[] = [];
    if (masked.includes('](')) collect(masked, INLINE, '](', span.start, found);
    const inline = found.length;
    if (masked.includes(']:')) collect(masked, DEFINITION, ']:', span.start, found);
    if (inline > 0 && found.length > inline) found.sort((a, b) => a.span.start - b.span.start);
    for (const link of found) links.push(link);
  }
  return links;
}

/** In both patterns the target is one of two groups. */
function collect(masked: string, pattern: RegExp, before: string, offset: number, found: Link[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(masked); match; match = pattern.exec(masked)) {
    found.push(toLink(match, match[1] ?? match[2], before, offset));
  }
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
