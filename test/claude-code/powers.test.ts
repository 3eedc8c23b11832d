// What a subagent can do: servers that add tools, MCP names, its id and its other fields. Measured on 2.1.331.
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { load } from '../../server/src/runtimes/claude-code/load.ts';
import type { LoadScope } from '../../server/src/runtimes/indexed.ts';
import type { Session } from '../../server/src/runtimes/session.ts';
import { agent, inSession, report } from './support.ts';

const INLINE = 'mcpServers: [{gam: {command: gam-mcp}}]';

describe('servers of `mcpServers` add their tools', () => {
  it.each<[string, 'inherit' | readonly string[]]>([
    ['tools: []\nmcpServers: [atlas]', ['mcp__atlas__*']],
    ['tools:\nmcpServers: [atlas]', ['mcp__atlas__*']],
    ['tools: Read\nmcpServers: [atlas]', ['Read', 'mcp__atlas__*']],
    ['tools: TodoRead\nmcpServers: [atlas]', ['mcp__atlas__*']],
    ['tools: AskUserQuestion\nmcpServers: [atlas]', ['mcp__atlas__*']],
    ['tools: mcp__atlas__one\nmcpServers: [atlas]', ['mcp__atlas__one', 'mcp__atlas__*']],
    ['tools: mcp__atlas\nmcpServers: [atlas]', ['mcp__atlas']],
    ['tools: mcp__atlas__*\nmcpServers: [atlas]', ['mcp__atlas__*']],
    ['tools: Read\nmcpServers: [atlas, beta]', ['Read', 'mcp__atlas__*', 'mcp__beta__*']],
    ['tools: Read\nmcpServers: ["my docs"]', ['Read', 'mcp__my_docs__*']],
    [`tools: Read\n${INLINE}`, ['Read', 'mcp__gam__*']],
    [`tools: mcp__gam__one\n${INLINE}`, ['mcp__gam__one', 'mcp__gam__*']],
    [`${INLINE}`, 'inherit'],
    ['tools: Read\nmcpServers: [Atlas]', ['Read']],
    ['tools: Read\nmcpServers: [nope]', ['Read']],
    ['tools: Read\nmcpServers: ["atlas, beta"]', ['Read']],
    ['tools: Read\nmcpServers: ["plugin:kit:atlas"]', ['Read']],
    ['tools: Read\nmcpServers: atlas', ['Read']],
    ['tools: Read\nmcpServers: {gam: {command: gam-mcp}}', ['Read']],
    ['tools: Read\nmcpServers: [{gam: {command: a}, del: {command: b}}]', ['Read']],
    ['tools: Read\nmcpServers: [{gam: {type: http}}]', ['Read']],
    ['tools: Read\nmcpServers: [atlas]\ndisallowedTools: mcp__atlas', ['Read']],
    ['tools: Read\nmcpServers: [atlas]\ndisallowedTools: mcp__atlas__*', ['Read']],
    ['tools: Read\nmcpServers: [atlas]\ndisallowedTools: mcp__*', ['Read']],
    ['tools: Read\nmcpServers: [atlas]\ndisallowedTools: mcp__*__*', ['Read']],
    ['tools: Read\nmcpServers: [atlas]\ndisallowedTools: mcp__*__one', ['Read', 'mcp__atlas__*']],
    [`tools: Read\n${INLINE}\ndisallowedTools: mcp__gam__one`, ['Read', 'mcp__gam__*']],
  ])('%j', (lines, tools) => {
    expect(inSession(lines).tools).toEqual(tools);
  });

  it('not in plugins', () => {
    const { tools, options } = inSession(`tools: Read\n${INLINE}`, {}, 'plugin');
    expect({ tools, servers: options.mcpServers }).toEqual({ tools: ['Read'], servers: [] });
  });

  it('and so does what is not known to be missing', () => {
    expect(report(agent('tools: Read\nmcpServers: [anything]')).tools).toEqual(['Read', 'mcp__anything__*']);
  });

  it('and the report says what gives each tool', () => {
    const lines = `tools: Grep, Read\nmemory: user\nmcpServers: [atlas]`;
    expect(inSession(lines).grantedTools).toEqual([
      { name: 'Grep', from: 'tools' },
      { name: 'Read', from: 'tools' },
      { name: 'Write', from: 'memory' },
      { name: 'Edit', from: 'memory' },
      { name: 'mcp__atlas__*', from: 'mcpServers' },
    ]);
    expect(inSession(INLINE)).toMatchObject({
      tools: 'inherit',
      grantedTools: [{ name: 'mcp__gam__*', from: 'mcpServers' }],
    });
  });
});

describe('MCP names in `tools`', () => {
  it.each([
    'mcp__*',
    'mcp__*__*',
    'mcp__a*',
    'mcp__at*',
    'mcp__atlas__o*',
    'mcp__atlas__',
    'mcp__*__one',
    'mcp__{atlas}',
    'mcp__atlas__{one,two}',
    'mcp__atl?s',
    'mcp__',
    'mcp__atlas__**',
    'mcp__plugin:kit:atlas__one',
  ])('%s stands for nothing', (name) => {
    const { tools, refusedTools } = inSession(`tools: ["Read", "${name}"]`);
    expect(tools).toEqual(['Read']);
    expect(new Set(refusedTools.map(({ reason }) => reason)).has('pattern')).toBe(true);
  });

  it.each<[string, boolean]>([
    ['mcp__atlas', true],
    ['mcp__atlas__*', true],
    ['mcp__atlas__one', true],
    ['mcp__atlas__c__d', true],
    ['mcp__atlas__*(x)', true],
    ['mcp__my_docs__one', true],
    ['mcp__be__ta__one', true],
    ['mcp__be__ta', false],
    ['mcp__ATLAS', false],
    ['mcp__nope', false],
    ['mcp__nope__one', false],
    ['mcp__claude_ai_Notion__x', true],
    ['mcp__plugin_kit_atlas__x', true],
    ['mcp__ide__x', true],
  ])('%s where atlas, beta, `my docs` and be__ta are configured: %s', (name, granted) => {
    const { tools, refusedTools } = inSession(`tools: Read, ${name}`);
    expect(tools.length).toBe(granted ? 2 : 1);
    expect(refusedTools.map(({ reason }) => reason)).toEqual(granted ? [] : ['not-configured']);
  });

  it('are believed where no configuration is known', () => {
    expect(report(agent('tools: mcp__nope__one')).tools).toEqual(['mcp__nope__one']);
  });
});

