// Twice as much of any one construct takes twice as many steps, in every feature and at every place in our code. What
// JavaScript's own functions do inside is not counted; `npm run bench -- constructs` measures that.
import { expect, test } from 'vitest';
import { fixAll } from '../../server/src/lint/fix.ts';
import { MOST_FIXED } from '../../server/src/lint/runRule.ts';
import { CONSTRUCTS } from '../harness/constructs.ts';
import { analyzeText, showEverywhere } from '../harness/fullAnalysis.ts';
import { stepsByPlace } from '../harness/steps.ts';

const COUNT = 50;
/** What is linear runs twice as often, searching by halves a little more; what is quadratic runs four times as often. */
const FACTOR = 3.2;
/** Runs per construct that have other reasons. */
const ALLOWANCE = 8;

test.each(CONSTRUCTS.map(({ name, make }) => [name, make] as const))('%s', (_, make) => {
  expect(grownPlaces((count) => work(make(count)))).toEqual([]);
});

function grownPlaces(run: (count: number) => void): string[] {
  // What is made once, for the first file of all.
  run(COUNT);
  const few = stepsByPlace(() => run(COUNT));
  const many = stepsByPlace(() => run(2 * COUNT));
  expect(few.size).toBeGreaterThan(100);
  return [...many].flatMap(([place, count]) => {
    // What does not run at all for few has a threshold of its own.
    const before = few.get(place) || count;
    return count > FACTOR * before + ALLOWANCE * COUNT ? [`${place}: ${before} → ${count}`] : [];
  });
}

function work(text: string): void {
  showEverywhere(analyzeText(text));
  fixAll(text, (current) => analyzeText(current, undefined, MOST_FIXED).problems);
}
