// Which agents Claude Code starts, and what is otherwise where one is the main session. Measured on 2.1.331.
import { describe, expect, it } from 'vitest';
import type { IndexedReport } from '../../server/src/runtimes/indexed.ts';
import { inSession } from './support.ts';

describe('a list that comes to nothing', () => {
  it.each([
    'tools: TodoRead',
    'tools: Nope, read',
    'tools: AskUserQuestion',
    'tools: AskUserQuestion, EnterPlanMode',
    'tools: mcp__*',
    'tools: mcp__nope',
    'tools: mcp__nope__x, mcp__at*',
    'tools: TodoRead\nmcpServers: [nope]',
    'tools: TodoRead\nmcpServers: [atlas]\ndisallowedTools: mcp__atlas',
    'tools: Read, Nope\ndisallowedTools: Read',
    'tools: Read\ndisallowedTools: Read(x)',
    'tools: BashOutput\ndisallowedTools: Bash',
    'tools: Task\ndisallowedTools: Agent',
    'tools: Agent(a)\ndisallowedTools: Agent',
    'tools: Nope\ndisallowedTools: "*, Nope"',
  ])('keeps it from starting: %j', (lines) => {
    expect(inSession(lines)).toMatchObject({ tools: [], startFault: { kind: 'no-tools' } });
  });

  it.each([
    'tools: []',
    'tools:',
    'tools: 3',
    'tools: {Read: true}',
    'tools: Read\ndisallowedTools: Read',
    'tools: Nope\ndisallowedTools: Nope',
    'tools: AskUserQuestion\ndisallowedTools: AskUserQuestion',
    'tools: Monitor\ndisallowedTools: Bash',
    'tools: Agent\ndisallowedTools: Task',
    'tools: KillShell\ndisallowedTools: TaskStop',
    'tools: mcp__atlas\ndisallowedTools: mcp__atlas__*',
    'tools: mcp__atlas__one\ndisallowedTools: mcp__*',
    'tools: mcp__nope\ndisallowedTools: mcp__nope',
    'tools: []\nmcpServers: [nope]',
    'tools: []\nmcpServers: [atlas]\ndisallowedTools: mcp__atlas',
  ])('does not keep it from starting without tools: %j', (lines) => {
    expect(inSession(lines)).toMatchObject({ tools: [], startFault: null });
  });
});

describe('as the main session', () => {
  it.each<[string, IndexedReport['mainSession']]>([
    ['tools: Read', null],
    ['color: red', null],
    ['mcpServers: [atlas]', null],
    ['tools: mcp__atlas\nmcpServers: [atlas]', null],
    ['tools: Read\nmcpServers: [atlas]', { tools: ['Read'], agents: null, model: null, sendsInitialPrompt: false }],
    ['tools: TodoRead', { tools: [], agents: null, model: null, sendsInitialPrompt: false }],
    [
      'tools: Read, AskUserQuestion',
      { tools: ['Read', 'AskUserQuestion'], agents: null, model: null, sendsInitialPrompt: false },
    ],
    [
      'tools: Agent(a, b), Task(c), Read\nmodel: haiku',
      { tools: ['Agent', 'Read'], agents: ['a', 'b', 'c'], model: 'haiku', sendsInitialPrompt: false },
    ],
    ['tools: Agent(*), Read', null],
    ['initialPrompt: Begin', { tools: 'inherit', agents: null, model: null, sendsInitialPrompt: true }],
    ['initialPrompt: ""', null],
  ])('%j', (lines, differences) => {
    expect(inSession(lines).mainSession).toEqual(differences);
  });

  it('a plugin’s agent sends no first message', () => {
    expect(inSession('initialPrompt: Begin', {}, 'plugin').mainSession).toBeNull();
  });
});
