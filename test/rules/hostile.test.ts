// Texts of 200 KB that are made to hang a rule are read by all of them; what they find lies in the text, and is not endless.
import { expect, test } from 'vitest';
import { lintSubject } from '../harness/fixProperties.ts';
import { HOSTILE_AGENTS } from '../harness/hostileTexts.ts';

const LENGTH = 200_000;
/** Of one rule; see `lint.ts`. */
const MOST_PROBLEMS = 500;

test.each(HOSTILE_AGENTS)('$name', ({ make }) => {
  const text = make(LENGTH);
  const { problems } = lintSubject({ text, scope: 'project', uri: 'file:///w/.claude/agents/a.md' }, text);
  const counts = new Map<string, number>();
  for (const { code, span } of problems) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
  }
  expect([...counts].filter(([, count]) => count > MOST_PROBLEMS)).toEqual([]);
});
