// A folder of a repository is opened: what lies above it, up to the top of the repository, counts as it does in a session.
import { expect, test } from 'vitest';
import { uriOf, WORKSPACE } from '../harness/fakeFiles.ts';
import { openWorkspace } from '../harness/openWorkspace.ts';
import { agent, agentsIn } from './support.ts';

const REPOSITORY = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.mcp.json': '{ "mcpServers": { "docs": { "command": "docs" } } }',
  '.claude/agents/lead.md': agent('lead'),
  'packages/.claude/agents/tester.md': agent('tester'),
  'packages/app/.claude/agents/writer.md': agent('writer'),
  'packages/other/.claude/agents/elsewhere.md': agent('elsewhere'),
  'docs/notes.md': agent('loose', { fields: 'model: opus\n' }),
};
const APP = { folders: [`${WORKSPACE}/packages/app`] };

test('agents of the folders above are known, and nothing else that lies there', async () => {
  expect(await agentsIn(REPOSITORY, APP)).toEqual([
    '.claude/agents/lead.md: project lead',
    'packages/.claude/agents/tester.md: project tester',
    'packages/app/.claude/agents/writer.md: project writer',
  ]);
});

test('the climb ends where the repository begins', async () => {
  const inner = { ...REPOSITORY, 'packages/.git': 'gitdir: ../.git/modules/packages\n' };
  expect(await agentsIn(inner, APP)).toEqual([
    'packages/.claude/agents/tester.md: project tester',
    'packages/app/.claude/agents/writer.md: project writer',
  ]);
});

test('without a repository nothing above is read', async () => {
  const { '.git/HEAD': _, ...files } = REPOSITORY;
  expect(await agentsIn(files, APP)).toEqual(['packages/app/.claude/agents/writer.md: project writer']);
});

test('servers that are configured above count', async () => {
  const { workspace } = await openWorkspace(REPOSITORY, APP);
  const servers = workspace.index.serversFor(uriOf('packages/app/.claude/agents/writer.md'));
  expect(servers?.map(({ name }) => name)).toEqual(['docs']);
});
