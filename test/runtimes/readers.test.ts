// Who reads a file, by its place alone.
import { describe, expect, test } from 'vitest';
import { ownerOf } from '../../server/src/runtimes/owner.ts';
import { placeUnder, readersOf } from '../../server/src/runtimes/readers.ts';
import { runtimeCalled, runtimes } from '../../server/src/runtimes/registry.ts';

const EXTENSIONS = ['/p/extension/gemini-extension.json', '/p/qwen/qwen-extension.json'];

const context = {
  home: '/home/ada',
  isPluginRoot: (folder: string) => folder === '/p/plugin',
  isExtensionRoot: (folder: string, manifest: string) => EXTENSIONS.some((each) => each === `${folder}/${manifest}`),
};

/** `runtime scope path`, the owner first; a reader of another's folder in parentheses. */
function readers(path: string): string[] {
  return readersOf(path, runtimes, context).map(({ runtime, place, owns }) => {
    const shown = `${runtime.id} ${place.scope} ${place.path}`;
    return owns ? shown : `(${shown})`;
  });
}

describe('places', () => {
  test.each([
    ['/p/.gemini/agents/a.md', ['gemini-cli project a.md']],
    ['/p/packages/web/.gemini/agents/team/a.md', ['gemini-cli project team/a.md']],
    ['/home/ada/.gemini/agents/a.md', ['gemini-cli user a.md']],
    ['/p/extension/agents/a.md', ['gemini-cli extension a.md']],
    ['/p/.opencode/agent/team/a.md', ['opencode project team/a.md', 'opencode-v2 project team/a.md']],
    ['/p/.opencode/modes/a.md', ['opencode project a.md', 'opencode-v2 project a.md']],
    ['/home/ada/.config/opencode/agents/a.md', ['opencode user a.md', 'opencode-v2 user a.md']],
    ['/p/.kilo/agents/a.md', ['kilo project a.md']],
    ['/p/.kilocode/agent/a.md', ['kilo project a.md']],
    ['/home/ada/.kilo/agents/a.md', ['kilo user a.md']],
    ['/p/qwen/agents/a.md', ['qwen-code extension a.md']],
    ['/p/other/agents/a.md', []],
    ['/p/.qwen/agents/a.md', ['qwen-code project a.md']],
    ['/p/.gemini/agents/a.txt', []],
    ['/p/README.md', []],
    ['/p/.github/agents/a.agent.md', ['vscode project a.agent.md', 'copilot-cli project a.agent.md']],
    ['/p/docs/a.agent.md', ['vscode project a.agent.md']],
    // Its folder decides before its name does.
    ['/p/.gemini/agents/a.agent.md', ['gemini-cli project a.agent.md', 'vscode project a.agent.md']],
    [
      '/p/.claude/agents/a.md',
      ['claude-code project a.md', '(vscode project a.md)', '(copilot-cli project a.md)', '(cursor project a.md)'],
    ],
    ['/p/.cursor/agents/a.md', ['cursor project a.md']],
    ['/home/ada/.cursor/agents/a.md', ['cursor user a.md']],
    ['/p/.factory/droids/team/a.md', ['factory project team/a.md']],
    ['/p/.kiro/agents/team/a.md', ['kiro project team/a.md']],
  ])('%s', (path, expected) => {
    expect(readers(path)).toEqual(expected);
  });

  test('Claude Code owns its folders, whoever else reads them', () => {
    expect(readers('/p/.claude/agents/team/a.md')[0]).toBe('claude-code project team/a.md');
    expect(readers('/home/ada/.claude/agents/a.md').slice(0, 2)).toEqual([
      'claude-code user a.md',
      '(vscode user a.md)',
    ]);
    expect(readers('/p/plugin/agents/a.md')[0]).toBe('claude-code plugin a.md');
  });
});

test.each([
  ['/p/.junie/agents/team/a.md', 'junie', false],
  ['/p/.kiro/agents/team/a.md', 'kiro', true],
  ['/p/.gemini/agents/a.md', 'gemini-cli', true],
  ['/p/.opencode/agents/a.md', 'opencode', true],
])('%s belongs to %s', (path, id, isKnown) => {
  const owner = ownerOf(path, context);
  expect([owner?.id, owner?.runtime !== null]).toEqual([id, isKnown]);
});

test.each([
  ['/p/.claude/agents/team/a.md', 'team/a.md'],
  ['/p/.factory/droids/a.md', 'a.md'],
  ['/p/notes/a.md', 'a.md'],
])('%s under another runtime lies at %s', (path, expected) => {
  const gemini = runtimeCalled('gemini-cli');
  expect(gemini && placeUnder(gemini, path)).toEqual({ scope: 'project', folder: '.gemini/agents', path: expected });
});
