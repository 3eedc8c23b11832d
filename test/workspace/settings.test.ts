// Settings around the agents of a workspace: which files count where, which value wins, and what changes on disk.
import { describe, expect, test } from 'vitest';
import { createFakeFiles, uriOf } from '../harness/fakeFiles.ts';
import { type OpenWorkspace, openWorkspace } from '../harness/openWorkspace.ts';
import { agent, type Files } from './support.ts';

const deny = (...rules: string[]): string => JSON.stringify({ permissions: { deny: rules } });
const env = (model: string, force?: unknown): string =>
  JSON.stringify({
    env: {
      CLAUDE_CODE_SUBAGENT_MODEL: model,
      ...(force === undefined ? {} : { CLAUDE_CODE_SUBAGENT_MODEL_FORCE: force }),
    },
  });

function settingsOf({ workspace: { index } }: OpenWorkspace, path: string) {
  const found = index.agentAt(uriOf(path));
  if (!found) throw new Error(`no agent at ${path}`);
  return index.sessionFor(found.place).settings;
}

async function rulesFor(path: string, files: Files): Promise<string[]> {
  const opened = await openWorkspace({ [path]: agent('x'), ...files });
  return settingsOf(opened, path).deny.map(({ rule, path: file }) => `${rule} ${file}`);
}

const PROJECT = '.claude/agents/x.md';
const NESTED = 'app/.claude/agents/x.md';

describe('which files count', () => {
  test.each<[string, Files, readonly string[]]>([
    [PROJECT, { '.claude/settings.json': deny('A') }, ['A .claude/settings.json']],
    [PROJECT, { '.claude/settings.local.json': deny('A') }, ['A .claude/settings.local.json']],
    [PROJECT, { '~/.claude/settings.json': deny('A') }, ['A ~/.claude/settings.json']],
    [PROJECT, { '~/.claude/settings.local.json': deny('A') }, []],
    [
      PROJECT,
      {
        '.claude/settings.json': deny('A'),
        '.claude/settings.local.json': deny('B'),
        '~/.claude/settings.json': deny('C'),
      },
      ['B .claude/settings.local.json', 'A .claude/settings.json', 'C ~/.claude/settings.json'],
    ],
    [PROJECT, { 'settings.json': deny('A'), '.vscode/settings.json': deny('B') }, []],
    [PROJECT, { 'app/.claude/settings.json': deny('A') }, []],
    [NESTED, { '.claude/settings.json': deny('A') }, []],
    [NESTED, { 'app/.claude/settings.json': deny('A') }, ['A app/.claude/settings.json']],
    [NESTED, { '.git/HEAD': '', '.claude/settings.local.json': deny('A') }, ['A .claude/settings.local.json']],
    [NESTED, { 'app/.claude/settings.local.json': deny('A') }, ['A app/.claude/settings.local.json']],
    [
      NESTED,
      {
        '.git/HEAD': '',
        '.claude/settings.local.json': deny('A'),
        'app/.claude/settings.local.json': deny('B'),
      },
      ['A .claude/settings.local.json'],
    ],
    [
      '~/.claude/agents/x.md',
      { '.claude/settings.json': deny('A'), '~/.claude/settings.json': deny('B') },
      ['B ~/.claude/settings.json'],
    ],
    [
      'kit/agents/x.md',
      {
        'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
        '.claude/settings.json': deny('A'),
        '~/.claude/settings.json': deny('B'),
      },
      ['B ~/.claude/settings.json'],
    ],
    [
      PROJECT,
      { '.gitignore': '.claude/settings.local.json\n', '.claude/settings.local.json': deny('A') },
      ['A .claude/settings.local.json'],
    ],
  ])('for %s among %j', async (path, files, rules) => {
    expect(await rulesFor(path, files)).toEqual(rules);
  });
});

