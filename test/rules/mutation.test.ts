// The examples hold every rule to its word: without its body, or with a range one character off, each of them fails.
import { describe, expect, test } from 'vitest';
import { runExample } from '../../server/src/cli/runExample.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import type { InvalidExample, Reporting, Rule } from '../../server/src/rules/rule.ts';
import { type Span, wholeCharacters } from '../../server/src/util/text.ts';
import { invalidExampleFault } from '../harness/examples.ts';

type Change = (span: Span) => Span;

const SHIFTS: readonly (readonly [string, Change])[] = [
  ['starts one earlier', ({ start, end }) => ({ start: start - 1, end })],
  ['starts one later', ({ start, end }) => ({ start: start + 1, end })],
  ['ends one earlier', ({ start, end }) => ({ start, end: end - 1 })],
  ['ends one later', ({ start, end }) => ({ start, end: end + 1 })],
];

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  test('its examples fail without its body', () => {
    expect(survivors(rule, { ...rule, check: () => {} })).toEqual([]);
  });

  test.each(SHIFTS)('its examples fail where the range %s', (_name, change) => {
    expect(survivors(rule, withRange(rule, change), change)).toEqual([]);
  });

  test('its examples fail where messages are mixed up', () => {
    const [first, second] = Object.keys(rule.messages);
    if (first === undefined || second === undefined) return;
    const others = (key: string): string => (key === first ? second : first);
    const mixed = withReport(
      rule,
      (report) =>
        (key, ...rest) =>
          report(others(key), ...rest),
    );
    expect(survivors(rule, mixed)).toEqual([]);
  });
});

/** The invalid examples that pass all the same. Where the text ends, or in the middle of a character, a range cannot be moved. */
function survivors(rule: Rule, mutant: Rule, change?: Change): string[] {
  return rule.examples.invalid
    .filter((example) => !change || isMoved(example, change))
    .filter((example) => invalidExampleFault(mutant, example) === null)
    .map(({ text }) => text);
}

function isMoved(example: InvalidExample, change: Change): boolean {
  const { marked, document } = runExample([], example);
  if (!marked) return true;
  const moved = change(marked);
  if (moved.start < 0 || moved.start > moved.end || moved.end > document.text.length) return false;
  const { start, end } = wholeCharacters(document.text, moved);
  return start !== marked.start || end !== marked.end;
}

function withRange(rule: Rule, change: Change): Rule {
  return withReport(rule, (report) => (key, span, options) => report(key, change(span), options));
}

type Report = Reporting<string>['report'];

function withReport(rule: Rule, wrap: (report: Report) => Report): Rule {
  const check = (context: Reporting<string>) => rule.check({ ...context, report: wrap(context.report) } as never);
  return { ...rule, check } as Rule;
}
