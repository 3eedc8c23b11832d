// `agentwright inspect` on whole projects: servers and plugins around an agent, trust, the main session.
import { afterAll, describe, expect, it } from 'vitest';
import { TRUST_NOTE } from '../../server/src/runtimes/claude-code/powerWords.ts';
import { removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

/** The lines below the name of the runtime. */
function factsOf(path: string, files: Readonly<Record<string, string>>): string[] {
  return runCli(['inspect', path], { files }).stdout.trimEnd().split('\n').slice(2);
}

describe('what an agent can do in its project', () => {
  const agent = (...fields: string[]): string =>
    `---\nname: lead\ndescription: Leads\n${fields.map((field) => `${field}\n`).join('')}---\nLead.\n`;
  const servers = (...names: string[]): string =>
    JSON.stringify({ mcpServers: Object.fromEntries(names.map((name) => [name, { command: name }])) });

  function reportOf(path: string, setup: Parameters<typeof runCli>[1]): Record<string, unknown> {
    const { stdout } = runCli(['inspect', path, '--format', 'json'], setup);
    return JSON.parse(stdout).files[0].reports[0];
  }

  it('is in the report, with what gives and takes it', () => {
    const path = '.claude/agents/lead.md';
    const text = agent('tools: Read, Grpe, bash', 'disallowedTools: Write', 'memory: local', 'model: opus');
    expect(reportOf(path, { files: { [path]: text } })).toMatchObject({
      evidence: 'measured',
      name: 'lead',
      id: 'lead',
      tools: ['Read', 'Edit'],
      starts: true,
      startFault: null,
      toolOrigins: [
        { tool: 'Read', from: 'tools' },
        { tool: 'Edit', from: 'memory' },
      ],
      refusedTools: [
        { tool: 'Grpe', reason: 'unknown' },
        { tool: 'bash', reason: 'wrong-case' },
      ],
      deniedTools: [{ tool: 'Write', by: 'disallowedTools' }],
      effectiveModel: { model: 'opus', id: 'claude-opus-5-5', file: null },
      hooks: [],
      skills: [],
      memory: 'local',
      isolation: null,
      background: null,
      maxTurns: null,
      effort: null,
      permissionMode: null,
      mcpServers: [],
      onlyInTrustedFolders: [],
      mainSession: null,
    });
  });

  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, unknown]>([
    ['tools: Read, mcp__nope__x', { '.mcp.json': servers('atlas') }, {}, ['Read']],
    ['tools: Read, mcp__atlas__x', { '.mcp.json': servers('atlas') }, {}, ['Read', 'mcp__atlas__x']],
    ['tools: Read, mcp__nope__x', {}, { '.claude.json': servers('atlas') }, ['Read']],
    ['tools: Read, mcp__atlas__x', {}, { '.claude.json': servers('atlas') }, ['Read', 'mcp__atlas__x']],
    ['tools: Read, mcp__nope__x', {}, {}, ['Read', 'mcp__nope__x']],
    ['tools: []\nmcpServers: [atlas]', { '.mcp.json': servers('atlas') }, {}, ['mcp__atlas__*']],
    ['tools: []\nmcpServers: [nope]', { '.mcp.json': servers('atlas') }, {}, []],
  ])('%j with the servers %j of the project and %j of the user', (fields, files, home, tools) => {
    const path = '.claude/agents/lead.md';
    expect(reportOf(path, { files: { ...files, [path]: agent(fields) }, home }).tools).toEqual(tools);
  });

  it.each([
    ['kit/.claude-plugin/plugin.json', '{"name": "kit", "mcpServers": {"atlas": {"command": "a"}}}'],
    ['kit/.mcp.json', servers('atlas')],
    ['kit/.mcp.json', '{"atlas": {"command": "a"}}'],
  ])('a plugin’s agent is called by plugin and folders, and so is its server, which %s has', (file, text) => {
    const path = 'kit/agents/qa/t.md';
    const manifest = { 'kit/.claude-plugin/plugin.json': '{"name": "kit"}' };
    const fields = 'tools: Read, mcp__atlas__x, mcp__plugin_kit_atlas__x';
    expect(reportOf(path, { files: { ...manifest, [file]: text, [path]: agent(fields) } })).toMatchObject({
      id: 'kit:qa:lead',
      tools: ['Read', 'mcp__plugin_kit_atlas__x'],
      refusedTools: [{ tool: 'mcp__atlas__x', reason: 'short-server-name' }],
    });
  });

  it('hooks and servers of its own wait for trust, but not those of the user’s agents', () => {
    const text = agent(
      'mcpServers: [{gam: {command: gam}}]',
      'hooks: {Stop: [{hooks: [{type: command, command: x}]}]}',
    );
    const path = '.claude/agents/lead.md';
    const waiting = ['hooks', 'mcpServers'];
    expect(reportOf(path, { files: { [path]: text } }).onlyInTrustedFolders).toEqual(waiting);
    expect(factsOf(path, { [path]: text }).filter((fact) => fact.includes(TRUST_NOTE))).toHaveLength(2);
  });

  it.each<[readonly string[], number]>([
    [['tools: Read'], 0],
    [['tools: Read, Agent(a, b)'], 1],
    [['tools: Read', 'mcpServers: [atlas]'], 1],
    [['tools: Read, AskUserQuestion, Agent(a)', 'mcpServers: [atlas]', 'initialPrompt: Begin'], 1],
    [['initialPrompt: Begin'], 1],
  ])('%j has %i line about the main session', (fields, count) => {
    const path = '.claude/agents/lead.md';
    const facts = factsOf(path, { [path]: agent(...fields) });
    expect(facts.filter((fact) => fact.includes('main session'))).toHaveLength(count);
  });
});