describe('what Claude Code skips', () => {
  test.each<[string, readonly string[]]>([
    ['{ "permissions": { "deny": ["A", 3, null, ["B"], "C"] } }', ['A', 'C']],
    ['\uFEFF{ "permissions": { "deny": ["A"] } }', ['A']],
    ['{ // note\n "permissions": { "deny": ["A"] } }', []],
    ['{ "permissions": { "deny": ["A"], } }', []],
    ['{ "permissions": { "deny": "A" } }', []],
    ['{ "permissions": ["A"] }', []],
    ['{ "permissions": { "deny": ["A"] }, "agent": 3 }', []],
    ['{ "permissions": { "deny": ["A"] }, "env": [] }', []],
    ['{ "permissions": { "ask": ["A"], "allow": ["B"] } }', []],
    ['["A"]', []],
    ['', []],
    ['[[[[[[', []],
  ])('%j', async (text, rules) => {
    const opened = await openWorkspace({ [PROJECT]: agent('x'), '.claude/settings.json': text });
    expect(settingsOf(opened, PROJECT).deny.map(({ rule }) => rule)).toEqual(rules);
  });

  test('a server of the project that is switched off is not configured; the user’s is', async () => {
    const servers = JSON.stringify({ mcpServers: { atlas: {} } });
    const off = JSON.stringify({ disabledMcpjsonServers: ['atlas'] });
    const files = { [PROJECT]: agent('x'), '.claude/settings.json': off };
    const sees = async (more: Files): Promise<boolean | undefined> => {
      const { workspace } = await openWorkspace({ ...files, ...more });
      const found = workspace.index.agentAt(uriOf(PROJECT));
      return found && workspace.index.sessionFor(found.place).servers?.has('atlas');
    };
    expect(await sees({ '.mcp.json': servers })).toBe(false);
    expect(await sees({ '~/.claude.json': servers })).toBe(true);
  });
});

describe('which model wins', () => {
  test.each<[Files, string | null, boolean]>([
    [{ '.claude/settings.json': env('haiku') }, 'haiku', false],
    [{ '.claude/settings.json': env('haiku', '1') }, 'haiku', true],
    [{ '.claude/settings.json': env('haiku', 1) }, 'haiku', true],
    [{ '.claude/settings.json': env('haiku', true) }, 'haiku', true],
    [{ '.claude/settings.json': env('haiku', 'YES') }, 'haiku', true],
    [{ '.claude/settings.json': env('haiku', 'on') }, 'haiku', true],
    [{ '.claude/settings.json': env('haiku', '0') }, 'haiku', false],
    [{ '.claude/settings.json': env('haiku', '2') }, 'haiku', false],
    [{ '.claude/settings.json': env('haiku', '') }, 'haiku', false],
    [{ '.claude/settings.json': env('haiku'), '.claude/settings.local.json': env('sonnet') }, 'sonnet', false],
    [{ '.claude/settings.json': env('haiku'), '~/.claude/settings.json': env('sonnet', '1') }, 'haiku', true],
    [{ '.claude/settings.local.json': env('', '0'), '~/.claude/settings.json': env('sonnet', '1') }, '', false],
    [{ '~/.claude/settings.json': env('sonnet') }, 'sonnet', false],
  ])('among %j', async (files, model, isForced) => {
    const { subagentModel, forceModel } = settingsOf(await openWorkspace({ [PROJECT]: agent('x'), ...files }), PROJECT);
    expect([subagentModel?.value ?? null, forceModel !== null]).toEqual([model, isForced]);
  });
});

describe('over time', () => {
  test('settings that come, change and go are taken in, and others are told', async () => {
    const files = createFakeFiles({ [PROJECT]: agent('x') });
    const opened = await openWorkspace(files);
    const rules = (): string[] => settingsOf(opened, PROJECT).deny.map(({ rule }) => rule);
    expect(rules()).toEqual([]);
    opened.takeNeighbourChanges();
    for (const path of ['.claude/settings.json', '.claude/settings.local.json', '~/.claude/settings.json']) {
      files.write(path, deny('A'));
      await opened.tell({ [path]: 'created' });
      expect([rules(), opened.takeNeighbourChanges()]).toEqual([['A'], 1]);
      files.write(path, deny('B'));
      await opened.tell({ [path]: 'changed' });
      expect([rules(), opened.takeNeighbourChanges()]).toEqual([['B'], 1]);
      files.remove(path);
      await opened.tell({ [path]: 'deleted' });
      expect([rules(), opened.takeNeighbourChanges()]).toEqual([[], 1]);
    }
  });

  test('a session is worked out once for all agents of a folder', async () => {
    const { workspace } = await openWorkspace({
      '.claude/agents/a.md': agent('a'),
      '.claude/agents/b/c.md': agent('c'),
      'app/.claude/agents/d.md': agent('d'),
      '.claude/settings.json': deny('A'),
    });
    const [a, c, d] = workspace.index.agents().map(({ place }) => workspace.index.sessionFor(place));
    expect([a === c, a === d]).toEqual([true, false]);
  });
});
