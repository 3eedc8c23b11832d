// Which losses a conversion has, by key, value and kind. What is said in sentences is not compared.
import { describe, expect, test } from 'vitest';
import { convert } from '../../server/src/portability/convert.ts';
import { convertible, runtimeOf } from '../harness/convertible.ts';

const CLAUDE = '.claude/agents/a.md';
const OPENCODE = '.opencode/agents/abc.md';

/** `how field value`, `+` in front where the agent can do more than before. */
function losses(from: string, fields: string, to: string, contract = false): string[] {
  const path = from === 'claude-code' ? CLAUDE : from === 'opencode' ? OPENCODE : 'agents/a.md';
  const named = from === 'opencode' || from === 'copilot-cli' ? '' : 'name: abc\n';
  const source = convertible(
    from,
    runtimeOf(from),
    path,
    `---\n${named}description: d\n${fields}\n---\n\nYou review.\n`,
  );
  if (!source) throw new Error(`no agent of ${from}: ${fields}`);
  const converted = convert({ ...source, to: runtimeOf(to), contract });
  if (!converted.ok) throw new Error(converted.reason);
  return converted.losses.map(({ field, value, how, wider }) =>
    `${wider ? '+' : ''}${how} ${field} ${value ?? ''}`.trim(),
  );
}

test.each([
  ['claude-code', 'tools: Read, Grep', 'gemini-cli', []],
  ['claude-code', 'tools: Read, TodoWrite', 'qwen-code', ['dropped tools TodoWrite']],
  ['claude-code', 'tools: Edit', 'opencode', ['+approximated tools Edit']],
  ['claude-code', 'tools: Write, Edit', 'opencode', []],
  ['claude-code', 'tools: Read', 'cursor', ['+dropped tools Read']],
  ['claude-code', 'tools: Read', 'kiro', ['+approximated tools Read']],
  ['claude-code', 'tools: []', 'qwen-code', []],
  ['claude-code', 'tools: mcp__docs__search', 'vscode', []],
  ['claude-code', 'disallowedTools: Write, Edit', 'opencode', []],
  ['claude-code', 'disallowedTools: Write', 'opencode', ['approximated disallowedTools Write']],
  ['claude-code', 'disallowedTools: Write', 'gemini-cli', ['approximated disallowedTools Write']],
  ['claude-code', 'disallowedTools: WebFetch', 'cursor', ['+dropped disallowedTools WebFetch']],
  ['claude-code', 'disallowedTools: Monitor', 'gemini-cli', ['approximated disallowedTools Monitor']],
  ['gemini-cli', 'tools: [read_file, write_todos]', 'claude-code', []],
  ['opencode', 'permission:\n  bash: ask', 'claude-code', ['+dropped permission bash: ask']],
  [
    'opencode',
    'permission:\n  bash:\n    "*": deny\n    "git *": allow',
    'qwen-code',
    ['+dropped permission bash git *: allow'],
  ],
  ['opencode', 'permission:\n  external_directory: deny', 'kilo', []],
  [
    'opencode',
    'permission:\n  external_directory: deny',
    'gemini-cli',
    ['+dropped permission external_directory: deny'],
  ],
  ['vscode', 'agents: [other]', 'claude-code', ['+dropped agents ["other"]']],
])('tools and rules: %s, %j for %s', (from, fields, to, expected) => {
  expect(losses(from, fields, to)).toEqual(expected);
});

test.each([
  ['claude-code', 'model: sonnet', 'opencode', ['approximated model sonnet']],
  ['claude-code', 'model: claude-sonnet-4-5', 'opencode', []],
  ['claude-code', 'model: claude-sonnet-4-5', 'copilot-cli', []],
  ['claude-code', 'model: opus', 'gemini-cli', ['needs-choice model opus']],
  ['claude-code', 'model: inherit', 'gemini-cli', []],
  ['gemini-cli', 'model: gemini-2.5-pro', 'kilo', []],
  ['opencode', 'model: openai/gpt-5', 'copilot-cli', []],
  ['vscode', 'model: [Claude Sonnet 4.5 (copilot), Claude Haiku 4.5 (copilot)]', 'copilot-cli', []],
])('models: %s, %j for %s', (from, fields, to, expected) => {
  expect(losses(from, fields, to)).toEqual(expected);
});

test.each([
  ['claude-code', 'color: cyan', 'qwen-code', []],
  ['claude-code', 'color: cyan', 'opencode', []],
  ['opencode', 'color: "#0000ff"', 'claude-code', ['approximated color #0000ff']],
  ['claude-code', 'maxTurns: 5', 'gemini-cli', []],
  ['claude-code', 'effort: max', 'factory', ['approximated effort max']],
  ['claude-code', 'permissionMode: plan', 'qwen-code', []],
  ['claude-code', 'permissionMode: plan', 'kilo', ['+dropped permissionMode plan']],
  ['claude-code', 'permissionMode: acceptEdits', 'kilo', ['dropped permissionMode acceptEdits']],
  ['claude-code', 'mcpServers: [docs]', 'factory', []],
  ['claude-code', 'mcpServers: [docs]', 'gemini-cli', ['dropped mcpServers.docs docs']],
  ['claude-code', 'mcpServers:\n  - docs:\n      type: http\n      url: https://d.example', 'gemini-cli', []],
  [
    'gemini-cli',
    'mcp_servers:\n  docs:\n    command: x\n    include_tools: [a]',
    'claude-code',
    ['+dropped mcp_servers.docs.tools ["a"]'],
  ],
  ['claude-code', 'author: me', 'gemini-cli', ['dropped author me']],
  ['claude-code', 'isolation: worktree', 'vscode', ['dropped isolation worktree']],
  ['claude-code', 'color: teal', 'gemini-cli', ['dropped color teal']],
  ['opencode', 'mode: subagent', 'claude-code', []],
  ['opencode', 'mode: primary', 'claude-code', ['dropped mode primary']],
  ['copilot-cli', 'user-invocable: false', 'vscode', []],
])('settings: %s, %j for %s', (from, fields, to, expected) => {
  expect(losses(from, fields, to)).toEqual(expected);
});

describe('hooks', () => {
  const hook = (event: string) =>
    `hooks:\n  ${event}:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./check.sh`;

  test('that can refuse a tool are missed', () => {
    const [loss] = losses('claude-code', hook('PreToolUse'), 'qwen-code');
    expect(loss).toMatch(/^\+dropped hooks /);
    expect(losses('claude-code', hook('PostToolUse'), 'qwen-code')[0]).toMatch(/^dropped hooks /);
  });
});

test('a contract goes into the prompt where that is asked for', () => {
  const fields = 'output_schema:\n  required_sections:\n    - name: Summary\n      pattern: "^## Summary"';
  expect(losses('claude-code', fields, 'gemini-cli', true)).toEqual(['moved-to-prompt output_schema']);
  expect(losses('claude-code', fields, 'gemini-cli')[0]).toMatch(/^dropped output_schema /);
});

test('line endings of Windows change nothing', () => {
  const text = '---\r\ndescription: d\r\nmode: subagent\r\ncolor: accent\r\n---\r\n\r\nYou review.\r\nAll of it.\r\n';
  const source = convertible('crlf', runtimeOf('opencode'), OPENCODE, text);
  if (!source) throw new Error('no agent');
  for (const to of ['opencode', 'opencode-v2', 'kilo']) {
    const converted = convert({ ...source, to: runtimeOf(to) });
    expect(converted.ok && [converted.losses, converted.text.includes('\r\n')]).toEqual([[], true]);
  }
});
