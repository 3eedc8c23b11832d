// Twice as much of a text that is made to be slow takes all rules twice as many steps.
import { expect, test } from 'vitest';
import { lintSubject } from '../harness/fixProperties.ts';
import { HOSTILE_AGENTS } from '../harness/hostileTexts.ts';
import { growth, LINEAR } from '../harness/steps.ts';

test.each(HOSTILE_AGENTS)('$name', ({ make }) => {
  const look = (length: number): void => {
    const text = make(length);
    lintSubject({ text, scope: 'project', uri: 'file:///w/.claude/agents/a.md' }, text);
  };
  expect(growth(20_000, look)).toBeLessThan(LINEAR);
});
