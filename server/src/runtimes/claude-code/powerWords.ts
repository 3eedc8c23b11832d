// What an agent can do, in words: the one source for hover, `inspect`, and the card. Written as Markdown.
import { capitalized } from '../../util/text.ts';
import type { AgentServer, Powers, RefusedTool } from '../powers.ts';
import type { DenyRule } from '../session.ts';
import { resolveModel } from './models.ts';

const REFUSALS: Readonly<Record<Exclude<RefusedTool['reason'], 'settings'>, string>> = {
  unknown: 'no tool has this name',
  dead: 'this tool no longer exists',
  'wrong-case': 'tool names are case-sensitive',
  malformed: 'this is not a valid tool name',
  'not-for-subagents': 'subagents never get this tool',
  disallowed: '`disallowedTools` removes it',
  pattern: 'Claude Code does not expand this wildcard',
  'not-configured': 'no MCP server with this name is configured',
  'short-server-name': 'the name of a plugin’s server starts with the plugin, as in `mcp__plugin_kit_atlas`',
};

/** Why the agent does not get a tool that it lists: a clause without a period. */
export function refusalInWords({ reason, by }: Pick<RefusedTool, 'reason' | 'by'>): string {
  if (reason !== 'settings') return REFUSALS[reason];
  return by ? ruleInWords(by) : 'settings deny it';
}

function ruleInWords({ rule, path }: DenyRule): string {
  return `${path} denies \`${rule}\``;
}

/** Null if Claude Code starts the agent. */
export function startFaultInWords({ startFault }: Pick<Powers, 'startFault'>): string | null {
  switch (startFault?.kind) {
    case 'no-tools':
      return 'Claude Code refuses to start it, because `tools` grants nothing.';
    case 'settings':
      return `Claude Code refuses to start it, because ${ruleInWords(startFault.by)}.`;
    default:
      return null;
  }
}

export function toolsInWords({ tools, grantedTools, deniedTools, deniedBySettings }: Powers): string {
  if (tools === 'inherit') {
    const denied = [...new Set([...deniedTools, ...deniedBySettings.map(({ name }) => name)])];
    const except = denied.length > 0 ? ` except ${inCode(denied)}` : '';
    const more = grantedTools.length > 0 ? `, and ${inCode(grantedTools.map(({ name }) => name))}` : '';
    return `Inherits every tool of the session${except}${more}.`;
  }
  if (tools.length === 0) return 'Has **no** tools.';
  const servers = tools.filter((tool) => tool.endsWith('__*')).length;
  const counted = [
    servers < tools.length ? counting(tools.length - servers, 'tool') : '',
    servers > 0 ? `every tool of ${counting(servers, 'MCP server')}` : '',
  ];
  return `Has ${counted.filter((part) => part !== '').join(' and ')}: ${inCode(tools)}.`;
}

/** Where tools come from that `tools` does not list. */
export function originsInWords({ tools, grantedTools }: Powers): string[] {
  if (tools === 'inherit') return [];
  return (['memory', 'mcpServers'] as const).flatMap((field) => {
    const names = grantedTools.filter(({ from }) => from === field).map(({ name }) => name);
    return names.length === 0 ? [] : [`\`${field}\` adds ${inCode(names)}.`];
  });
}

/** Tools that settings deny although the agent does not list them. */
export function denialInWords({ deniedBySettings, refusedTools }: Powers): string[] {
  const told = new Set(refusedTools.flatMap(({ by }) => by?.rule ?? []));
  const others = deniedBySettings.filter(({ by }) => !told.has(by.rule));
  return others.map(({ name, by }) => `\`${name}\` is not granted: ${ruleInWords(by)}.`);
}

/** Measured: on these systems, Claude Code grants Glob and Grep only to an agent that lists them but not Bash. */
export function searchToolsNote({ tools }: Pick<Powers, 'tools'>): string | null {
  if (tools === 'inherit' || !tools.includes('Bash')) return null;
  const lost = tools.filter((tool) => tool === 'Glob' || tool === 'Grep');
  if (lost.length === 0) return null;
  const [are, them] = lost.length > 1 ? ['are', 'them'] : ['is', 'it'];
  return `On macOS and Linux, ${inCode(lost).replace(', ', ' and ')} ${are} left out, because Claude Code grants ${them} there only if \`Bash\` is not listed.`;
}

export function modelInWords({ effectiveModel: { value, by } }: Pick<Powers, 'effectiveModel'>): string {
  const { kind, id } = resolveModel(value);
  const set = by ? `, as ${by.path} says` : '';
  if (kind === 'inherit') return `Runs on the session’s model${set}.`;
  return id && id !== value ? `Runs on \`${id}\` (\`${value}\`)${set}.` : `Runs on \`${id ?? value}\`${set}.`;
}

export const TRUST_NOTE = 'only in trusted folders';

export function optionsInWords({ options, needsTrust }: Pick<Powers, 'options' | 'needsTrust'>): string[] {
  const { hooks, skills, memory, isolation, background, maxTurns, effort, permissionMode, mcpServers } = options;
  const trust = needsTrust ? `, ${TRUST_NOTE}` : '';
  const single = [
    memory === null ? '' : `memory: \`${memory}\``,
    isolation === null ? '' : `isolation: \`${isolation}\``,
    background === null ? '' : `background: \`${background}\``,
    maxTurns === null ? '' : `at most ${counting(maxTurns, 'turn')}`,
    effort === null ? '' : `effort: \`${effort}\``,
    permissionMode === null ? '' : `permission mode: \`${permissionMode}\``,
  ].filter((part) => part !== '');
  return [
    single.length === 0 ? '' : `${capitalized(single.join('; '))}.`,
    skills.length === 0 ? '' : `Preloads the skills ${inCode(skills)}.`,
    mcpServers.length === 0
      ? ''
      : `MCP servers: ${mcpServers.map((server) => serverInWords(server, trust)).join(', ')}.`,
    hooks.length === 0 ? '' : `Hooks: ${inCode(hooks)}${trust}.`,
  ].filter((sentence) => sentence !== '');
}

function serverInWords({ name, inline, configured }: AgentServer, trust: string): string {
  if (inline) return `\`${name}\` (defined in the agent${trust})`;
  return configured ? `\`${name}\`` : `\`${name}\` (not configured, so it adds nothing)`;
}

/** How the agent differs as the main session; null if it does not. */
export function mainSessionInWords({ mainSession, tools, startFault, effectiveModel }: Powers): string | null {
  if (!mainSession) return null;
  const { agents, model, sendsInitialPrompt } = mainSession;
  const differs = mainSession.tools !== tools && String(mainSession.tools) !== String(tools);
  const parts = [
    startFault ? 'it starts' : '',
    differs || startFault?.kind === 'no-tools' ? mainToolsInWords(mainSession.tools) : '',
    agents ? `it can start ${agents.length > 0 ? `only ${inCode(agents)}` : 'no agents'}` : '',
    effectiveModel.by ? `it runs on ${model === null ? 'the session’s model' : `\`${model}\``}` : '',
    sendsInitialPrompt ? '`initialPrompt` is sent' : '',
  ].filter((part) => part !== '');
  return `As the main session (\`--agent\`): ${parts.join('; ')}.`;
}

function mainToolsInWords(tools: 'inherit' | readonly string[]): string {
  if (tools === 'inherit') return 'it has every tool';
  return tools.length === 0 ? 'it has no tools' : `its tools are ${inCode(tools)}`;
}

function counting(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function inCode(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
