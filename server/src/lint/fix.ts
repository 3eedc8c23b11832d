// Applies fixes: never two that touch the same characters, and again until nothing safe is left.
import { applyEdits } from '../model/edits.ts';
import type { Fix, Problem, TextEdit } from '../model/problem.ts';
import type { Span } from '../util/text.ts';

/** Passes after which fixing stops, whatever is left: fixes that undo each other must not hang anyone. */
const MAX_PASSES = 10;

/** The text with the edits of one fix applied. */
export function applyFix(text: string, fix: Fix): string {
  return applyEdits(text, fix.edits);
}

/** The safe fixes of these problems that can be applied together: the first one wins where two overlap. */
export function combineSafeFixes(problems: readonly Problem[]): TextEdit[] {
  const taken: TextEdit[] = [];
  const room = new Room();
  for (const { fixes } of problems) {
    const fix = fixes.find(({ kind }) => kind === 'safe');
    if (!fix?.edits.every(({ span }) => room.isFree(span))) continue;
    for (const { span } of fix.edits) room.take(span);
    taken.push(...fix.edits);
  }
  return taken;
}

/** Applies safe fixes to a fixed point. `check` lints a text. */
export function fixAll(text: string, check: (text: string) => readonly Problem[]): { text: string; passes: number } {
  let current = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const edits = combineSafeFixes(check(current));
    const next = applyEdits(current, edits);
    if (next === current) return { text: current, passes: pass };
    current = next;
  }
  return { text: current, passes: MAX_PASSES };
}

/**
 * Which parts of a text are spoken for. Spans that only touch are in each other's way too: the order of two insertions at
 * one place would be a guess.
 */
class Room {
  /** In order; no two touch. */
  private readonly taken: Span[] = [];

  isFree(span: Span): boolean {
    const next = this.taken[this.indexFor(span.start)];
    return !next || next.start > span.end;
  }

  take(span: Span): void {
    this.taken.splice(this.indexFor(span.start), 0, span);
  }

  /** Of the first one that ends at an offset or after it. */
  private indexFor(offset: number): number {
    let low = 0;
    let high = this.taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.taken[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
