// What files are by where they lie: agents of projects, of the user and loose ones, skills, commands, MCP servers.
import { describe, expect, test } from 'vitest';
import { uriOf } from '../harness/fakeFiles.ts';
import { openWorkspace } from '../harness/openWorkspace.ts';
import { agent, agentsIn, type Files, skillsIn } from './support.ts';

const A = agent('a');
const B = agent('b');
const manifest = (fields: object): string => JSON.stringify({ name: 'kit', ...fields });

describe('agents of projects and of the user', () => {
  test('lie in .claude/agents of any folder, however deep', async () => {
    const files = { '.claude/agents/a.md': A, 'app/.claude/agents/b.md': B, 'app/.claude/agents/x/y/c.md': agent('c') };
    expect(await agentsIn(files)).toEqual([
      '.claude/agents/a.md: project a',
      'app/.claude/agents/b.md: project b',
      'app/.claude/agents/x/y/c.md: project c',
    ]);
  });

  test('go by their name, not by that of their file', async () => {
    expect(await agentsIn({ '.claude/agents/other.md': A })).toEqual(['.claude/agents/other.md: project a']);
  });

  test('are the user’s own in the home folder', async () => {
    expect(await agentsIn({ '~/.claude/agents/a.md': A, '~/notes/agents/b.md': B })).toEqual([
      '~/.claude/agents/a.md: user a',
    ]);
  });

  test('may be called README, SKILL or CLAUDE, but end in a small .md', async () => {
    const files = {
      '.claude/agents/README.md': agent('r'),
      '.claude/agents/SKILL.md': agent('s'),
      '.claude/agents/CLAUDE.md': agent('c'),
      '.claude/agents/A.MD': A,
      '.claude/agents/b.markdown': B,
    };
    expect(await agentsIn(files)).toEqual([
      '.claude/agents/CLAUDE.md: project c',
      '.claude/agents/README.md: project r',
      '.claude/agents/SKILL.md: project s',
    ]);
  });

  test('are read with a byte order mark and with CRLF', async () => {
    const files = { '.claude/agents/a.md': `\uFEFF${A}`, '.claude/agents/b.md': B.replaceAll('\n', '\r\n') };
    const { workspace } = await openWorkspace(files);
    expect(workspace.index.agents().map(({ name, loads, nameRange }) => [name, loads, nameRange.start])).toEqual([
      ['a', true, { line: 1, character: 6 }],
      ['b', true, { line: 1, character: 6 }],
    ]);
  });

  test('know the repository they lie in', async () => {
    const files = {
      '.git/HEAD': '',
      '.claude/agents/a.md': A,
      'lib/.git': 'gitdir: x',
      'lib/x/.claude/agents/b.md': B,
    };
    const { workspace } = await openWorkspace(files);
    const repositories = workspace.index.agents().map(({ place }) => place.repository);
    expect(repositories).toEqual([uriOf(''), uriOf('lib')]);
  });
});

describe('agents outside of any place', () => {
  test('are told by their fields, and are loose', async () => {
    const files = {
      'docs/a.md': agent('a', { fields: 'tools: Read\n' }),
      'docs/b.md': B,
      'team/agents/c.md': agent('c'),
      'docs/post.md': '# No front matter\n',
      'x/SKILL.md': agent('d', { fields: 'tools: Read\n' }),
    };
    expect(await agentsIn(files)).toEqual(['docs/a.md: loose a', 'team/agents/c.md: loose team:c']);
  });
});

describe('skills and commands', () => {
  const TEXT = '---\ndescription: Does\n---\nDo.\n';

  test('go by their folder, by their file and its folders, and by their plugin', async () => {
    const files = {
      '.claude/skills/deploy/SKILL.md': TEXT,
      '.claude/commands/go.md': TEXT,
      '.claude/commands/ops/stop.md': TEXT,
      '~/.claude/skills/mine/SKILL.md': TEXT,
      '~/.claude/commands/own.md': TEXT,
      'dev/.claude-plugin/plugin.json': manifest({ commands: ['./more/ship.md'] }),
      'dev/skills/test/SKILL.md': TEXT,
      // Measured: what the manifest names stands in for the folder.
      'dev/commands/ops/run.md': TEXT,
      'dev/more/ship.md': TEXT,
      'ops/.claude-plugin/plugin.json': '{ "name": "ops" }',
      'ops/commands/night/stop.md': TEXT,
    };
    expect(await skillsIn(files)).toEqual([
      '~/.claude/commands/own.md: own',
      '~/.claude/skills/mine/SKILL.md: mine',
      '.claude/commands/go.md: go',
      '.claude/commands/ops/stop.md: ops:stop',
      '.claude/skills/deploy/SKILL.md: deploy',
      'dev/more/ship.md: kit:ship',
      'dev/skills/test/SKILL.md: kit:test',
      'ops/commands/night/stop.md: ops:night:stop',
    ]);
  });

  test('are none where Claude Code does not look', async () => {
    const files = {
      '.claude/skills/deep/er/SKILL.md': TEXT,
      '.claude/skills/flat.md': TEXT,
      '.claude/skills/small/skill.md': TEXT,
      'commands/go.md': TEXT,
    };
    expect(await skillsIn(files)).toEqual([]);
  });

  test('are found by all their names, from where they can be seen', async () => {
    const { workspace } = await openWorkspace({
      '.claude/skills/deploy/SKILL.md': '---\nname: shipping\ndescription: Ships\n---\nShip.\n',
      'app/.claude/skills/test/SKILL.md': TEXT,
      'dev/.claude-plugin/plugin.json': manifest({}),
      'dev/skills/check/SKILL.md': TEXT,
    });
    const found = (name: string, from: string): number => workspace.index.skillsCalled(name, uriOf(from)).length;
    const inApp = ['deploy', 'shipping', 'Deploy', 'test', 'kit:check', 'check', 'other:check'];
    expect(inApp.map((name) => found(name, 'app/.claude/agents/a.md'))).toEqual([1, 1, 0, 1, 1, 1, 0]);
    expect(found('test', '.claude/agents/a.md')).toBe(0);
  });

  test.each(['true', '"true"', 'yes', 'True'])(
    'cannot be preloaded with disable-model-invocation: %s',
    async (value) => {
      const text = `---\nname: deploy\ndescription: Ships\ndisable-model-invocation: ${value}\n---\nShip.\n`;
      const { workspace } = await openWorkspace({ '.claude/skills/deploy/SKILL.md': text });
      expect(workspace.index.skills().map(({ preloads }) => preloads)).toEqual([false]);
    },
  );
});

