// The prompt of a file is what its owner takes for one: runtimes differ in where they find the closing fence.
import { describe, expect, test } from 'vitest';
import { parseDocument, withFences } from '../../server/src/model/document.ts';
import { analyzeText } from '../harness/fullAnalysis.ts';

/** Three hyphens in a line close the front matter of Claude Code, and of no other runtime. */
const DASHES = '---\nname: c\ndescription: Splits text --- and no more\n\nx-note: "a"\n---\n\n## Last\n\nSplit it.\n';

describe('rules about the prompt look at', () => {
  test.each([
    ['.claude/agents/c.md', ['x-note: "a"']],
    ['.github/agents/c.agent.md', []],
    ['.gemini/agents/c.md', []],
  ])('the prompt of %s', (path, expected) => {
    const { problems } = analyzeText(DASHES, path);
    const found = problems.filter(({ code }) => code === 'structure/empty-section');
    expect(found.map(({ span }) => DASHES.slice(span.start, span.end))).toEqual(expected);
  });
});

test('front matter that becomes part of the prompt is not looked at twice', () => {
  const text = '---\ndescription: Reviews\ntools:\n  - a\n</example>\n---\n\nYou review.\n';
  const { problems } = analyzeText(text, '.opencode/agents/a.md');
  expect(problems.filter(({ code }) => code === 'structure/mismatched-tag')).toHaveLength(1);
});

describe('withFences', () => {
  const document = parseDocument('file:///a.md', DASHES);
  const inner = { start: 4, end: DASHES.indexOf('---\n\n## Last') };
  const body = { start: DASHES.indexOf('\n## Last'), end: DASHES.length };

  test('moves the front matter and what is read from it', () => {
    const moved = withFences(document, { inner, body });
    expect(moved.frontMatter).toMatchObject({ state: 'present', inner, close: { start: inner.end, end: body.start } });
    expect(moved.keyLines.map(({ key }) => key)).toEqual(['name', 'description', 'x-note']);
    expect(moved.markdown.outline.map(({ text }) => text)).toEqual(['Last']);
  });

  test('is the same document where nothing moves', () => {
    const { frontMatter } = document;
    if (frontMatter.state !== 'present') throw new Error('no front matter');
    expect(withFences(document, { inner: frontMatter.inner, body: document.body })).toBe(document);
  });

  test('takes the whole text where a runtime finds no front matter', () => {
    const moved = withFences(document, { inner: null, body: { start: 0, end: DASHES.length } });
    expect([moved.frontMatter.state, moved.yaml, moved.body.start]).toEqual(['missing', null, 0]);
  });
});
