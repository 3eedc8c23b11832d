// Which folders are plugins, by each of the files that say so, and what their agents are then called.
import { describe, expect, test } from 'vitest';
import { uriOf } from '../harness/fakeFiles.ts';
import { openWorkspace } from '../harness/openWorkspace.ts';
import { agent, agentsIn, type Files } from './support.ts';

const A = agent('a');
const B = agent('b');
const manifest = (fields: object): string => JSON.stringify({ name: 'kit', ...fields });
const marketplace = (plugins: readonly object[], fields: object = {}): string => JSON.stringify({ plugins, ...fields });

describe('plugins by their own manifest', () => {
  const AGENTS = { 'dev/agents/a.md': A, 'dev/agents/web/css/b.md': B };

  test('give their name and the folders below agents to the id', async () => {
    expect(await agentsIn({ 'dev/.claude-plugin/plugin.json': manifest({}), ...AGENTS })).toEqual([
      'dev/agents/a.md: plugin kit:a',
      'dev/agents/web/css/b.md: plugin kit:web:css:b',
    ]);
  });

  test('go by their folder where they have no name', async () => {
    expect(await agentsIn({ 'dev/.claude-plugin/plugin.json': '{}', 'dev/agents/a.md': A })).toEqual([
      'dev/agents/a.md: plugin dev:a (refused)',
    ]);
  });

  test.each([
    [
      'a path',
      './agents/web/css/b.md',
      ['dev/agents/a.md: plugin kit:a (unlisted)', 'dev/agents/web/css/b.md: plugin kit:b'],
    ],
    [
      'a list',
      ['./x/c.md'],
      [
        'dev/agents/a.md: plugin kit:a (unlisted)',
        'dev/agents/web/css/b.md: plugin kit:web:css:b (unlisted)',
        'dev/x/c.md: plugin kit:c',
      ],
    ],
    [
      'an empty list',
      [],
      ['dev/agents/a.md: plugin kit:a (unlisted)', 'dev/agents/web/css/b.md: plugin kit:web:css:b (unlisted)'],
    ],
    [
      'a folder whose name ends as a file',
      './x.md',
      [
        'dev/agents/a.md: plugin kit:a (unlisted)',
        'dev/agents/web/css/b.md: plugin kit:web:css:b (unlisted)',
        'dev/x.md/sub/d.md: plugin kit:sub:d',
      ],
    ],
  ])('name their agents in place of those in agents: %s', async (_, agents, expected) => {
    const more = { 'dev/x/c.md': agent('c'), 'dev/x.md/sub/d.md': agent('d'), 'dev/agents/README.md': '# About\n' };
    const files = { 'dev/.claude-plugin/plugin.json': manifest({ agents }), ...AGENTS, ...more };
    expect((await agentsIn(files)).filter((line) => line.includes(' plugin '))).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['a folder', '{ "name": "kit", "agents": "./agents/" }', ['a', 'web:css:b']],
    ['a folder in a list', '{ "name": "kit", "agents": ["./agents"] }', ['a', 'web:css:b']],
    ['a path without ./', '{ "name": "kit", "agents": ["agents/a.md"] }', ['a', 'web:css:b']],
    ['another field', '{ "name": "kit", "version": 1 }', ['a', 'web:css:b']],
    ['no JSON', '{ "name": "kit", }', ['a', 'web:css:b']],
  ])('load none of their agents where the manifest is refused: %s', async (_, text, names) => {
    const { workspace } = await openWorkspace({ 'dev/.claude-plugin/plugin.json': text, ...AGENTS });
    const found = workspace.index.agents();
    expect(found.map(({ loads, place }) => [loads, place.manifest])).toEqual(names.map(() => [false, 'refused']));
    expect(found.map(({ id }) => id.slice(id.indexOf(':') + 1))).toEqual(names);
  });

  test('do not follow paths out of their folder', async () => {
    const files = { 'dev/.claude-plugin/plugin.json': manifest({ agents: './../out.md' }), 'out.md': 'Out.\n' };
    expect(await agentsIn(files)).toEqual([]);
  });

  test('can be the workspace folder itself', async () => {
    const files = { '.claude-plugin/plugin.json': manifest({}), 'agents/a.md': A, '.claude/agents/b.md': B };
    expect(await agentsIn(files)).toEqual(['.claude/agents/b.md: project b', 'agents/a.md: plugin kit:a']);
  });

  test.each(['', '{', '[]', 'null', '{"name": 3, "agents": 4}', '\uFEFF{"name": "kit"}'])(
    'are read whatever they say: %j',
    async (text) => {
      const [shown] = await agentsIn({ 'dev/.claude-plugin/plugin.json': text, 'dev/agents/a.md': A });
      expect(shown).toBe(`dev/agents/a.md: plugin ${text.includes('kit') ? 'kit:a' : 'dev:a (refused)'}`);
    },
  );

  test('load an agent whatever its front matter says', async () => {
    const files = { 'dev/.claude-plugin/plugin.json': manifest({}), 'dev/agents/notes.md': 'No front matter.\n' };
    expect(await agentsIn(files)).toEqual(['dev/agents/notes.md: plugin kit:notes']);
  });

  test('keep a name with colons whole', async () => {
    const files = { 'dev/.claude-plugin/plugin.json': manifest({}), 'dev/agents/a.md': agent('ring:sre') };
    const { workspace } = await openWorkspace(files);
    const found = (name: string): number => workspace.index.agentsCalled(name, uriOf('x.md')).length;
    expect(['kit:ring:sre', 'ring:sre', 'sre', 'kit:sre'].map(found)).toEqual([1, 1, 1, 0]);
  });
});