describe('MCP servers', () => {
  const servers = (...names: string[]): string =>
    JSON.stringify({ mcpServers: Object.fromEntries(names.map((name) => [name, { command: name }])) });

  async function seenFrom(path: string, files: Files): Promise<string[] | undefined> {
    const { workspace } = await openWorkspace(files);
    return workspace.index.serversFor(uriOf(path))?.map(({ name }) => name);
  }

  test('are those of every folder above, and the user’s own', async () => {
    const own = JSON.stringify({ mcpServers: { own: {} }, projects: { '/x': { mcpServers: { local: {} } } } });
    const files = {
      '.mcp.json': servers('github'),
      'app/.mcp.json': servers('docs', 'jira'),
      'lib/.mcp.json': servers('other'),
      '~/.claude.json': own,
    };
    expect(await seenFrom('app/.claude/agents/a.md', files)).toEqual(['own', 'local', 'github', 'docs', 'jira']);
    expect(await seenFrom('.claude/agents/a.md', files)).toEqual(['own', 'local', 'github']);
  });

  test('are unknown where no folder above has any, nor the user', async () => {
    expect(await seenFrom('.claude/agents/a.md', { 'app/.mcp.json': servers('docs') })).toBeUndefined();
    expect(await seenFrom('.claude/agents/a.md', { '~/.claude.json': servers('own') })).toEqual(['own']);
  });

  test.each(['', '{', '{"mcpServers": [1]}', '[]'])('are none in a file that is no configuration: %j', async (text) => {
    expect(await seenFrom('.claude/agents/a.md', { '.mcp.json': text })).toEqual([]);
  });

  test('have the place of their key', async () => {
    const { workspace } = await openWorkspace({ '.mcp.json': '{\n  "mcpServers": {\n    "docs": {}\n  }\n}' });
    expect(workspace.index.servers()[0]?.range.start).toEqual({ line: 2, character: 4 });
  });
});

describe('workflows', () => {
  const script = (name: string): string => `export const meta = { name: '${name}', description: 'Does' }\nreturn 1\n`;

  test('go by their own name, with the prefix of their plugin', async () => {
    const files = {
      'kit/.claude-plugin/plugin.json': manifest({}),
      'kit/workflows/file.js': script('scan'),
      'kit/workflows/deep/er.js': script('deep'),
      'kit/workflows/late.js': `const x = 1\n${script('late')}`,
      'kit/workflows/module.mjs': script('module'),
      'two/.claude-plugin/plugin.json': manifest({ name: 'two', workflows: ['./flows/workflows', './workflows/a.js'] }),
      'two/workflows/a.js': script('a'),
      'two/workflows/b.js': script('b'),
      'two/flows/workflows/c.js': script('c'),
      '.claude/workflows/local.js': script('local'),
      '.claude/workflows/deep/local.js': script('nested'),
      '~/.claude/workflows/mine.js': script('mine'),
      '.github/workflows/ci.js': script('ci'),
    };
    expect(await skillsIn(files)).toEqual([
      '~/.claude/workflows/mine.js: mine',
      '.claude/workflows/local.js: local',
      'kit/workflows/file.js: kit:scan',
      'two/flows/workflows/c.js: two:c',
      'two/workflows/a.js: two:a',
    ]);
  });

  test('of a plugin that is installed are read too', async () => {
    const list = { plugins: { 'kit@market': [{ installPath: '/home/user/kit' }] } };
    const files = {
      '~/.claude/plugins/installed_plugins.json': JSON.stringify(list),
      '~/kit/workflows/file.js': script('scan'),
      '~/kit/workflows/deep/er.js': script('deep'),
      '~/kit/src/workflows/other.js': script('other'),
    };
    expect(await skillsIn(files)).toEqual(['~/kit/workflows/file.js: kit:scan']);
  });

  test.each<[string, object, boolean]>([
    ['all of a plugin’s are known', {}, true],
    ['scripts in a folder of another name are not read', { workflows: './flows' }, false],
    ['commands of an object go by its keys', { commands: { about: { content: 'About' } } }, false],
  ])('%s', async (_, fields, known) => {
    const { workspace } = await openWorkspace({ 'kit/.claude-plugin/plugin.json': manifest(fields) });
    expect(workspace.index.knowsPlugin('kit')).toBe(known);
  });
});
