// "Did you mean" passes over words that cannot be near: what it finds is what comparing with every word finds.

import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { nearest } from '../../server/src/util/similar.ts';
import { SEED } from '../harness/agentTexts.ts';

const word = fc.string({ unit: fc.constantFrom(...'aabbcdE-_ 1é代'), maxLength: 12 });

/** Of all words near enough, the first of the nearest. */
function nearestOfAll(written: string, words: readonly string[]): string | undefined {
  const wanted = fold(written);
  const near = words
    .map((each) => ({ each, edits: editsBetween(wanted, fold(each)) }))
    .filter(({ edits }) => edits <= Math.min(3, Math.floor(wanted.length / 3)));
  return near.toSorted((one, other) => one.edits - other.edits)[0]?.each;
}

function fold(each: string): string {
  return each.toLowerCase().replace(/[-_\s]/g, '');
}

function editsBetween(one: string, other: string): number {
  const swapped = Array.from({ length: one.length }, (_, at) => {
    return one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
  });
  return one !== other && swapped.includes(other) ? 1 : distance(one, other);
}

test('the nearest of all words', () => {
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), (written, words) => {
      expect(nearest(written, words)).toBe(nearestOfAll(written, words));
    }),
    { seed: SEED, numRuns: 3_000 },
  );
});
