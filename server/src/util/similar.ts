// "Did you mean": the nearest known word to a mistyped one.
import { distance } from 'fastest-levenshtein';

/**
 * The candidate a writer most likely meant, or undefined where none is near enough.
 * Case and separators (`-`, `_`, space) are ignored first; then at most one edit per three characters, three at most.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  const allowed = Math.min(3, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (Math.abs(folded.length - wanted.length) >= bestDistance) continue;
    const edits = distance(wanted, folded);
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
