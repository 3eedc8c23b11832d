// `.agentwright.json`: what it can say, what is complained about and where, and for which files it counts.
import { describe, expect, test } from 'vitest';
import { environmentOf, readConfig, ruleSettingOf } from '../../server/src/lint/config.ts';

const CODES = new Set(['frontmatter/name-style', 'structure/heading-jump']);
const read = (text: string, folder = '/project') => readConfig(text, folder, CODES);

/** The complaints with the characters they are about. */
function complaints(text: string): string[] {
  return read(text).complaints.map(({ message, span }) => `«${text.slice(span.start, span.end)}» ${message}`);
}

describe('a file that is as it should be', () => {
  const text = JSON.stringify({
    $schema: './schema.json',
    rules: { 'frontmatter/name-style': 'off' },
    overrides: [{ files: ['legacy/**'], rules: { 'structure/heading-jump': 'error' } }],
    knownTools: ['Deploy'],
    knownFields: ['team'],
    claudeCodeVersion: '2.1.200',
  });

  test('is read without a complaint', () => {
    expect(complaints(text)).toEqual([]);
    expect(read(text).config).toMatchObject({ rules: { 'frontmatter/name-style': 'off' }, knownTools: ['Deploy'] });
  });

  test('tells the rules what exists', () => {
    const environment = environmentOf(read(text).config, { runtimeVersion: '2.0.0' });
    expect([...environment.knownTools, ...environment.knownFields]).toEqual(['Deploy', 'team']);
    expect(environment.runtimeVersion).toBe('2.1.200');
  });

  test('may start with a byte order mark', () => {
    expect(read(`\uFEFF${text}`).config.knownFields).toEqual(['team']);
    expect(complaints(`\uFEFF${text}`)).toEqual([]);
  });
});

describe('what cannot be used', () => {
  test.each<[string, string, string[]]>([
    [
      'an unknown key',
      '{"rule": {}, "knownTools": ["A"]}',
      ['«"rule"» `rule` is no key of .agentwright.json and is ignored.'],
    ],
    ['an unknown rule', '{"rules": {"a/b": "off"}}', ['«"a/b"» There is no rule `a/b`.']],
    [
      'an unknown rule of an override',
      '{"overrides": [{"files": ["*"], "rules": {"a/b": "off"}}]}',
      ['«"a/b"» There is no rule `a/b`.'],
    ],
    [
      'a severity that is none',
      '{"rules": {"frontmatter/name-style": "loud"}}',
      [
        expect.stringMatching(
          /^«"loud"» `rules\.frontmatter\/name-style` cannot be used, so this entry of `rules` is ignored/,
        ) as never,
      ],
    ],
    [
      'a list that is none',
      '{"knownTools": "A"}',
      [expect.stringMatching(/^«"A"» `knownTools` cannot be used, so `knownTools` is ignored/) as never],
    ],
    [
      'items that are no texts',
      '{"knownTools": [1, "A", 2]}',
      [expect.stringMatching(/^«1» `knownTools\.0`/) as never, expect.stringMatching(/^«2» `knownTools\.2`/) as never],
    ],
    [
      'a version that is none',
      '{"claudeCodeVersion": "new"}',
      [expect.stringMatching(/^«"new"» `claudeCodeVersion`/) as never],
    ],
    ['no object', '[]', ['«[]» This must be an object `{…}`, so the file is ignored.']],
    ['a comma too many', '{"knownTools": ["A"],}', ['«}» This is not JSON: `}` cannot stand here.']],
    [
      'a word',
      '{"rules": off}',
      ['«o» This is not JSON: `o` cannot stand here.', expect.stringMatching(/^«off» `rules` cannot be used/) as never],
    ],
    ['a text that ends early', '{"rules": {"a": "o', ['«o» This is not JSON: it ends too early. The file is ignored.']],
    ['nothing', '', ['«» This is not JSON: it ends too early. The file is ignored.']],
  ])('%s is complained about in its place', (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });

  test.each<[string, string, object]>([
    [
      'one rule of several',
      '{"rules": {"frontmatter/name-style": "off", "structure/heading-jump": 3}}',
      { rules: { 'frontmatter/name-style': 'off' } },
    ],
    ['one item of several', '{"knownTools": [1, "A", 2, "B"]}', { knownTools: ['A', 'B'] }],
    [
      'one override of several',
      '{"overrides": [{}, {"files": ["*"], "rules": {}}]}',
      { overrides: [{ files: ['*'], rules: {} }] },
    ],
    ['one key of several', '{"knownTools": 3, "knownFields": ["team"]}', { knownTools: [], knownFields: ['team'] }],
    ['a comma too many', '{"knownTools": ["A"],}', { knownTools: ['A'] }],
  ])('%s does not cost the others', (_, text, expected) => {
    expect(read(text).config).toMatchObject(expected);
  });

  test('nothing throws', () => {
    for (const text of [
      '',
      '{',
      '}',
      '{"overrides": [[[]]]}',
      '{"rules": null}',
      'null',
      '{"a": {"b": [1, {}]}}',
      '\u0000',
    ]) {
      expect(() => read(text)).not.toThrow();
    }
  });
});

describe('severities', () => {
  const text = JSON.stringify({
    rules: { 'frontmatter/name-style': 'warning' },
    overrides: [
      { files: ['legacy/**', 'old agents/*.md'], rules: { 'frontmatter/name-style': 'off' } },
      { files: ['./legacy/keep.md'], rules: { 'frontmatter/name-style': 'error' } },
    ],
  });
  const setting = (path: string, folder = '/project') =>
    ruleSettingOf(read(text, folder).config, 'frontmatter/name-style', path);

  test.each([
    ['/project/a.md', 'warning'],
    ['/project/legacy/deep/.claude/agents/a.md', 'off'],
    ['/project/legacy/keep.md', 'error'],
    ['/project/old agents/a.md', 'off'],
    ['/elsewhere/legacy/a.md', 'warning'],
  ])('of %s: %s', (path, expected) => {
    expect(setting(path)).toBe(expected);
  });

  test.each([
    ['a URI', 'file:///project', 'file:///project/legacy/a.md'],
    ['an escaped URI', 'file:///my%20project', 'file:///my%20project/old%20agents/a.md'],
    ['a URI of Windows', 'file:///c%3A/project', 'file:///c%3A/project/legacy/a.md'],
    ['a path of Windows', 'C:\\project', 'C:\\project\\legacy\\a.md'],
  ])('count for %s', (_, folder, path) => {
    expect(setting(path, folder)).toBe('off');
  });

  test('a per cent sign in a path is one', () => {
    const config = read('{"overrides": [{"files": ["a%20b.md"], "rules": {"frontmatter/name-style": "off"}}]}').config;
    expect(ruleSettingOf(config, 'frontmatter/name-style', '/project/a%20b.md')).toBe('off');
  });

  test('of a rule that is not mentioned are left as they are', () => {
    expect(ruleSettingOf(read(text).config, 'structure/heading-jump', '/project/a.md')).toBeUndefined();
    expect(ruleSettingOf(read('{}').config, 'constructor', '/project/a.md')).toBeUndefined();
  });
});
