// The requests `agentwright/convertTargets` and `agentwright/convert`: an open agent as a file of another runtime.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConvertAnswer, ConvertTarget } from '../../server/src/lsp/protocol.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { type LspClient, startLspClient } from '../harness/lspClient.ts';
import { agent, EDITOR_CAPABILITIES, FOLDER } from './documents.ts';

let client: LspClient;

beforeAll(async () => {
  client = await startLspClient({ folder: FOLDER, capabilities: EDITOR_CAPABILITIES });
});
afterAll(() => client.stop());

function convert(path: string, text: string, to: string, model?: string): Promise<ConvertAnswer | null> {
  const uri = `${FOLDER}/${path}`;
  client.open(uri, text);
  return client.connection.sendRequest('agentwright/convert', { uri, to, ...(model ? { model } : {}) });
}

it('knows every runtime, its folder, and whether it was measured', async () => {
  const targets: ConvertTarget[] = await client.connection.sendRequest('agentwright/convertTargets');
  expect(targets.map(({ id }) => id)).toEqual(runtimes.map(({ id }) => id));
  expect(targets.find(({ id }) => id === 'cursor')).toEqual({
    id: 'cursor',
    label: 'Cursor',
    folder: '.cursor/agents',
    isMeasured: false,
  });
});

it('answers with the file, what is lost, and the models there are', async () => {
  const text = agent('name: rev\ndescription: Reviews code\ntools: Read\nmodel: sonnet');
  const answer = await convert('packages/a/.claude/agents/rev.md', text, 'gemini-cli');
  expect(answer).toMatchObject({
    ok: true,
    root: expect.stringMatching(/\/packages\/a$/),
    path: '.gemini/agents/rev.md',
    text: expect.stringContaining('tools:\n  - read_file\n'),
    losses: [{ field: 'model', how: 'needs-choice', wider: false }],
    models: expect.arrayContaining(['flash']),
  });
  const chosen = await convert('packages/a/.claude/agents/rev2.md', text, 'gemini-cli', 'flash');
  expect(chosen).toMatchObject({
    text: expect.stringContaining('\nmodel: flash\n'),
    losses: [{ how: 'approximated' }],
  });
});

it('marks what the agent can do besides', async () => {
  const answer = await convert('.claude/agents/read.md', agent('name: read\ndescription: d\ntools: Read'), 'cursor');
  expect(answer).toMatchObject({ losses: [{ field: 'tools', wider: true }] });
});

it('converts agents of other runtimes', async () => {
  const text = '---\ndescription: d\nmode: subagent\n---\n\nYou plan.\n';
  expect(await convert('.opencode/agents/plan-it.md', text, 'claude-code')).toMatchObject({
    ok: true,
    path: '.claude/agents/plan-it.md',
    losses: [],
  });
});

it('says why there is nothing to convert', async () => {
  expect(await convert('.claude/agents/broken.md', agent('name: broken'), 'kilo')).toMatchObject({
    ok: false,
    message: expect.stringContaining('Claude Code'),
  });
  expect(await convert('notes/plain.md', 'Just text.\n', 'kilo')).toBeNull();
  expect(await convert('.claude/agents/a.md', agent('name: a\ndescription: d'), 'nobody')).toBeNull();
});
