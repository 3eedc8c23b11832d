// What happens on disk, one thing after the other: what is then known, and what was read for it.
import { describe, expect, test } from 'vitest';
import { uriOf } from '../harness/fakeFiles.ts';
import { agent, agentsOf, knownFiles, opened, takeReads } from './support.ts';

const A = agent('a');
const B = agent('b');
const PATH_A = '.claude/agents/a.md';
const PATH_B = '.claude/agents/b.md';

describe('files on disk', () => {
  test('that are created and changed are read, and no others', async () => {
    const here = await opened({ [PATH_A]: A });
    here.files.write(PATH_B, B);
    here.files.write(PATH_A, agent('other'));
    await here.tell({ [PATH_B]: 'created', [PATH_A]: 'changed' });
    expect(agentsOf(here)).toEqual([`${PATH_A}: project other`, `${PATH_B}: project b`]);
    expect(takeReads(here)).toEqual([PATH_A, PATH_B]);
    expect(here.takeNeighbourChanges()).toBe(1);
  });

  test('that are deleted are forgotten, and nothing is read', async () => {
    const here = await opened({ [PATH_A]: A, [PATH_B]: B });
    here.files.remove(PATH_A);
    await here.tell({ [PATH_A]: 'deleted' });
    expect(agentsOf(here)).toEqual([`${PATH_B}: project b`]);
    expect(takeReads(here)).toEqual([]);
  });

  test('that have nothing to do with agents are not read', async () => {
    const here = await opened({ [PATH_A]: A, '.gitignore': 'out\n', 'src/x/main.ts': '' });
    here.files.write('out/.claude/agents/b.md', B);
    here.files.write('src/y/z.ts', '');
    await here.tell({
      'src/x/main.ts': 'changed',
      'src/y': 'created',
      'src/y/z.ts': 'created',
      'out/.claude/agents/b.md': 'created',
      out: 'created',
      'src/gone.ts': 'deleted',
      'node_modules/x/.claude/agents/c.md': 'changed',
      '.git/index.lock': 'created',
    });
    expect(takeReads(here)).toEqual([]);
    expect(here.takeNeighbourChanges()).toBe(0);
  });

  test('count as they are now, whatever is told of them', async () => {
    const here = await opened({ [PATH_A]: A });
    here.files.remove(PATH_A);
    await here.tell({ [PATH_A]: 'changed', [PATH_B]: 'created' });
    expect(agentsOf(here)).toEqual([]);
    here.files.write(PATH_A, B);
    await here.workspace.update([
      { uri: uriOf(PATH_A), kind: 'created' },
      { uri: uriOf(PATH_A), kind: 'deleted' },
    ]);
    expect(agentsOf(here)).toEqual([`${PATH_A}: project b`]);
  });

  test('that say the same to others do not stir them', async () => {
    const here = await opened({ [PATH_A]: A });
    here.files.write(PATH_A, `${A}\nA longer prompt with \`some-word\`.\n`);
    await here.tell({ [PATH_A]: 'changed' });
    expect(here.takeNeighbourChanges()).toBe(0);
  });
});

