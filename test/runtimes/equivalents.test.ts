// Names of one runtime in another.
import { expect, test } from 'vitest';
import { equivalentKey, equivalentTool } from '../../server/src/runtimes/equivalents.ts';
import { runtimeCalled, runtimes } from '../../server/src/runtimes/registry.ts';
import type { Runtime } from '../../server/src/runtimes/runtime.ts';

function runtime(id: string): Runtime {
  const found = runtimeCalled(id);
  if (!found) throw new Error(`there is no runtime ${id}`);
  return found;
}

test.each([
  ['maxTurns', 'gemini-cli', 'max_turns'],
  ['mcpServers', 'gemini-cli', 'mcp_servers'],
  ['max_turns', 'claude-code', 'maxTurns'],
  ['maxTurns', 'opencode', 'steps'],
  ['steps', 'claude-code', 'maxTurns'],
  ['permission', 'claude-code', 'tools'],
  ['tools', 'opencode-v2', 'permissions'],
  ['effort', 'kilo', 'variant'],
  ['color', 'gemini-cli', null],
  ['max_turns', 'qwen-code', 'maxTurns'],
  ['background', 'cursor', 'is_background'],
  ['effort', 'factory', 'reasoningEffort'],
  ['mcp_servers', 'kiro', 'mcpServers'],
  ['tools', 'cursor', null],
  ['nonsense', 'gemini-cli', null],
])('the key %s in %s', (key, target, expected) => {
  expect(equivalentKey(key, runtime(target), runtimes)).toBe(expected);
});

test.each([
  ['Read', 'gemini-cli', 'read_file'],
  ['Bash(git *)', 'gemini-cli', 'run_shell_command'],
  ['grep_search', 'claude-code', 'Grep'],
  ['Bash', 'opencode', 'bash'],
  ['WebFetch', 'kilo', 'webfetch'],
  ['todowrite', 'claude-code', 'TodoWrite'],
  ['task', 'gemini-cli', 'invoke_agent'],
  ['NotebookEdit', 'gemini-cli', null],
  ['Bash', 'qwen-code', 'run_shell_command'],
  ['LS', 'qwen-code', null],
  ['Write', 'factory', 'Create'],
  ['run_shell_command', 'factory', 'Execute'],
  ['MultiEdit', 'kiro', 'write'],
  ['Read', 'cursor', null],
])('the tool %s in %s', (name, target, expected) => {
  expect(equivalentTool(name, runtime(target), runtimes)).toBe(expected);
});
