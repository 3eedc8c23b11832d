// Applies fixes: never two that touch the same characters, and again until nothing safe is left.
import type { Fix, Problem, TextEdit } from '../model/problem.ts';

/** Passes after which fixing stops, whatever is left: fixes that undo each other must not hang anyone. */
const MAX_PASSES = 10;

/** The text with the edits of one fix applied. */
export function applyFix(text: string, fix: Fix): string {
  return applyEdits(text, fix.edits);
}

/** Edits must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const backwards = [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return backwards.reduce(
    (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
    text,
  );
}

/** The safe fixes of these problems that can be applied together: the first one wins where two overlap. */
export function combineSafeFixes(problems: readonly Problem[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fixes } of problems) {
    const fix = fixes.find(({ kind }) => kind === 'safe');
    if (fix && !fix.edits.some((edit) => taken.some((other) => overlaps(edit, other)))) taken.push(...fix.edits);
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

/** Two insertions at one place overlap too: their order would be a guess. */
function overlaps(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
