// Documents in the editor beside what is on disk, and URIs however they are spelt.
import { describe, expect, test } from 'vitest';
import { uriOf } from '../harness/fakeFiles.ts';
import { agent, agentsOf, opened, takeReads } from './support.ts';

const A = agent('a');
const B = agent('b');
const PATH_A = '.claude/agents/a.md';
const PATH_B = '.claude/agents/b.md';

describe('open documents', () => {
  test('count before what is on disk, until they are closed', async () => {
    const here = await opened({ [PATH_A]: A });
    here.edit(PATH_A, agent('edited'));
    here.files.write(PATH_A, agent('on-disk'));
    await here.tell({ [PATH_A]: 'changed' });
    expect(agentsOf(here)).toEqual([`${PATH_A}: project edited`]);
    expect(takeReads(here)).toEqual([]);
    here.files.remove(PATH_A);
    await here.tell({ [PATH_A]: 'deleted', '.claude': 'deleted' });
    expect(agentsOf(here)).toEqual([`${PATH_A}: project edited`]);
    here.files.write(PATH_A, agent('on-disk'));
    await here.workspace.setClosed(uriOf(PATH_A));
    expect(agentsOf(here)).toEqual([`${PATH_A}: project on-disk`]);
  });

  test('stay when everything is read anew', async () => {
    const here = await opened({ [PATH_A]: A });
    here.edit('new/.claude/agents/x.md', agent('x'));
    here.edit(PATH_A, agent('edited'));
    await here.workspace.open([uriOf('')], []);
    expect(agentsOf(here)).toEqual([`${PATH_A}: project edited`, 'new/.claude/agents/x.md: project x']);
    await here.workspace.setClosed(uriOf('new/.claude/agents/x.md'));
    expect(agentsOf(here)).toEqual([`${PATH_A}: project edited`]);
  });

  test('can be edited without a file being read', async () => {
    const here = await opened({ [PATH_A]: A, [PATH_B]: B, '.mcp.json': '{}', 'CLAUDE.md': 'Ask `a`.\n' });
    for (const name of ['c', 'cc', 'ccc']) here.edit(PATH_A, agent(name, { body: 'Use the `b` agent.\n' }));
    expect(takeReads(here)).toEqual([]);
    expect(here.takeNeighbourChanges()).toBe(3);
  });

  test('stir others only where they say something else to them', async () => {
    const here = await opened({ [PATH_A]: A });
    here.edit(PATH_A, A);
    for (const body of ['One.', 'One `b-c`.', '# One\n\nTwo.']) here.edit(PATH_A, agent('a', { body }));
    expect(here.takeNeighbourChanges()).toBe(0);
    here.edit(PATH_A, agent('a', { body: 'Task(subagent_type="b")\n' }));
    expect(here.takeNeighbourChanges()).toBe(1);
    here.edit(PATH_A, agent('a', { body: 'Task(subagent_type="b")\n', fields: 'tools: Read\n' }));
    expect(here.takeNeighbourChanges()).toBe(1);
  });

  test('that are no agents any more are none in the index', async () => {
    const here = await opened({ 'docs/a.md': agent('a', { fields: 'tools: Read\n' }) });
    here.edit('docs/a.md', '# Text\n');
    expect(agentsOf(here)).toEqual([]);
  });

  test('need no file: what is not saved yet is known by its own URI', async () => {
    const here = await opened({ [PATH_A]: A });
    const { workspace } = here;
    workspace.setOpen('untitled:Untitled-1', null);
    expect(workspace.index.size).toBe(1);
    await workspace.setClosed('untitled:Untitled-1');
    expect(agentsOf(here)).toEqual([`${PATH_A}: project a`]);
    expect(takeReads(here)).toEqual([]);
  });
});

describe('a URI', () => {
  test.each([
    ['file:///c%3A/project/.claude/agents/a.md', 'file:///C:/project/.claude/agents/a.md'],
    ['file:///work/%5Bslug%5D/.claude/agents/a.md', 'file:///work/[slug]/.claude/agents/a.md'],
    ['file:///work/gr%C3%BCn/.claude/agents/a.md', 'file:///work/grün/.claude/agents/a.md'],
    ['file:///work/gr%c3%bcn/.claude/agents/a.md', 'file:///work/gr%C3%BCn/.claude/agents/a.md'],
    ['file:///work/a%20b/.claude/agents/a%2Bb.md', 'file:///work/a b/.claude/agents/a+b.md'],
    ['file:///work/%7Eme/.claude/agents/a.md', 'file:///work/~me/.claude/agents/a.md'],
  ])('is the same however it is spelt: %s', async (one, other) => {
    const { workspace } = await opened({});
    const { index } = workspace;
    index.setText(one, A);
    index.setText(other, agent('z'));
    expect(index.agents().map(({ name }) => name)).toEqual(['z']);
    expect(index.agentAt(one)).toBe(index.agentAt(other));
    expect(index.agentsCalled('z', one)).toHaveLength(1);
    index.setText(one, null);
    expect(index.size).toBe(0);
    expect(index.agentsCalled('z', other)).toEqual([]);
  });

  test('in an event is the one the search found', async () => {
    const here = await opened({ 'grün [x]/.claude/agents/ä b.md': A });
    here.files.write('grün [x]/.claude/agents/ä b.md', B);
    await here.workspace.update([{ uri: 'file:///workspace/grün [x]/.claude/agents/ä b.md', kind: 'changed' }]);
    expect(agentsOf(here)).toEqual(['grün [x]/.claude/agents/ä b.md: project b']);
    here.files.remove('grün [x]');
    await here.workspace.update([{ uri: 'file:///workspace/gr%C3%BCn%20[x]/', kind: 'deleted' }]);
    expect(agentsOf(here)).toEqual([]);
  });

  test.each(['', 'x', 'file:', 'file:///', '%', 'file:///%', 'file:///workspace/%E0%A4%A', 'git:/a.md?x#y', '\u0000'])(
    'may be anything: %j',
    async (uri) => {
      const here = await opened({ [PATH_A]: A });
      here.workspace.setOpen(uri, null);
      await here.workspace.update([{ uri, kind: 'created' }]);
      await here.workspace.update([{ uri, kind: 'changed' }]);
      await here.workspace.setClosed(uri);
      expect(agentsOf(here)).toEqual([`${PATH_A}: project a`]);
      expect(here.log).toEqual([]);
    },
  );
});

describe('workspace folders', () => {
  test('that are opened anew while the first are read: the last count', async () => {
    const here = await opened({ 'app/.claude/agents/a.md': A, 'lib/.claude/agents/b.md': B });
    const first = here.workspace.open([uriOf('app')], []);
    await Promise.all([first, here.workspace.open([uriOf('lib')], [])]);
    expect(agentsOf(here)).toEqual(['lib/.claude/agents/b.md: project b']);
    expect(here.workspace.index.complete).toBe(true);
  });
});
