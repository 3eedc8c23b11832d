// The fix engine: edits that overlap are never applied together, and fixing comes to an end.
import { describe, expect, test } from 'vitest';
import { applyFix, combineSafeFixes, fixAll } from '../../server/src/lint/fix.ts';
import { applyEdits } from '../../server/src/model/edits.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { problemWith } from './fakes.ts';

const combined = (text: string, problems: readonly Problem[]) => applyEdits(text, combineSafeFixes(problems));

test('the edits of a fix are applied together, whatever their order', () => {
  const [fix] = problemWith('safe', [4, 5, 'E'], [0, 1, 'A'], [2, 2, '-']).fixes;
  if (!fix) throw new Error('no fix');
  expect(applyFix('abcde', fix)).toBe('Ab-cdE');
});

describe('together', () => {
  test('fixes that do not touch are combined', () => {
    expect(combined('abcd', [problemWith('safe', [0, 1, 'A']), problemWith('safe', [2, 3, 'C'])])).toBe('AbCd');
  });

  test('of two that overlap the first is applied, and the whole of the other waits', () => {
    const problems = [problemWith('safe', [0, 2, 'X']), problemWith('safe', [1, 3, 'Y'], [4, 5, 'Z'])];
    expect(combined('abcde', problems)).toBe('Xcde');
  });

  test('two insertions at one place overlap', () => {
    expect(combined('ab', [problemWith('safe', [1, 1, '1']), problemWith('safe', [1, 1, '2'])])).toBe('a1b');
  });

  test('suggestions are not applied', () => {
    expect(combined('ab', [problemWith('suggestion', [0, 1, 'A'])])).toBe('ab');
  });
});

describe('to a fixed point', () => {
  test('fixes that touch wait for one another', () => {
    const check = (text: string) =>
      [...text.matchAll(/aa/g)].map(({ index }) => problemWith('safe', [index, index + 2, 'a']));
    expect(fixAll('aaaaa', check)).toEqual({ text: 'a', passes: 4 });
  });

  test('nothing to fix takes no pass', () => {
    expect(fixAll('abc', () => [])).toEqual({ text: 'abc', passes: 0 });
  });

  test('fixes that undo each other come to an end', () => {
    const check = (text: string) => [problemWith('safe', [0, 1, text === 'a' ? 'b' : 'a'])];
    expect(fixAll('a', check).passes).toBe(10);
  });
});
