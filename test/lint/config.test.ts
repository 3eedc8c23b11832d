// `.agentwright.json`: what it can say, what is complained about and where, and for which files it counts.
import { describe, expect, test } from 'vitest';
import { environmentOf, readConfig, ruleSettingOf } from '../../server/src/lint/config.ts';

const CODES = new Set(['frontmatter/name-style', 'structure/heading-jump']);
const read = (text: string, folder = '/project') => readConfig(text, folder, CODES);

/** `id values «characters»` of each complaint. */
function complaints(text: string): string[] {
  return read(text).complaints.map(({ messageId, values, span }) => {
    const { path = '', key = '', rule = '', character = '', value = '' } = values;
    return `${[messageId, path || key, rule, character, value].filter((each) => each !== '').join(' ')} «${text.slice(span.start, span.end)}»`;
  });
}

describe('a file that is as it should be', () => {
  const text = JSON.stringify({
    $schema: './schema.json',
    rules: { 'frontmatter/name-style': 'off' },
    overrides: [{ files: ['legacy/**'], rules: { 'structure/heading-jump': 'error' } }],
    knownTools: ['Deploy'],
    knownFields: ['team'],
    documents: ['**/README.md'],
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
    ['an unknown key', '{"rule": {}, "knownTools": ["A"]}', ['unknown-key rule «"rule"»']],
    ['an unknown rule', '{"rules": {"a/b": "off"}}', ['unknown-rule a/b «"a/b"»']],
    [
      'an unknown rule of an override',
      '{"overrides": [{"files": ["*"], "rules": {"a/b": "off"}}]}',
      ['unknown-rule a/b «"a/b"»'],
    ],
    [
      'a severity that is none',
      '{"rules": {"frontmatter/name-style": "loud"}}',
      ['unusable-entry rules.frontmatter/name-style «"loud"»'],
    ],
    ['a list that is none', '{"knownTools": "A"}', ['unusable-value knownTools «"A"»']],
    [
      'items that are no texts',
      '{"knownTools": [1, "A", 2]}',
      ['unusable-entry knownTools.0 «1»', 'unusable-entry knownTools.2 «2»'],
    ],
    ['a version that is none', '{"claudeCodeVersion": "new"}', ['unusable-value claudeCodeVersion «"new"»']],
    ['no object', '[]', ['no-object «[]»']],
    [
      'a runtime that is none',
      '{"runtimes": ["gemini", "vscode", 3]}',
      ['unknown-runtime gemini «"gemini"»', 'unknown-runtime 3 «3»'],
    ],
    ['a runtime without a list', '{"runtimes": "vscode"}', ['unknown-runtime vscode «"vscode"»']],
    ['a comma too many', '{"knownTools": ["A"],}', ['wrong-character } «}»']],
    ['a word', '{"rules": off}', ['wrong-character o «o»', 'unusable-value rules «off»']],
    ['a text that ends early', '{"rules": {"a": "o', ['ends-early «o»']],
    ['nothing', '', ['ends-early «»']],
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
    ['one runtime of several', '{"runtimes": ["x", "vscode"]}', { runtimes: ['vscode'] }],
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

test('an unknown runtime is named with those there are', () => {
  const [complaint] = read('{"runtimes": ["gemini"]}').complaints;
  expect(complaint?.values).toMatchObject({ value: 'gemini', known: expect.arrayContaining(['gemini-cli']) });
  expect(read('{"runtimes": ["gemini"]}').config.runtimes).toBeUndefined();
  expect(read('{"runtimes": "auto"}')).toMatchObject({ complaints: [], config: { runtimes: 'auto' } });
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
