// Values that begin with `#`: YAML takes them for comments, and what is said sits on the comment.
import { describe, expect, test } from 'vitest';
import { runExample } from '../../server/src/cli/runExample.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { applyFix } from '../../server/src/lint/fix.ts';
import { COLORS } from '../../server/src/runtimes/claude-code/vocabulary.ts';
import { allFindings, findings } from '../harness/checkRule.ts';

const agent = (fields: Readonly<Record<string, string>>): string => {
  const all = { name: 'example', description: 'Reviews code', ...fields };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${lines.join('')}---\nReview.\n`;
};

const FIELDS: readonly (readonly [string, string])[] = [
  ['name', 'frontmatter/invalid-name'],
  ['description', 'frontmatter/invalid-description'],
  ['tools', 'frontmatter/no-tools'],
  ['disallowedTools', 'frontmatter/wrong-type'],
  ['model', 'frontmatter/wrong-type'],
  ['skills', 'frontmatter/wrong-type'],
  ['observer', 'frontmatter/wrong-type'],
  ['permissionMode', 'frontmatter/invalid-value'],
  ['maxTurns', 'frontmatter/invalid-value'],
  ['memory', 'frontmatter/invalid-value'],
  ['background', 'frontmatter/invalid-value'],
  ['effort', 'frontmatter/invalid-value'],
  ['isolation', 'frontmatter/invalid-value'],
  ['color', 'frontmatter/unknown-color'],
];

describe.each(FIELDS)('%s', (key, code) => {
  test.each([
    ['directly', '#x'],
    ['with a remark', '# none of these'],
    ['after many spaces', '  \t#x'],
  ])('is empty where a comment follows: %s', (_, value) => {
    for (const text of [agent({ [key]: value }), agent({ [key]: value }).replaceAll('\n', '\r\n')]) {
      expect(allFindings(text)).toEqual([`${code}: ${value.trim()}`]);
    }
  });

  test('is empty in a plugin too', () => {
    const found = allFindings(agent({ [key]: '#x' }), { path: 'plugin/agents/example.md' });
    const ignored = key === 'permissionMode' || key === 'observer';
    expect(found).toEqual([ignored ? `frontmatter/ignored-in-plugin: ${key}` : `${code}: #x`]);
  });
});

test.each([
  ['a value on the lines below', 'tools: # what it needs\n  - Read\n'],
  ['a value and a remark', 'color: red # as the others\nmodel: opus # the best\ntools: Read # no more\n'],
  ['a string', 'color: "red" # "#x"\n'],
  ['a key that may be empty', 'hooks: # none\n'],
])('%s is no empty value', (_, fields) => {
  expect(allFindings(`---\nname: example\ndescription: Reviews code\n${fields}---\nReview.\n`)).toEqual([]);
});

test.each<[string, string, string, string[]]>([
  [
    'color',
    '#EF4444',
    'frontmatter/unknown-color',
    ['red', 'orange', 'pink', 'yellow', 'purple', 'green', 'blue', 'cyan'],
  ],
  [
    'color',
    '#08c',
    'frontmatter/unknown-color',
    ['cyan', 'blue', 'green', 'purple', 'pink', 'yellow', 'red', 'orange'],
  ],
  [
    'color',
    '#16A34AFF',
    'frontmatter/unknown-color',
    ['green', 'cyan', 'blue', 'yellow', 'purple', 'orange', 'red', 'pink'],
  ],
  ['color', '#blue', 'frontmatter/unknown-color', ['blue']],
  ['color', '# constructor', 'frontmatter/unknown-color', COLORS.map(({ value }) => value)],
  ['model', '#opus', 'frontmatter/wrong-type', ['opus']],
  ['model', '#gpt', 'frontmatter/wrong-type', []],
  ['tools', '#Read, Bash(git *)', 'frontmatter/no-tools', ['Read, Bash(git *)']],
  ['tools', '# none', 'frontmatter/no-tools', []],
  ['disallowedTools', '# Bash', 'frontmatter/wrong-type', ['Bash']],
  ['maxTurns', '#10', 'frontmatter/invalid-value', ['10']],
  ['maxTurns', '#0', 'frontmatter/invalid-value', []],
  ['background', '# true', 'frontmatter/invalid-value', ['true']],
  ['memory', '#project', 'frontmatter/invalid-value', ['project']],
  ['description', '#1 "of" all', 'frontmatter/invalid-description', [`'#1 "of" all'`]],
  ['name', '#reviewer', 'frontmatter/invalid-name', ['reviewer', '"#reviewer"']],
  ['name', '# The reviewer', 'frontmatter/invalid-name', ['"# The reviewer"']],
])('%s: %s can become a value', (key, value, code, expected) => {
  const text = agent({ [key]: value });
  const fixes = findings(code, text).flatMap(({ problem }) => problem.fixes);
  expect(fixes.map((fix) => applyFix(text, fix))).toEqual(expected.map((each) => agent({ [key]: each })));
  for (const fix of fixes) {
    const { problems } = runExample(rules, { text: applyFix(text, fix) });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});