describe('MCP names in `disallowedTools`', () => {
  it.each<[string, readonly string[]]>([
    ['mcp__*', ['mcp__*']],
    ['mcp__*__*', ['mcp__*__*']],
    ['mcp__*(x)', ['mcp__*']],
    ['mcp__atlas', ['mcp__atlas']],
    ['mcp__atlas__*', ['mcp__atlas__*']],
    ['mcp__atlas__one', ['mcp__atlas__one']],
    ['mcp__at*', []],
    ['mcp__atlas__o*', []],
    ['mcp__atlas__', []],
    ['mcp__*__one', []],
    ['mcp__atl?s', []],
    ['mcp__', []],
    ['mcp__**', []],
    ['mcp__*__', []],
    ['mcp__*__*__*', []],
  ])('%s', (name, denied) => {
    const { deniedTools, tools } = inSession(`tools: "Read, mcp__atlas, mcp__beta"\ndisallowedTools: "${name}"`);
    const all = name.startsWith('mcp__*') && denied.length > 0;
    const atlas = denied.some((entry) => entry === 'mcp__atlas' || entry === 'mcp__atlas__*');
    expect(deniedTools).toEqual(denied);
    expect(tools).toEqual(['Read', ...(all || atlas ? [] : ['mcp__atlas']), ...(all ? [] : ['mcp__beta'])]);
  });
});

describe('a server of the agent’s own plugin', () => {
  const KIT: Partial<Session> = { plugin: 'kit', servers: null, pluginServers: new Set(['atlas']) };

  it.each<[string, readonly string[], readonly string[]]>([
    ['tools: Read, mcp__atlas__one', ['Read'], []],
    ['tools: Read, mcp__atlas', ['Read'], []],
    ['tools: Read, mcp__plugin_kit_atlas__one', ['Read', 'mcp__plugin_kit_atlas__one'], []],
    ['tools: Read, mcp__other__one', ['Read', 'mcp__other__one'], []],
    ['tools: mcp__plugin_kit_atlas\ndisallowedTools: mcp__atlas', ['mcp__plugin_kit_atlas'], []],
    ['tools: Read\ndisallowedTools: mcp__plugin_kit_atlas', ['Read'], ['mcp__plugin_kit_atlas']],
  ])('%j', (lines, tools, denied) => {
    expect(inSession(lines, KIT, 'plugin')).toMatchObject({ tools, deniedTools: denied });
  });
});

describe('what an agent is called by', () => {
  it.each<[LoadScope, readonly string[] | null | undefined, string | null]>([
    ['project', undefined, 'x'],
    ['project', [], 'x'],
    ['plugin', undefined, null],
    ['plugin', null, null],
    ['plugin', ['kit'], 'kit:x'],
    ['plugin', ['kit', 'qa'], 'kit:qa:x'],
  ])('as a %s agent after %j', (scope, prefix, id) => {
    const context = prefix === undefined ? { scope } : { scope, prefix };
    expect(load(parseDocument('file:///x.md', agent()), context).id).toBe(id);
  });
});

describe('the other fields', () => {
  const ALL = `hooks:
  PreToolUse:
    - matcher: Bash
      hooks: [{type: command, command: ./check.sh}]
  Stop: []
  Nope: [{}]
skills: verify, style
memory: project
isolation: worktree
background: true
maxTurns: 5
effort: HIGH
permissionMode: plan
mcpServers: [atlas, nope, {gam: {command: gam-mcp}}]`;

  it('are told as the runtime takes them', () => {
    expect(inSession(ALL).options).toEqual({
      hooks: ['PreToolUse'],
      skills: ['verify', 'style'],
      memory: 'project',
      isolation: 'worktree',
      background: true,
      maxTurns: 5,
      effort: 'high',
      permissionMode: 'plan',
      mcpServers: [
        { name: 'atlas', inline: false, configured: true },
        { name: 'nope', inline: false, configured: false },
        { name: 'gam', inline: true, configured: true },
      ],
    });
  });

  it('are left out where they are ignored', () => {
    const none = {
      hooks: [],
      skills: [],
      memory: null,
      isolation: null,
      background: null,
      maxTurns: null,
      effort: null,
      permissionMode: null,
      mcpServers: [],
    };
    const invalid = 'memory: all\nisolation: box\nbackground: yes\nmaxTurns: 0\neffort: lots\npermissionMode: none';
    expect(inSession(invalid).options).toEqual(none);
    expect(inSession('color: red').options).toEqual(none);
    expect(inSession(ALL, {}, 'plugin').options).toMatchObject({
      hooks: [],
      permissionMode: null,
      mcpServers: [],
      memory: 'project',
    });
  });
});
