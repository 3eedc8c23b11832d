// Parts of a body that authors set apart though Markdown does not: `<tag>` blocks, and fences nested in fences.
import type { Span } from '../util/text.ts';
import type { Blocks } from './blocks.ts';

/** From a line that begins with `<name>` to the `</name>` that belongs to it. */
export interface TagBlock {
  readonly name: string;
  readonly span: Span;
  readonly open: Span;
  readonly close: Span;
}

export interface MaskedProse {
  readonly span: Span;
  /** The text of the span as it is: where this has no sign of something, neither has `masked`. */
  readonly raw: string;
  /** The text of the span with inline code blanked out. */
  readonly masked: string;
}

const TAG = /<(\/?)([A-Za-z][\w:-]*)(?:[ \t][^<>\r\n]*)?>/g;
const LINE_PREFIX = /(?:^|[\r\n])[\s>*+-]*(?:\d{1,9}[.)]\s*)?$/;
const LONGEST_PREFIX = 80;

/** In order of their ends. A tag without its closing one is no block. Linear in the text. */
export function findTagBlocks(prose: readonly MaskedProse[]): TagBlock[] {
  const blocks: TagBlock[] = [];
  const open: { name: string; span: Span }[] = [];
  const openCount = new Map<string, number>();
  for (const part of prose) {
    if (!part.raw.includes('<')) continue;
    const { span, masked } = part;
    for (const match of masked.matchAll(TAG)) {
      const name = match[2] ?? '';
      const start = span.start + match.index;
      const tag = { start, end: start + match[0].length };
      if (match[1] === '') {
        if (!LINE_PREFIX.test(masked.slice(Math.max(0, match.index - LONGEST_PREFIX), match.index))) continue;
        open.push({ name, span: tag });
        openCount.set(name, (openCount.get(name) ?? 0) + 1);
        continue;
      }
      if (!openCount.get(name)) continue;
      for (let top = open.pop(); top; top = open.pop()) {
        openCount.set(top.name, (openCount.get(top.name) ?? 0) - 1);
        if (top.name !== name) continue;
        blocks.push({ name, open: top.span, close: tag, span: { start: top.span.start, end: tag.end } });
        break;
      }
    }
  }
  return blocks;
}

export interface FenceNesting {
  /** Every fence that opens is closed when fences inside fences count, which Markdown does not know. */
  readonly balanced: boolean;
  /** From the outermost opening to its closing line; empty unless balanced. */
  readonly regions: readonly FenceRegion[];
}

export interface FenceRegion extends Span {
  /** The most marks of a fence nested in it; 0 where none is. */
  readonly nestedMarks: number;
}

const FENCE_LINE = /^[ \t>]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)*(`{3,}(?!`)|~{3,}(?!~))([^`\r\n]*)$/gm;

/**
 * Fences as a reader who nests them sees them: marks with a language open, bare marks close the innermost. Markdown
 * itself ends a fence at the first bare line of enough marks.
 */
export function nestFences(text: string, bodyStart: number, { fences }: Blocks): FenceNesting {
  if (fences.length === 0) return { balanced: true, regions: [] };
  const regions: FenceRegion[] = [];
  const open: { mark: string; start: number }[] = [];
  let nestedMarks = 0;
  for (const match of text.slice(bodyStart).matchAll(FENCE_LINE)) {
    const mark = match[1] ?? '';
    const start = bodyStart + match.index;
    const top = open.at(-1);
    if (top && !sameKind(mark, top.mark)) continue;
    if (!top || match[2]?.trim() !== '') {
      if (top) nestedMarks = Math.max(nestedMarks, mark.length);
      open.push({ mark, start });
      continue;
    }
    open.pop();
    if (open.length > 0) continue;
    regions.push({ start: top.start, end: start + match[0].length, nestedMarks });
    nestedMarks = 0;
  }
  return open.length === 0 ? { balanced: true, regions } : { balanced: false, regions: [] };
}

/** Whether marks can close, or nest in, a fence that those marks opened. */
function sameKind(mark: string, opened: string): boolean {
  return mark.charAt(0) === opened.charAt(0) && mark.length >= opened.length;
}
