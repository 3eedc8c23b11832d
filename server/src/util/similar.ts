// "Did you mean": the nearest known word to a mistyped one.
import { distance } from 'fastest-levenshtein';

/** A word as it is compared, made once where it is compared often. */
export interface ComparedWord {
  readonly word: string;
  /** Without case and separators. */
  readonly folded: string;
  /** One bit for each character of the folded word; characters may share one. */
  readonly letters: number;
}

export function toCompared(word: string): ComparedWord {
  const folded = word.toLowerCase().replace(/[-_\s]/g, '');
  let letters = 0;
  for (let at = 0; at < folded.length; at++) letters |= 1 << (folded.charCodeAt(at) & 31);
  return { word, folded, letters };
}

/**
 * The candidate a writer most likely meant, or undefined where none is near enough.
 * Case and separators (`-`, `_`, space) are ignored first; then at most one edit per three characters, three at most.
 * Two neighbours swapped count as one edit. Of candidates that are equally near, the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(word, Array.from(candidates, toCompared));
}

/** The same for candidates that are at hand. */
export function nearestOf(word: string, candidates: readonly ComparedWord[]): string | undefined {
  const { folded: wanted, letters } = toCompared(word);
  let allowed = Math.min(3, Math.floor(wanted.length / 3));
  let best: string | undefined;
  for (const candidate of candidates) {
    const { folded } = candidate;
    if (Math.abs(folded.length - wanted.length) > allowed) continue;
    // An edit takes one letter away and brings another in at most. Most words differ in more of them.
    if (bitCount(letters ^ candidate.letters) > 2 * allowed) continue;
    const edits = isSwap(wanted, folded) ? 1 : distance(wanted, folded);
    if (edits > allowed) continue;
    best = candidate.word;
    if (edits === 0) break;
    allowed = edits - 1;
  }
  return best;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The commonest slip of a fast writer, two edits to Levenshtein. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
