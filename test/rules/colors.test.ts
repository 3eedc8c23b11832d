// Quick fixes of an unknown color: the name that is meant, or all eight to choose from.
import { expect, test } from 'vitest';
import { applyFix } from '../../server/src/lint/fix.ts';
import { COLORS } from '../../server/src/runtimes/claude-code/vocabulary.ts';
import { findings } from '../harness/checkRule.ts';

const names = COLORS.map(({ value }) => value);
const agent = (line: string): string => `---\nname: reviewer\ndescription: Reviews code\n${line}\n---\nReview.\n`;

/** What each fix makes of the line. */
function fixed(line: string): string[] {
  const text = agent(line);
  const [finding] = findings('frontmatter/unknown-color', text);
  return (finding?.problem.fixes ?? []).map((fix) => applyFix(text, fix).split('\n')[3] ?? '');
}

test.each([
  'color: vantablack',
  'color: 42',
  'color: true',
  'color: [a]',
  'color:',
  'color: ',
  'color: ""',
  'color: # any',
])('%j can become any of the eight', (line) => {
  expect(fixed(line)).toEqual(names.map((name) => `color: ${name}`));
});

test.each([
  ['color: "#06b6d4"', 'cyan'],
  ['color: #EF4444', 'red'],
])('%j can become any of the eight, the nearest first', (line, nearest) => {
  const offered = fixed(line);
  expect(offered[0]).toBe(`color: ${nearest}`);
  expect(offered.toSorted()).toEqual(names.map((name) => `color: ${name}`).toSorted());
});

test.each([
  ['color: bleu', 'blue'],
  ['color: magenta', 'pink'],
  ['color: #teal', 'cyan'],
])('%j becomes what is meant', (line, meant) => {
  expect(fixed(line)).toEqual([`color: ${meant}`]);
});
