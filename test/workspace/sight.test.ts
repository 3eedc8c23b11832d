// What is answered to rules: what a name means in a file, who hands work to whom, what is alike, what descriptions cost.
import { describe, expect, test } from 'vitest';
import { pathOf, uriOf } from '../harness/fakeFiles.ts';
import { type OpenWorkspace, openWorkspace } from '../harness/openWorkspace.ts';
import { agent, type Files } from './support.ts';

const paths = (agents: readonly { readonly uri: string }[]): string[] => agents.map(({ uri }) => pathOf(uri) ?? uri);

async function called(name: string, from: string, files: Files): Promise<string[]> {
  const { workspace } = await openWorkspace(files);
  return paths(workspace.index.agentsCalled(name, uriOf(from)));
}

describe('a name means first', () => {
  const X = agent('x');
  const FILES = {
    '.claude/agents/x.md': X,
    'app/.claude/agents/x.md': X,
    'lib/.claude/agents/x.md': X,
    '~/.claude/agents/x.md': X,
    'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
    'kit/agents/x.md': X,
    'team/agents/x.md': X,
  };

  test('the agent of the nearest folder that is loaded together with the file', async () => {
    const fromApp = await called('x', 'app/.claude/agents/lead.md', {
      ...FILES,
      'app/.claude/agents/lead.md': agent('lead'),
    });
    expect(fromApp.slice(0, 3)).toEqual(['app/.claude/agents/x.md', '.claude/agents/x.md', '~/.claude/agents/x.md']);
    expect(fromApp).toHaveLength(6);
  });

  test('an agent of the same plugin', async () => {
    const files = { ...FILES, 'kit/agents/lead.md': agent('lead') };
    expect((await called('x', 'kit/agents/lead.md', files))[0]).toBe('kit/agents/x.md');
    expect(await called('kit:x', '.claude/agents/lead.md', files)).toEqual(['kit/agents/x.md']);
    expect(await called('KIT:X', '.claude/agents/lead.md', files)).toEqual(['kit/agents/x.md']);
    expect(await called('other:x', '.claude/agents/lead.md', files)).toEqual([]);
  });

  test('one of exactly that name, then one that loads', async () => {
    const files = {
      '.claude/agents/1.md': agent('Test-Runner'),
      '.claude/agents/2.md': '---\nname: test_runner\n---\n',
      '.claude/agents/3.md': agent('testrunner'),
      '.claude/agents/lead.md': agent('lead'),
    };
    expect(await called('testrunner', '.claude/agents/lead.md', files)).toEqual(
      [3, 1, 2].map((at) => `.claude/agents/${at}.md`),
    );
  });

  test('none outside of its repository', async () => {
    const files = {
      '.claude/agents/x.md': X,
      'app/.git/HEAD': '',
      'app/.claude/agents/lead.md': agent('lead', { fields: 'tools: Agent(x)\n' }),
    };
    const { workspace } = await openWorkspace(files);
    expect(workspace.index.delegatesOf(uriOf('app/.claude/agents/lead.md'))).toEqual([]);
  });
});

describe('a mistyped name', () => {
  test.each([
    ['tset-runner', 'test-runner'],
    ['test-runer', 'test-runner'],
    ['kit:sree', 'kit:sre'],
    ['completely-else', undefined],
    ['', undefined],
  ])('%s', async (name, expected) => {
    const { workspace } = await openWorkspace({
      '.claude/agents/a.md': agent('test-runner'),
      'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
      'kit/agents/b.md': agent('sre'),
    });
    expect(workspace.index.nearestAgentName(name)).toBe(expected);
  });

  test('is looked up anew when names come, change and go', async () => {
    const here = await openWorkspace({ '.claude/agents/a.md': agent('a') });
    const { index } = here.workspace;
    const uri = uriOf('.claude/agents/b.md');
    const nearest = (): string | undefined => index.nearestAgentName('test-runer');
    expect(nearest()).toBeUndefined();
    index.setText(uri, agent('test-runner'));
    expect(nearest()).toBe('test-runner');
    index.setText(uri, agent('runner'));
    expect(nearest()).toBeUndefined();
    index.setText(uri, agent('test-runner'));
    index.setText(uriOf('app/.claude/agents/b.md'), agent('test-runner'));
    index.setText(uri, null);
    expect(nearest()).toBe('test-runner');
    index.setText(uriOf('app/.claude/agents/b.md'), null);
    expect(nearest()).toBeUndefined();
  });
});

describe('mentions of an agent', () => {
  test('are those in agents, skills, commands and notes that mean it', async () => {
    const mention = 'Ask the `x-y` agent.\n';
    const { workspace } = await openWorkspace({
      '.claude/agents/x.md': agent('x-y'),
      '.claude/agents/a.md': agent('a', { body: mention + mention, fields: 'tools: Agent(X_Y)\n' }),
      '.claude/skills/s/SKILL.md': `---\nname: s\ndescription: S\n---\n${mention}`,
      '.claude/commands/c.md': mention,
      'CLAUDE.md': mention,
      'README.md': mention,
      'app/.claude/agents/x.md': agent('x-y'),
      'app/CLAUDE.md': mention,
    });
    const found = (path: string): string[] => {
      const of = workspace.index.agentAt(uriOf(path));
      return of ? workspace.index.mentionsOf(of).map(({ uri, range }) => `${pathOf(uri)}:${range.start.line}`) : [];
    };
    expect(found('.claude/agents/x.md')).toEqual([
      '.claude/agents/a.md:3',
      '.claude/agents/a.md:5',
      '.claude/agents/a.md:6',
      '.claude/commands/c.md:0',
      '.claude/skills/s/SKILL.md:4',
      'CLAUDE.md:0',
    ]);
    expect(found('app/.claude/agents/x.md')).toEqual(['app/CLAUDE.md:0']);
  });
});

