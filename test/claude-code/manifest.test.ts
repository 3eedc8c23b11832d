// What Claude Code does with the manifest of a plugin: a table of what the runtime was seen to do.
import { describe, expect, test } from 'vitest';
import { parseJsonDocument } from '../../server/src/model/json.ts';
import { readManifest } from '../../server/src/runtimes/claude-code/manifest.ts';
import { slice } from '../../server/src/util/text.ts';

/** The characters it is refused for; null where the plugin loads. */
function refusedAt(text: string): string | null {
  const { refusal } = readManifest(parseJsonDocument('file:///kit/.claude-plugin/plugin.json', text));
  return refusal && slice(text, refusal.span);
}

/** The same for the value of one field beside a name. */
function fieldRefusedAt(field: string, value: unknown): string | null {
  return refusedAt(`{"name":"kit","${field}":${JSON.stringify(value)}}`);
}

describe('the file', () => {
  test.each([
    ['{"name":"kit",}', ','],
    ['{"name":"kit" // c\n}', '// c'],
    ['[]', '[]'],
    ['"kit"', '"kit"'],
    ['null', 'null'],
    ['', ''],
    ['{', '{'],
    ['{}', '{'],
    ['{"Name":"kit"}', '{'],
  ])('%j is refused', (text, at) => {
    expect(refusedAt(text)).toBe(at);
  });

  test.each(['{"name":"kit"}', '\uFEFF{"name":"kit"}', '{"name":1,"name":"kit"}', '{"name":"kit","zzz":1}'])(
    '%j is taken',
    (text) => {
      expect(refusedAt(text)).toBeNull();
    },
  );

  test('is blamed for the first fault in the order of the file', () => {
    expect(refusedAt('{"agents":"./agents","version":1}')).toBe('{');
    expect(refusedAt('{"name":"kit","agents":"./agents","version":1}')).toBe('"./agents"');
  });

  test.each([10, 200_000])('%i brackets are read', (depth) => {
    expect(refusedAt('['.repeat(depth))).not.toBeNull();
  });
});

describe('the name', () => {
  test.each(['Kit', '-a', 'a.b_c', '代理', 'a%b', '(x)', '..', 'a👨b', 'a\u0301b', 'x'.repeat(300)])(
    '%j is taken',
    (name) => {
      expect(refusedAt(JSON.stringify({ name }))).toBeNull();
    },
  );

  test.each<unknown>([
    '',
    3,
    null,
    ['kit'],
    'my kit',
    ' kit',
    'a:b',
    'a/b',
    'a\\b',
    'a@b',
    'a\tb',
    'a\u00A0b',
    'a\u200Bb',
    'a\u2028b',
    'a\u200Db',
    'a\uFE0Fb',
    'a\u3164b',
    'a\u2800b',
    'a\u0007',
  ])('%j is refused', (name) => {
    expect(refusedAt(JSON.stringify({ name }))).toBe(JSON.stringify(name));
  });
});

describe('agents', () => {
  test.each<unknown>([
    [],
    './agents/a.md',
    ['./agents/a.md', './x/c.md'],
    './../kit/agents/a.md',
    './agents//a.md',
    './agents/*.md',
    './dir.md',
  ])('%j is taken', (value) => {
    expect(fieldRefusedAt('agents', value)).toBeNull();
  });

  test.each<unknown>([
    '',
    './',
    '.',
    './agents',
    './agents/',
    './agents/a',
    './agents/A.MD',
    './agents/a.md ',
    '../x.md',
    '/abs.md',
    'agents',
    'agents/a.md',
    '.\\agents\\a.md',
    null,
    {},
    3,
    true,
    { a: { source: './agents/a.md' } },
  ])('%j is refused', (value) => {
    expect(fieldRefusedAt('agents', value)).toBe(JSON.stringify(value));
  });

  test.each<[unknown[], unknown]>([
    [['./agents/a.md', './agents'], './agents'],
    [['./agents/a.md', 'agents/b.md'], 'agents/b.md'],
    [['./agents/a.md', ''], ''],
    [['./agents/a.md', 1], 1],
    [['./agents/a.md', ['./x/c.md']], ['./x/c.md']],
    [[{ source: './agents/a.md' }], { source: './agents/a.md' }],
  ])('%j is refused for one of its entries', (value, entry) => {
    expect(fieldRefusedAt('agents', value)).toBe(JSON.stringify(entry));
  });
});

describe('other fields', () => {
  test.each<[string, unknown]>([
    ['commands', './zz'],
    ['commands', []],
    ['commands', {}],
    ['commands', { about: { source: './README.md' } }],
    ['commands', { about: { content: 'x', zz: 3 } }],
    ['skills', './skills'],
    ['workflows', ['./wf']],
    ['outputStyles', []],
    ['themes', './a.json'],
    ['hooks', './h.json'],
    ['hooks', { Stop: 3 }],
    ['hooks', [{ PreToolUse: [] }]],
    ['mcpServers', './x.mcpb'],
    ['mcpServers', ['./x.dxt', 'https://a.b/c.mcpb']],
    ['mcpServers', { s: { command: 'x' } }],
    ['mcpServers', [{ s: { command: 'x' } }]],
    ['lspServers', []],
    ['monitors', [{ name: 'x', command: 'y', description: 'z' }]],
    ['version', 'abc'],
    ['settings', { agent: 'x' }],
    ['userConfig', { a: { type: 'string', title: 'x', description: 'y' } }],
    ['channels', [{ server: 's' }]],
    ['dependencies', ['x', { name: 'y' }]],
    ['defaultEnabled', true],
    // Passed over, and the plugin loads.
    ['description', 3],
    ['author', 'me'],
    ['homepage', 'no url'],
    ['repository', { type: 'git' }],
    ['keywords', 'a'],
    ['experimental', 3],
    ['agent', 3],
  ])('%s: %j is no reason to refuse', (field, value) => {
    expect(fieldRefusedAt(field, value)).toBeNull();
  });

  test.each<[string, unknown, unknown]>([
    ['commands', 'x', 'x'],
    ['commands', ['./x', 'y'], 'y'],
    ['commands', ['./x', 3], 3],
    ['commands', { about: 3 }, 3],
    ['commands', { about: {} }, {}],
    ['commands', { about: { source: 'README.md' } }, 'README.md'],
    ['commands', { about: { source: './a', content: 'x' } }, { source: './a', content: 'x' }],
    ['skills', {}, {}],
    ['skills', null, null],
    ['workflows', 'wf', 'wf'],
    ['outputStyles', ['./a', 'b'], 'b'],
    ['themes', ['./a', 3], 3],
    ['hooks', './hooks', './hooks'],
    ['hooks', 'h.json', 'h.json'],
    ['mcpServers', './x.MCPB', './x.MCPB'],
    ['mcpServers', { s: 3 }, 3],
    ['lspServers', './zz', './zz'],
    ['monitors', {}, {}],
    ['monitors', ['./a.json'], './a.json'],
    ['version', 1, 1],
    ['version', null, null],
    ['settings', [], []],
    ['userConfig', { a: 3 }, 3],
    ['userConfig', { a: { type: 'zzz', title: 'x', description: 'y' } }, 'zzz'],
    ['channels', [{}], {}],
    ['dependencies', [3], 3],
    ['defaultEnabled', 'yes', 'yes'],
  ])('%s: %j is refused', (field, value, at) => {
    expect(fieldRefusedAt(field, value)).toBe(JSON.stringify(at));
  });
});
