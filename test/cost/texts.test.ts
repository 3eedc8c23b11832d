// Reading takes steps in proportion to the text, whatever is in it. How fast that is, `npm run bench` says.
import { describe, expect, test } from 'vitest';
import { shapeOf } from '../../server/src/formats/ring/patternShape.ts';
import { verifyAnswer } from '../../server/src/formats/ring/verify.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { parseMarkdown } from '../../server/src/model/markdown.ts';
import { referencesIn } from '../../server/src/runtimes/claude-code/references.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { findMentions } from '../../server/src/text/mentions.ts';
import { HOSTILE_MARKDOWN, HOSTILE_MENTIONS } from '../harness/hostileTexts.ts';
import { growth, LINEAR, stepsOf } from '../harness/steps.ts';
import { contractOf } from '../ring/support.ts';

const URI = 'file:///w/.claude/agents/a.md';

function load(text: string): void {
  claudeCode.load(parseDocument(URI, text), { scope: 'project' });
}

test('steps are counted: a loop in a loop is quadratic', () => {
  const pairs = (size: number): void => {
    for (let at = 0; at < size; at++) shapeOf('a'.repeat(at));
  };
  expect(growth(200, pairs)).toBeGreaterThan(3);
  expect(growth(200, (size) => void shapeOf('a'.repeat(size)))).toBeCloseTo(2, 0);
});

describe('loading an agent', () => {
  const fields = (count: number): string =>
    Array.from({ length: count }, (_, at) => `key-${at}: a value of a few words, number ${at}\n`).join('');

  test('depends on its front matter', () => {
    const text = (count: number) => `---\nname: a\ndescription: b: c\n${fields(count)}---\nWork.\n`;
    expect(growth(400, (count) => load(text(count)))).toBeLessThan(LINEAR);
  });

  test('does not depend on its body', () => {
    const text = (lines: number) =>
      `---\nname: a\ndescription: b: c ${lines}\n${fields(40)}---\n${'Work.\n'.repeat(lines)}`;
    expect(growth(1000, (lines) => load(text(lines)))).toBeLessThan(1.1);
  });
});

test.each(HOSTILE_MARKDOWN)('Markdown of %j', (part) => {
  const read = (length: number): void => {
    const { links, outline } = parseMarkdown(part.repeat(length / part.length), 0);
    expect(links.length + outline.length).toBeLessThanOrEqual(length);
  };
  expect(growth(20_000, read)).toBeLessThan(LINEAR);
});

test.each(HOSTILE_MENTIONS)('names in %j', (part) => {
  const read = (length: number): void => {
    const body = part.repeat(length / part.length);
    const line = body.replaceAll(/[\r\n]/g, ' ').replaceAll('"', "'");
    const text = `---\ndescription: ${line}\nskills: "${line}"\ntools: "Agent(${line})"\n---\n${body}`;
    const document = parseDocument(URI, text);
    findMentions(text, [document.body], document.markdown);
    referencesIn(document, claudeCode.load(document, { scope: 'project' }).reading);
  };
  expect(growth(20_000, read)).toBeLessThan(LINEAR);
});

describe('a contract', () => {
  test.each<[string, (size: number) => string]>([
    ['groups', (size) => '('.repeat(size)],
    ['repeated classes', (size) => `^${'[ \\t]+'.repeat(size)}(a|b)`],
    ['choices', (size) => `^(${'a|'.repeat(size)}b)`],
  ])('has its pattern taken apart: %s', (_, source) => {
    expect(growth(400, (size) => void shapeOf(source(size)))).toBeLessThan(LINEAR);
  });

  test('is compared with an answer', () => {
    const contract = contractOf(
      Array.from({ length: 20 }, (_, index) => [`S${index}`, `^## (a|b)+ ${index}$`] as const),
    );
    const answer = (lines: number): string => '## a a a b b b\n```\ncode\n```\n'.repeat(lines);
    expect(growth(400, (lines) => void verifyAnswer(contract, answer(lines)))).toBeLessThan(LINEAR);
  });

  test.each(['(a+)+$', '(.*)(.*)(.*)(.*)(.*)[A-Z]\\d', '^(\\s*)*$x', '(?i)(?:[a-z ]{0,30}){0,30}\\d'])(
    'that is hostile takes no more steps than its budget allows: %s',
    (pattern) => {
      const budget = 1_000_000;
      // The budget is in instructions of patterns times characters; each takes a few steps.
      const stepsOfEach = 20;
      const contract = contractOf([['Evil', pattern]]);
      const answer = `${'a'.repeat(5_000)}\n${'## heading of some text\n'.repeat(800)}`;
      expect(stepsOf(() => void verifyAnswer(contract, answer, budget))).toBeLessThan(budget * stepsOfEach);
    },
  );
});
