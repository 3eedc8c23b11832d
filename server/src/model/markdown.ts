// The Markdown of a body: headings, fences, prose, links and tags with ranges. The structure comes from a scanner of
// blocks (blocks.ts) and not from the Markdown parser that renders the card (render.ts): it reads a text many times
// faster, and in linear time whatever the text.
import { lazy } from '../util/lazy.ts';
import type { Span } from '../util/text.ts';
import { type CodeFence, type Heading, scanBlocks } from './blocks.ts';
import { maskInlineCode } from './inlineCode.ts';
import { findLinks, type Link } from './links.ts';
import { type FenceNesting, findTagBlocks, type MaskedProse, nestFences, type TagBlock } from './regions.ts';

export type { CodeFence, Heading, Link, MaskedProse, TagBlock };

export interface MarkdownStructure {
  /** All of them, in order of writing. */
  readonly headings: readonly Heading[];
  /** The headings that divide the document: none that are quoted, listed, in a `<tag>` block or there by accident. */
  readonly outline: readonly Heading[];
  readonly fences: readonly CodeFence[];
  readonly fenceNesting: FenceNesting;
  /** Blocks of running text (paragraphs, list items, tables, headings), code excluded. */
  readonly prose: readonly Span[];
  readonly maskedProse: readonly MaskedProse[];
  readonly links: readonly Link[];
  readonly tags: readonly TagBlock[];
}

/** Offsets in the results are offsets in `text`; the body starts at `bodyStart` and need not start a line. */
export function parseMarkdown(text: string, bodyStart: number): MarkdownStructure {
  const blocks = scanBlocks(text, bodyStart);
  const maskedProse = lazy(() => blocks.prose.map((span) => maskLazily(span, text.slice(span.start, span.end))));
  const links = lazy(() => findLinks(maskedProse()));
  const tags = lazy(() => findTagBlocks(maskedProse()));
  const fenceNesting = lazy(() => nestFences(text, bodyStart, blocks));
  const outline = lazy(() => {
    const apart = [...tags().map(({ span }) => span), ...fenceNesting().regions];
    return leaveOut(blocks.headings, apart).filter((heading) => !heading.nested && !isAccident(heading));
  });
  return {
    ...blocks,
    get outline() {
      return outline();
    },
    get fenceNesting() {
      return fenceNesting();
    },
    get maskedProse() {
      return maskedProse();
    },
    get links() {
      return links();
    },
    get tags() {
      return tags();
    },
  };
}

/** Most text is asked for a sign or two that it does not have, so the code in it need not be found. */
function maskLazily(span: Span, raw: string): MaskedProse {
  const masked = lazy(() => maskInlineCode(raw));
  return {
    span,
    raw,
    get masked() {
      return masked();
    },
  };
}

/** Matches of a global pattern in running text, inline code left out. */
export function matchProse(structure: MarkdownStructure, pattern: RegExp): RegExpExecArray[] {
  return structure.maskedProse.flatMap(({ span, masked }) => {
    const found = [...masked.matchAll(pattern)];
    for (const match of found) match.index += span.start;
    return found;
  });
}

/** The items, which are in order, that begin in none of the regions. */
export function leaveOut<T extends { readonly span: Span }>(items: readonly T[], regions: readonly Span[]): T[] {
  if (regions.length === 0) return [...items];
  const ordered = regions.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let coveredTo = 0;
  return items.filter(({ span }) => {
    for (let region = ordered[next]; region && region.start <= span.start; region = ordered[++next]) {
      coveredTo = Math.max(coveredTo, region.end);
    }
    return span.start >= coveredTo;
  });
}

/** Sentences with a separator right under them, which Markdown takes for a heading. */
function isAccident({ style, level, text }: Heading): boolean {
  return style === 'setext' && level === 2 && /[\r\n]|[.:;,!?)>]$/.test(text);
}
