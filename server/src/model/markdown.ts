// The Markdown of a body: headings, fences, prose, links and tags with ranges. The structure comes from a scanner of
// blocks (blocks.ts) and not from the Markdown parser that renders the card (render.ts): it reads a text many times
// faster, and in linear time whatever the text.
import type { Span } from '../util/text.ts';
import { type CodeFence, type Heading, scanBlocks } from './blocks.ts';
import { findLinks, LINK_SIGNS, type Link } from './links.ts';
import { type MaskedProse, maskedProse, proseWith } from './maskedProse.ts';
import { type FenceNesting, findTagBlocks, nestFences, TAG_SIGNS, type TagBlock } from './regions.ts';

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
  return new LazyStructure(text, bodyStart);
}

/** The blocks are found at once, everything else when first asked for. */
class LazyStructure implements MarkdownStructure {
  readonly headings: readonly Heading[];
  readonly fences: readonly CodeFence[];
  readonly prose: readonly Span[];
  private readonly text: string;
  private readonly bodyStart: number;
  private foundOutline: readonly Heading[] | undefined;
  private foundNesting: FenceNesting | undefined;
  private foundMasked: readonly MaskedProse[] | undefined;
  private foundLinks: readonly Link[] | undefined;
  private foundTags: readonly TagBlock[] | undefined;

  constructor(text: string, bodyStart: number) {
    const { headings, fences, prose } = scanBlocks(text, bodyStart);
    this.text = text;
    this.bodyStart = bodyStart;
    this.headings = headings;
    this.fences = fences;
    this.prose = prose;
  }

  get outline(): readonly Heading[] {
    if (!this.foundOutline) {
      const apart = [...this.tags.map(({ span }) => span), ...this.fenceNesting.regions];
      this.foundOutline = leaveOut(this.headings, apart).filter((heading) => !heading.nested && !isAccident(heading));
    }
    return this.foundOutline;
  }

  get fenceNesting(): FenceNesting {
    this.foundNesting ??= nestFences(this.text, this.bodyStart, this.fences);
    return this.foundNesting;
  }

  get maskedProse(): readonly MaskedProse[] {
    this.foundMasked ??= this.prose.map((span) => maskedProse(this.text, span));
    return this.foundMasked;
  }

  get links(): readonly Link[] {
    this.foundLinks ??= findLinks(proseWith(this.text, this.prose, LINK_SIGNS));
    return this.foundLinks;
  }

  get tags(): readonly TagBlock[] {
    this.foundTags ??= findTagBlocks(proseWith(this.text, this.prose, TAG_SIGNS));
    return this.foundTags;
  }
}

/** Matches of a global pattern in running text, inline code left out. */
export function matchProse(structure: MarkdownStructure, pattern: RegExp): RegExpExecArray[] {
  return structure.maskedProse.flatMap(({ span, masked }) => {
    const found = [...masked.matchAll(pattern)];
    for (const match of found) match.index += span.start;
    return found;
  });
}

/** Whether a cursor stands in a block of code, the lines of its fences included. */
export function isInFence({ fences }: MarkdownStructure, offset: number): boolean {
  return fences.some(({ span, closed }) => span.start <= offset && (offset < span.end || !closed));
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
