// The examples of every rule are its first tests: where it reports, with which message, and what its fix makes.
import { describe, expect, test } from 'vitest';
import { runExample, runOwnExample } from '../../server/src/cli/runExample.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import type { InvalidExample } from '../../server/src/rules/rule.ts';
import { afterFix, toFinding } from '../harness/checkRule.ts';
import { invalidExampleFault } from '../harness/examples.ts';

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  test('says where it is known from', () => {
    expect(rule.evidence.length).toBeGreaterThan(0);
  });

  test('has a valid example, and an invalid one for each message', () => {
    const shown = new Set(rule.examples.invalid.map(({ message }) => message));
    expect(rule.examples.valid.length).toBeGreaterThan(0);
    expect([...shown].sort()).toEqual(Object.keys(rule.messages).sort());
  });

  test.each(rule.examples.invalid.map((example) => [shorten(example.text), example] as const))(
    'reports %s',
    (_, example) => {
      expect(invalidExampleFault(rule, example)).toBeNull();
    },
  );

  test.each(rule.examples.invalid.map((example) => [shorten(example.text), example] as const))(
    'fixes, or offers no fix for, %s',
    (_, example) => {
      const { document, loads, problems } = runOwnExample(rule, example);
      const [problem] = problems;
      if (!problem?.fixes[0]) {
        expect(example.fixed, 'there is no fix that could give this text').toBeUndefined();
        return;
      }
      const fixed = afterFix([rule], document, problem, example);
      expect(fixed.text, 'the example says what its fix gives').toBe(example.fixed);
      expect(fixed.problems.map(({ message }) => message)).toEqual([]);
      // A loader stops at its first reason to drop a file, so that mending one may show the next.
      if (loads) expect(newProblems(example, fixed.text)).toEqual([]);
    },
  );

  test.each(rule.examples.valid.map((example) => [shorten(example.text), example] as const))(
    'accepts %s',
    (_, example) => {
      const { document, problems } = runOwnExample(rule, example);
      expect(problems.map((problem) => toFinding(document, problem).marked)).toEqual([]);
    },
  );
});

/** Problems of all rules in the fixed text that the text before did not have. */
function newProblems(example: InvalidExample, fixed: string): string[] {
  const codes = (text: string) => runExample(rules, { ...example, text }).problems.map(({ code }) => code);
  const before = codes(example.text);
  return codes(fixed).filter((code) => !before.includes(code));
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 70 ? `${text.slice(0, 70)}…` : text);
}