describe('alike descriptions', () => {
  const LONG = 'Reviews pull requests for correctness, style, security and missing tests before they are merged';

  async function alike(path: string, files: Files): Promise<string[]> {
    const { workspace } = await openWorkspace(files);
    return paths(workspace.index.similarTo(uriOf(path)).map(({ agent: other }) => other));
  }

  const same = (name: string): string => agent(name, { description: LONG });

  test('are those of agents in the same folder and above it, of the same scope', async () => {
    const files = {
      'app/.claude/agents/a.md': same('a'),
      'app/.claude/agents/b.md': agent('b', { description: `${LONG} quickly` }),
      '.claude/agents/c.md': same('c'),
      'lib/.claude/agents/d.md': same('d'),
      '~/.claude/agents/e.md': same('e'),
      'team/agents/f.md': same('f'),
    };
    expect(await alike('app/.claude/agents/a.md', files)).toEqual(['.claude/agents/c.md', 'app/.claude/agents/b.md']);
    expect(await alike('~/.claude/agents/e.md', files)).toEqual([]);
    expect(await alike('team/agents/f.md', files)).toEqual([]);
  });

  test('are found however many copies other folders have', async () => {
    const copies = Array.from({ length: 100 }, (_, at) => [`a${at}/.claude/agents/x.md`, same('x')]);
    const files = {
      ...Object.fromEntries(copies),
      'b/.claude/agents/x.md': same('x'),
      'b/.claude/agents/y.md': same('y'),
    };
    expect(await alike('b/.claude/agents/y.md', files)).toEqual(['b/.claude/agents/x.md']);
  });

  test('are none where there are only a few words, or none', async () => {
    const files = {
      '.claude/agents/a.md': agent('a', { description: 'Reviews' }),
      '.claude/agents/b.md': agent('b', { description: 'Reviews' }),
    };
    expect(await alike('.claude/agents/a.md', files)).toEqual([]);
  });
});

describe('what descriptions cost', () => {
  const costs = (here: OpenWorkspace, path: string): unknown => {
    const budget = here.workspace.index.descriptionBudget(uriOf(path));
    return budget && { ...budget, longest: pathOf(budget.longest) };
  };
  const of = (name: string, length: number): string => agent(name, { description: 'x'.repeat(length) });

  test('is that of the folder, of those above and of the user’s own; the longest is one of the folder', async () => {
    const here = await openWorkspace({
      'app/.claude/agents/a.md': of('a', 40),
      'app/.claude/agents/b.md': of('b', 80),
      '.claude/agents/c.md': of('c', 400),
      'lib/.claude/agents/d.md': of('d', 4000),
      '~/.claude/agents/e.md': of('e', 8),
    });
    expect(costs(here, 'app/.claude/agents/a.md')).toEqual({
      tokens: 132,
      count: 4,
      elsewhere: 102,
      longest: 'app/.claude/agents/b.md',
    });
    expect(costs(here, '~/.claude/agents/e.md')).toMatchObject({ tokens: 2, count: 1 });
  });

  test('counts nothing above the repository', async () => {
    const files = { '.claude/agents/c.md': of('c', 400), 'app/.git/HEAD': '', 'app/.claude/agents/a.md': of('a', 40) };
    expect(costs(await openWorkspace(files), 'app/.claude/agents/a.md')).toMatchObject({ tokens: 10, elsewhere: 0 });
  });

  test('follows what is edited, and leaves out what does not load', async () => {
    const here = await openWorkspace({ '.claude/agents/a.md': of('a', 40), '.claude/agents/b.md': of('b', 40) });
    expect(costs(here, '.claude/agents/b.md')).toMatchObject({ tokens: 20, longest: '.claude/agents/a.md' });
    here.edit('.claude/agents/b.md', of('b', 44));
    expect(costs(here, '.claude/agents/b.md')).toMatchObject({ tokens: 21, longest: '.claude/agents/b.md' });
    here.edit('.claude/agents/b.md', '---\nname: b\n---\n');
    expect(costs(here, '.claude/agents/a.md')).toMatchObject({ tokens: 10, count: 1, longest: '.claude/agents/a.md' });
    expect(costs(here, 'docs/x.md')).toBeUndefined();
  });
});

describe('a path for people', () => {
  test('is short within a workspace folder and within the home folder', async () => {
    const folders = ['app', 'lib'].map(uriOf);
    const { workspace } = await openWorkspace({}, { folders });
    const shown = (uri: string): string => workspace.index.shownPath(uri);
    expect(shown(uriOf('lib/grün [x]/a.md'))).toBe('grün [x]/a.md');
    expect(shown(uriOf('~/.claude/agents/a.md'))).toBe('~/.claude/agents/a.md');
    expect(shown(uriOf('libs/a.md'))).toBe('/workspace/libs/a.md');
  });
});
