// "Did you mean": the nearest known word to a mistyped one.
import { distance } from 'fastest-levenshtein';

/**
 * The candidate a writer most likely meant, or undefined where none is near enough.
 * Case and separators (`-`, `_`, space) are ignored first; then at most one edit per three characters, three at most.
 * Two neighbours swapped count as one edit.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  const allowed = Math.min(3, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (Math.abs(folded.length - wanted.length) >= bestDistance) continue;
    const edits = isSwap(wanted, folded) ? 1 : distance(wanted, folded);
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}

/** The commonest slip of a fast writer, two edits to Levenshtein. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