describe('folders on disk', () => {
  test('that are deleted, told as one thing, take their files with them', async () => {
    const here = await opened({ 'app/.claude/agents/a.md': A, 'app/x/CLAUDE.md': '', [PATH_B]: B });
    here.files.remove('app');
    await here.tell({ app: 'deleted' });
    expect(knownFiles(here)).toEqual([PATH_B]);
  });

  test('of a name that only begins alike stay', async () => {
    const here = await opened({ 'app/CLAUDE.md': '', 'app2/CLAUDE.md': '', 'app.md/CLAUDE.md': '' });
    here.files.remove('app');
    await here.tell({ app: 'deleted' });
    expect(knownFiles(here)).toEqual(['app.md/CLAUDE.md', 'app2/CLAUDE.md']);
  });

  test('that are moved, told as one thing, bring theirs', async () => {
    const here = await opened({ 'app/.claude/agents/a.md': A, 'app/.claude/agents/x/b.md': B, [PATH_B]: B });
    here.files.move('app', 'lib/app');
    await here.tell({ app: 'deleted', 'lib/app': 'created' });
    expect(knownFiles(here)).toEqual([PATH_B, 'lib/app/.claude/agents/a.md', 'lib/app/.claude/agents/x/b.md']);
    expect(takeReads(here)).toEqual(['lib/app/.claude/agents/a.md', 'lib/app/.claude/agents/x/b.md']);
  });

  test('that come from elsewhere are searched', async () => {
    const here = await opened({ [PATH_A]: A });
    here.files.write('kit/.claude-plugin/plugin.json', '{"name": "kit"}');
    here.files.write('kit/agents/b.md', B);
    here.files.write('kit/.gitignore', 'x\n');
    here.files.write('kit/x/agents/c.md', agent('c'));
    await here.tell({ kit: 'created' });
    expect(agentsOf(here)).toEqual([`${PATH_A}: project a`, 'kit/agents/b.md: plugin kit:b']);
  });

  test('that become repositories part the agents in them from those above', async () => {
    const here = await opened({ '.git/HEAD': '', [PATH_A]: A, 'app/.claude/agents/b.md': B });
    here.files.write('app/.git/HEAD', '');
    await here.tell({ 'app/.git': 'created' });
    expect(here.workspace.index.agents().map(({ place }) => place.repository)).toEqual([uriOf(''), uriOf('app')]);
    here.files.remove('app/.git');
    await here.tell({ 'app/.git': 'deleted' });
    expect(here.workspace.index.agents().map(({ place }) => place.repository)).toEqual([uriOf(''), uriOf('')]);
  });
});

describe('files that decide what others are', () => {
  const KIT = { 'kit/agents/a.md': A, 'kit/x/b.md': B };

  test('manifests that come, change and go', async () => {
    const here = await opened(KIT);
    const say = async (text: string | null): Promise<string[]> => {
      if (text === null) here.files.remove('kit/.claude-plugin/plugin.json');
      else here.files.write('kit/.claude-plugin/plugin.json', text);
      await here.tell({ 'kit/.claude-plugin/plugin.json': text === null ? 'deleted' : 'changed' });
      return agentsOf(here);
    };
    expect(agentsOf(here)).toEqual(['kit/agents/a.md: loose kit:a']);
    expect(await say('{"name": "one"}')).toEqual(['kit/agents/a.md: plugin one:a']);
    expect(await say('{"name": "two"}')).toEqual(['kit/agents/a.md: plugin two:a']);
    expect(await say('{"name": "two", "agents": "./x/b.md"}')).toEqual([
      'kit/agents/a.md: plugin two:a (unlisted)',
      'kit/x/b.md: plugin two:b',
    ]);
    expect(await say('{"name": "two", "agents": "./x/"}')).toEqual([
      'kit/agents/a.md: plugin two:a (refused)',
      'kit/x/b.md: plugin two:b (refused)',
    ]);
    expect(await say(null)).toEqual(['kit/agents/a.md: loose kit:a']);
  });

  test('manifests that say the same of agents have nothing read again', async () => {
    const here = await opened({ ...KIT, 'kit/.claude-plugin/plugin.json': '{"name": "kit", "version": "1"}' });
    here.files.write('kit/.claude-plugin/plugin.json', '{"name": "kit", "version": "2"}');
    await here.tell({ 'kit/.claude-plugin/plugin.json': 'changed' });
    expect(takeReads(here)).toEqual(['kit/.claude-plugin/plugin.json']);
    expect(here.takeNeighbourChanges()).toBe(0);
  });

  test('lists of marketplaces: only the plugins of which they say something new are read again', async () => {
    const list = (second: string): string =>
      JSON.stringify({
        plugins: [
          { name: 'one', source: './one' },
          { name: second, source: './two' },
        ],
      });
    const here = await opened({
      '.claude-plugin/marketplace.json': list('two'),
      'one/agents/a.md': A,
      'two/agents/b.md': B,
    });
    here.files.write('.claude-plugin/marketplace.json', list('new'));
    await here.tell({ '.claude-plugin/marketplace.json': 'changed' });
    expect(agentsOf(here)).toEqual(['one/agents/a.md: plugin one:a', 'two/agents/b.md: plugin new:b']);
    expect(takeReads(here)).toEqual(['.claude-plugin/marketplace.json', 'two/agents/b.md']);
  });

  test('ignore files that come, change and go', async () => {
    const here = await opened({ 'out/CLAUDE.md': '', 'in/CLAUDE.md': '' });
    here.files.write('.gitignore', 'out\n');
    await here.tell({ '.gitignore': 'created' });
    expect(knownFiles(here)).toEqual(['in/CLAUDE.md']);
    here.files.write('.gitignore', 'in\n');
    await here.tell({ '.gitignore': 'changed' });
    expect(knownFiles(here)).toEqual(['out/CLAUDE.md']);
    here.files.remove('.gitignore');
    await here.tell({ '.gitignore': 'deleted' });
    expect(knownFiles(here)).toEqual(['in/CLAUDE.md', 'out/CLAUDE.md']);
  });

  test('the list of installed plugins, and the folder it lies in', async () => {
    const installed = '~/.claude/plugins/installed_plugins.json';
    const here = await opened({ '~/kit/agents/a.md': A });
    here.files.write(installed, JSON.stringify({ plugins: { 'kit@m': [{ installPath: '/home/user/kit' }] } }));
    await here.tell({ [installed]: 'created' });
    expect(agentsOf(here)).toEqual(['~/kit/agents/a.md: plugin kit:a']);
    here.files.remove('~/.claude');
    await here.tell({ '~/.claude': 'deleted' });
    expect(agentsOf(here)).toEqual([]);
  });
});

