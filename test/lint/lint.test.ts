// The engine: rules run one by one, apart from each other, in an order that does not matter.
import { expect, test } from 'vitest';
import type { Span } from '../../server/src/util/text.ts';
import { fakeRule, lintText, wordRule } from './fakes.ts';

const codes = (result: ReturnType<typeof lintText>) => result?.problems.map(({ code }) => code);

test('problems come in order of position, then of code, whatever the order of the rules', () => {
  const rules = [wordRule('second', 'b'), wordRule('first', 'b'), wordRule('other', 'a')];
  const expected = ['structure/other', 'structure/first', 'structure/second'];
  expect(codes(lintText('a b', { rules }))).toEqual(expected);
  expect(codes(lintText('a b', { rules: rules.toReversed() }))).toEqual(expected);
});

test('a message is filled in, and may have a severity of its own', () => {
  const result = lintText('a', { rules: [wordRule('x', 'a')] });
  expect(result?.problems).toMatchObject([
    { messageId: 'found', values: { what: 'a' }, message: 'found a and a', severity: 'information', fixes: [] },
  ]);
});

test('a rule that throws loses its own problems only, and is named', () => {
  const failed: string[] = [];
  const broken = fakeRule('broken', ({ report }) => {
    report('found', { start: 0, end: 1 });
    throw new Error('oh');
  });
  const onRuleError = (code: string, error: unknown) => failed.push(`${code}: ${String(error)}`);
  const result = lintText('a b', { rules: [wordRule('x', 'a'), broken, wordRule('y', 'b')], onRuleError });
  expect(codes(result)).toEqual(['structure/x', 'structure/y']);
  expect(failed).toEqual(['structure/broken: Error: oh']);
});

test('a rule that reports under a wrong key has failed', () => {
  const failed: string[] = [];
  const wrong = fakeRule('wrong', ({ report }) => report('lost' as 'found', { start: 0, end: 1 }));
  lintText('a', { rules: [wrong], onRuleError: (code) => failed.push(code) });
  expect(failed).toEqual(['structure/wrong']);
});

test('spans outside the text are brought into it', () => {
  const rule = fakeRule('x', ({ report }) => report('found', { start: -5, end: 99 }));
  expect(lintText('abc', { rules: [rule] })?.problems.map(({ span }) => span)).toEqual([{ start: 0, end: 3 }]);
});

test('a span that would cut a character in two is widened to it', () => {
  const spans: readonly Span[] = [
    { start: 1, end: 2 },
    { start: 2, end: 3 },
    { start: 2, end: 2 },
    { start: 0, end: 2 },
    { start: 3, end: 4 },
  ];
  const rule = fakeRule('x', ({ report }) => {
    for (const span of spans) report('found', span);
  });
  const found = lintText('a🚀bc', { rules: [rule] })?.problems.map(({ span }) => [span.start, span.end]);
  expect(found).toEqual([
    [0, 3],
    [1, 3],
    [1, 3],
    [1, 3],
    [3, 4],
  ]);
});

test('cancelling ends the run before the next rule, and it answers null', () => {
  const ran: string[] = [];
  const rules = ['one', 'two', 'three'].map((name) => fakeRule(name, () => ran.push(name)));
  expect(lintText('a', { rules, isCancelled: () => ran.length === 2 })).toBeNull();
  expect(ran).toEqual(['one', 'two']);
});

test('a fix that is undefined is left out', () => {
  const rule = fakeRule('x', ({ report }) => report('found', { start: 0, end: 1 }, { fixes: [undefined] }));
  expect(lintText('a', { rules: [rule] })?.problems[0]?.fixes).toEqual([]);
});
