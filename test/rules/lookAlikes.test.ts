// Characters that look like those of YAML or like nothing: what the rules about front matter say of them, and what not.
import { describe, expect, test } from 'vitest';
import { applyFix } from '../../server/src/lint/fix.ts';
import { allFindings, findings } from '../harness/checkRule.ts';

const GOOD = '---\nname: example\ndescription: Reviews code\ntools:\n  - Read\n---\nReview.\n';

/** Applies all first fixes of a rule at once. */
function fixed(code: string, text: string): string {
  const edits = findings(code, text).flatMap(({ problem }) => problem.fixes[0]?.edits ?? []);
  return applyFix(text, { title: 'All', kind: 'safe', edits });
}

describe('what keeps the front matter from being read is named and mended', () => {
  test.each([
    [
      'frontmatter/unparsable',
      GOOD.replace('  - Read', '\u00A0\u00A0- Read'),
      'look-alike',
      { names: 'U+00A0 NO-BREAK SPACE' },
    ],
    ['frontmatter/unparsable', GOOD.replace('name: ', 'name：'), 'look-alike', { names: 'U+FF1A FULLWIDTH COLON' }],
    ['frontmatter/unparsable', GOOD.replace('tools:', 'tools：'), 'look-alike', { place: 'colon', key: 'tools' }],
    [
      'frontmatter/unparsable',
      GOOD.replace('name: ', 'name:\u3000'),
      'look-alike',
      { names: 'U+3000 IDEOGRAPHIC SPACE' },
    ],
    [
      'frontmatter/unparsable',
      GOOD.replace('description: ', 'description:\u200B'),
      'look-alike',
      { names: 'U+200B ZERO WIDTH SPACE' },
    ],
    ['frontmatter/unparsable', GOOD.replace('\nname', '\n%YAML 1.2\n---\nname'), 'directive', { names: '%YAML 1.2' }],
    [
      'frontmatter/unparsable',
      GOOD.replace('Reviews code', '"Reviews code“'),
      'closing-quote',
      { names: 'U+201C LEFT DOUBLE QUOTATION MARK' },
    ],
    ['frontmatter/not-a-map', GOOD.replace('---\nReview.', '...\nReview.\n\n---\n'), 'closing', {}],
    [
      'frontmatter/not-a-map',
      '---\nname：example\ndescription：Reviews code\n---\nReview.\n',
      'look-alike',
      { place: 'colon', key: 'description' },
    ],
    ['frontmatter/unclosed', GOOD.replace('---\nReview', '...\nReview'), 'dots', {}],
    ['frontmatter/unclosed', GOOD.replace('---\nReview', '–––\nReview'), 'dashes', { names: 'U+2013 EN DASH' }],
    ['frontmatter/missing', `\uFEFF${GOOD.replace('---\n', '%YAML 1.2\n---\n')}`, 'directive', { names: '%YAML 1.2' }],
    ['frontmatter/missing', `\uFEFF\uFEFF${GOOD}`, 'before', { names: 'U+FEFF ZERO WIDTH NO-BREAK SPACE' }],
    ['frontmatter/missing', GOOD.replaceAll('---', '———'), 'dashes', { names: 'U+2014 EM DASH' }],
    [
      'frontmatter/missing-name',
      GOOD.replace('name', '‘name’'),
      'disguised',
      { names: 'U+2018 LEFT SINGLE QUOTATION MARK, U+2019 RIGHT SINGLE QUOTATION MARK' },
    ],
    ['frontmatter/missing-name', GOOD.replace('name', '\u00A0name'), 'disguised', { names: 'U+00A0 NO-BREAK SPACE' }],
    [
      'frontmatter/missing-description',
      GOOD.replace('description', 'descr\u00ADiption'),
      'disguised',
      { names: 'U+00AD SOFT HYPHEN' },
    ],
    ['frontmatter/unknown-key', GOOD.replace('tools', '\u200Btools'), 'disguised-tools', { key: 'tools' }],
  ])('%s %j', (code, text, id, values) => {
    for (const each of [text, text.replaceAll('\n', '\r\n')]) {
      expect(findings(code, each)).toContainEqual(
        expect.objectContaining({ id, values: expect.objectContaining(values) }),
      );
      expect(allFindings(fixed(code, each)).filter((found) => found.startsWith('frontmatter/'))).toEqual([]);
    }
  });
});

test('only the line that is to blame is named, once', () => {
  const text = GOOD.replace('name', '“name”').replace('tools', 'tools\u00A0');
  expect(allFindings(text)).toEqual(['frontmatter/missing-name: “name”', 'frontmatter/unknown-key: tools\u00A0']);
});

test('a plugin’s agent that loses its fields is told another outcome', () => {
  const text = GOOD.replace('name: ', 'name：');
  const [inPlugin] = findings('frontmatter/unparsable', text, { path: 'plugin/agents/example.md' });
  const [inProject] = findings('frontmatter/unparsable', text);
  expect([inPlugin?.id, inProject?.id]).toEqual(['look-alike', 'look-alike']);
  expect(inPlugin?.values.outcome).not.toBe(inProject?.values.outcome);
});

test('a plugin’s agent is not renamed unasked', () => {
  const text = GOOD.replace('name: example', 'name\u00A0: other');
  const [finding] = findings('frontmatter/unknown-key', text, { path: 'plugin/agents/example.md' });
  expect(finding?.problem.fixes.map(({ kind }) => kind)).toEqual(['suggestion']);
});

describe('no fix of a fence costs the plugin’s agent that loads without its fields', () => {
  test.each([
    ['frontmatter/unparsable', '---\nname:\n  a: b\n...\n"Diffs" first.\n\n---\n'],
    ['frontmatter/unclosed', '---\nname:\n  a: b\n...\nReview.\n'],
    ['frontmatter/not-a-map', '---\nname:\n  a: b\n...\nReview.\n\n---\n\nAnswer.\n'],
  ])('%s', (code, text) => {
    const found = findings(code, text, { path: 'plugin/agents/example.md' });
    expect(found.map(({ problem }) => problem.fixes.length)).toEqual([0]);
  });
});

describe('left alone', () => {
  test.each([
    ['in texts', GOOD.replace('Reviews code', 'Prüft Code：schnell\u00A0und “gut” … —')],
    ['in blocks of text', GOOD.replace('Reviews code', '|\n  name：x\n  \u00A0“tools”: y\n  ...\n\n  %YAML 1.2')],
    ['three dots that end the YAML before the fence', GOOD.replace('---\nReview', '...\n---\nReview')],
    ['no-break spaces after the fence', GOOD.replace('---\nname', '---\u00A0\nname')],
    ['dots and dashes in the body', `${GOOD}\n...\n\n———\n`],
  ])('%s', (_, text) => {
    expect(allFindings(text).filter((found) => found.startsWith('frontmatter/'))).toEqual([]);
  });

  test.each([
    ['keys that no field has', '---\nname: a\ndescription: b\n名称：c\n---\n', 'frontmatter/unparsable'],
    ['a fault that is another one', '---\nname：a\ndescription: "b" c "d"\n---\n', 'frontmatter/unparsable'],
    ['a text that begins with a dash', '———\n\nOnce upon a time.\n', 'frontmatter/missing'],
  ])('%s', (_, text, code) => {
    expect(findings(code, text).filter(({ values }) => values.names !== undefined)).toEqual([]);
  });
});