describe('links', () => {
  test('show what happens where they lead', async () => {
    const here = await opened({ 'shared/x/a.md': A, 'b.md': B }, { '.claude/agents/x': 'shared/x', [PATH_B]: 'b.md' });
    here.files.write('shared/x/a.md', agent('new'));
    here.files.write('b.md', agent('newer'));
    await here.tell({ 'shared/x/a.md': 'changed', 'b.md': 'changed' });
    expect(agentsOf(here)).toEqual([`${PATH_B}: project newer`, '.claude/agents/x/a.md: project new']);
    here.files.remove('shared');
    await here.tell({ shared: 'deleted' });
    expect(agentsOf(here)).toEqual([`${PATH_B}: project newer`]);
    here.files.write('shared/x/a.md', A);
    await here.tell({ shared: 'created' });
    expect(agentsOf(here)).toEqual([`${PATH_B}: project newer`, '.claude/agents/x/a.md: project a']);
  });

  test('may be there before what they lead to', async () => {
    const here = await opened({}, { '.claude/agents/x': 'shared' });
    here.files.link('.claude/agents/a.md', 'other/a.md');
    await here.tell({ '.claude/agents/a.md': 'created' });
    here.files.write('shared/b.md', B);
    here.files.write('other/a.md', A);
    await here.tell({ shared: 'created', 'other/a.md': 'created' });
    expect(agentsOf(here)).toEqual(['.claude/agents/a.md: project a', '.claude/agents/x/b.md: project b']);
  });

  test('that are not followed are not followed later either', async () => {
    const here = await opened({ 'dev/CLAUDE.md': '' }, { lib: 'dev' });
    here.files.link('more', 'dev');
    await here.tell({ more: 'created', 'lib/CLAUDE.md': 'changed', 'more/CLAUDE.md': 'created' });
    expect(knownFiles(here)).toEqual(['dev/CLAUDE.md']);
    here.files.remove('more');
    here.files.write('more/CLAUDE.md', '');
    await here.tell({ more: 'deleted' });
    await here.tell({ 'more/CLAUDE.md': 'created' });
    expect(knownFiles(here)).toEqual(['dev/CLAUDE.md', 'more/CLAUDE.md']);
  });
});
