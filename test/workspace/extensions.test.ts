// Extensions: a manifest makes a folder one of Gemini CLI or Qwen Code, and its `agents` agents of theirs.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { identify } from '../../server/src/workspace/identify.ts';
import { uriOf } from '../harness/fakeFiles.ts';
import { type OpenWorkspace, openWorkspace } from '../harness/openWorkspace.ts';

const AGENT = '---\nname: rev\ndescription: Reviews code\n---\n\nYou review code.\n';
const GEMINI = 'kit/gemini-extension.json';
const QWEN = 'kit/qwen-extension.json';
const PATH = 'kit/agents/rev.md';

/** The runtimes that read a file, its owner first, and the scope it is read in; null where it is no agent. */
function readersIn({ workspace: { index } }: OpenWorkspace, path: string): string[] | null {
  const document = parseDocument(uriOf(path), AGENT);
  const identity = identify(document, { ...index.context, isPluginFolder: () => false });
  if (!identity) return null;
  const owner = identity.owner
    ? `${identity.runtime} ${identity.owner.place.scope}`
    : `${identity.runtime} ${identity.by}`;
  return [owner, ...(identity.others ?? []).map(({ runtime, place }) => `${runtime.id} ${place.scope}`)];
}

describe('who reads the agents of a folder', () => {
  test.each<[string, Record<string, string>, string, string[] | null]>([
    ['of no extension', {}, PATH, ['claude-code fields']],
    ['of one of Gemini CLI', { [GEMINI]: '{}' }, PATH, ['gemini-cli extension']],
    ['of one of Qwen Code', { [QWEN]: '{}' }, PATH, ['qwen-code extension']],
    ['of one of both', { [GEMINI]: '{}', [QWEN]: '{}' }, PATH, ['gemini-cli extension', 'qwen-code extension']],
    [
      'of one that is a plugin too',
      { [GEMINI]: '{}', 'kit/.claude-plugin/plugin.json': '{"name": "kit"}' },
      PATH,
      ['claude-code path', 'gemini-cli extension'],
    ],
    ['beside an extension', { [GEMINI]: '{}' }, 'other/agents/rev.md', ['claude-code fields']],
    ['deep in one', { [GEMINI]: '{}' }, 'kit/more/agents/rev.md', ['claude-code fields']],
  ])('%s', async (_, files, path, expected) => {
    const workspace = await openWorkspace({ ...files, [path]: AGENT });
    expect(readersIn(workspace, path)).toEqual(expected);
  });
});

test('agents of an extension are none of Claude Code in the index', async () => {
  const { workspace } = await openWorkspace({ [GEMINI]: '{}', [PATH]: AGENT, 'other/agents/rev.md': AGENT });
  expect(workspace.index.agents().map(({ uri }) => uri)).toEqual([uriOf('other/agents/rev.md')]);
});

test('a manifest that comes or goes changes whose they are', async () => {
  const opened = await openWorkspace({ [PATH]: AGENT });
  const agents = () => opened.workspace.index.agents().length;
  expect([readersIn(opened, PATH), agents()]).toEqual([['claude-code fields'], 1]);
  opened.files.write(GEMINI, '{}');
  await opened.tell({ [GEMINI]: 'created' });
  expect([readersIn(opened, PATH), agents()]).toEqual([['gemini-cli extension'], 0]);
  opened.files.remove(GEMINI);
  await opened.tell({ [GEMINI]: 'deleted' });
  expect([readersIn(opened, PATH), agents()]).toEqual([['claude-code fields'], 1]);
});