describe('plugins by the list of a marketplace', () => {
  const LIST = '.claude-plugin/marketplace.json';
  const AGENTS: Files = { 'dev/agents/a.md': A, 'plugins/dev/agents/b.md': B };

  test.each<[string, object, object, string[]]>([
    ['./ is the folder of the list', { source: './dev' }, {}, ['dev/agents/a.md: plugin ring-dev:a']],
    [
      'pluginRoot is for bare names',
      { source: 'dev' },
      { metadata: { pluginRoot: './plugins' } },
      ['plugins/dev/agents/b.md: plugin ring-dev:b'],
    ],
    [
      'pluginRoot is not for paths',
      { source: './dev' },
      { metadata: { pluginRoot: './plugins' } },
      ['dev/agents/a.md: plugin ring-dev:a'],
    ],
    ['bare names need pluginRoot', { source: 'dev' }, {}, []],
    ['other sources are fetched', { source: { source: 'github', repo: 'a/b' } }, {}, []],
    ['so are addresses', { source: 'https://example.com/dev' }, {}, []],
  ])('%s', async (_, entry, fields, expected) => {
    const files = { [LIST]: marketplace([{ name: 'ring-dev', ...entry }], fields), ...AGENTS };
    expect((await agentsIn(files)).filter((line) => line.includes(' plugin '))).toEqual(expected);
  });

  test('count after the plugin’s own manifest', async () => {
    const files = {
      [LIST]: marketplace([{ name: 'ring-dev', source: './dev' }]),
      'dev/.claude-plugin/plugin.json': manifest({}),
      'dev/agents/a.md': A,
    };
    expect(await agentsIn(files)).toEqual(['dev/agents/a.md: plugin kit:a']);
  });

  test('name agents that come to those of the plugin', async () => {
    const entry = { name: 'ring-dev', source: './dev', agents: ['./x/c.md'] };
    expect(await agentsIn({ [LIST]: marketplace([entry]), 'dev/agents/a.md': A, 'dev/x/c.md': agent('c') })).toEqual([
      'dev/agents/a.md: plugin ring-dev:a',
      'dev/x/c.md: plugin ring-dev:c',
    ]);
  });

  test('offer one folder under several names, and each of them counts', async () => {
    const entries = [
      { name: 'one', source: './' },
      { name: 'two', source: './' },
    ];
    const { workspace } = await openWorkspace({ [LIST]: marketplace(entries), 'agents/a.md': A });
    const found = (name: string): number => workspace.index.agentsCalled(name, uriOf('x.md')).length;
    expect(['one:a', 'two:a', 'a', 'three:a'].map(found)).toEqual([1, 1, 1, 0]);
    expect(['one', 'two', 'three'].map((name) => workspace.index.knowsPlugin(name))).toEqual([true, true, false]);
  });

  test('do not tell the agents of a plugin that is not there', async () => {
    const { workspace } = await openWorkspace({ [LIST]: marketplace([{ name: 'ring-dev', source: './dev' }]) });
    expect(workspace.index.knowsPlugin('ring-dev')).toBe(false);
  });
});

test('a plugin with a manifest of its own is known without any agent', async () => {
  const { workspace } = await openWorkspace({ 'dev/.claude-plugin/plugin.json': '{ "name": "ring-dev" }' });
  expect(workspace.index.knowsPlugin('ring-dev')).toBe(true);
});

describe('plugins that are installed', () => {
  const INSTALLED = '~/.claude/plugins/installed_plugins.json';
  const KIT = { '~/kit/agents/a.md': A, '~/kit/.claude/agents/b.md': B };

  test.each([
    ['the first version of the list', { 'kit@market': { installPath: '/home/user/kit' } }],
    ['the second', { 'kit@market': [{ scope: 'user', installPath: '/home/user/kit/' }] }],
  ])('are read, but not the agents their authors work with: %s', async (_, plugins) => {
    expect(await agentsIn({ [INSTALLED]: JSON.stringify({ plugins }), ...KIT })).toEqual([
      '~/kit/agents/a.md: plugin kit:a',
    ]);
  });

  test('are read where the runtime reads them, and where their manifest says', async () => {
    const list = { plugins: { 'kit@market': [{ installPath: '/home/user/kit' }] } };
    const files = { [INSTALLED]: JSON.stringify(list), '~/kit/deep/b.md': B };
    expect(await agentsIn(files)).toEqual([]);
    const manifest = { '~/kit/.claude-plugin/plugin.json': '{ "name": "kit", "agents": ["./deep/b.md"] }' };
    expect(await agentsIn({ ...files, ...manifest })).toEqual(['~/kit/deep/b.md: plugin kit:b']);
  });

  test('count only where the user’s own list names them', async () => {
    const list = JSON.stringify({ plugins: { 'kit@market': [{ installPath: '/home/user/kit' }] } });
    expect(await agentsIn({ 'backup/plugins/installed_plugins.json': list, ...KIT })).toEqual([]);
  });
});
