// Parts of a body that authors set apart though Markdown does not: `<tag>` blocks, and fences nested in fences.
import { isLineBreak, type Span } from '../util/text.ts';
import type { CodeFence } from './blocks.ts';
import type { MaskedProse } from './maskedProse.ts';

/** From a line that begins with `<name>` to the `</name>` that belongs to it. */
export interface TagBlock {
  readonly name: string;
  readonly span: Span;
  readonly open: Span;
  readonly close: Span;
}

/** Every tag has it. */
export const TAG_SIGNS: readonly string[] = ['<'];

const TAG = /<(\/?)([A-Za-z][\w:-]*)(?:[ \t][^<>\r\n]*)?>/g;
const LINE_PREFIX = /(?:^|[\r\n])[\s>*+-]*(?:\d{1,9}[.)]\s*)?$/;
const LONGEST_PREFIX = 80;

/**
 * In order of their ends. A tag without its closing one is no block. Linear in the text. Only prose with a sign of a tag
 * need be given.
 */
export function findTagBlocks(prose: readonly MaskedProse[]): TagBlock[] {
  const blocks: TagBlock[] = [];
  const open: { name: string; span: Span }[] = [];
  const openCount = new Map<string, number>();
  for (const { span, masked } of prose) {
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

/** Sticky: tried at the start of each line that has such marks. */
const FENCE_LINE = /[ \t>]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)*(`{3,}(?!`)|~{3,}(?!~))([^`\r\n]*)$/my;

/**
 * Fences as a reader who nests them sees them: marks with a language open, bare marks close the innermost. Markdown
 * itself ends a fence at the first bare line of enough marks.
 */
export function nestFences(text: string, bodyStart: number, fences: readonly CodeFence[]): FenceNesting {
  if (fences.length === 0) return { balanced: true, regions: [] };
  const regions: FenceRegion[] = [];
  const open: { mark: string; start: number }[] = [];
  let nestedMarks = 0;
  const lines = new MarkedLines(text, bodyStart);
  for (let start = lines.next(); start >= 0; start = lines.next()) {
    FENCE_LINE.lastIndex = start;
    const match = FENCE_LINE.exec(text);
    if (!match) continue;
    const mark = match[1] ?? '';
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

/** The starts of the lines that have marks of a fence anywhere, in order; each search goes on where the last one ended. */
class MarkedLines {
  private readonly text: string;
  private readonly first: number;
  private at: number;
  private backticks = -1;
  private tildes = -1;

  constructor(text: string, first: number) {
    this.text = text;
    this.first = first;
    this.at = first;
  }

  /** -1 after the last one. */
  next(): number {
    const { text, first } = this;
    this.backticks = nextHit(text, '```', this.backticks, this.at);
    this.tildes = nextHit(text, '~~~', this.tildes, this.at);
    const hit = Math.min(this.backticks, this.tildes);
    if (hit === Number.POSITIVE_INFINITY) return -1;
    let start = hit;
    while (start > first && !isLineBreak(text.charCodeAt(start - 1))) start--;
    this.at = hit;
    while (this.at < text.length && !isLineBreak(text.charCodeAt(this.at))) this.at++;
    return start;
  }
}

/** The hit known already, where it is not passed yet; infinite where there is none. */
function nextHit(text: string, sign: string, known: number, from: number): number {
  if (known >= from) return known;
  const found = text.indexOf(sign, from);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

/** Whether marks can close, or nest in, a fence that those marks opened. */
function sameKind(mark: string, opened: string): boolean {
  return mark.charAt(0) === opened.charAt(0) && mark.length >= opened.length;
}
