// An agent as a file of Claude Code.
import type { AgentMeaning, MeantModel, MeantServer, MeantTool, WriteOptions, Written } from '../meaning.ts';
import { spellModel } from '../shared/modelNames.ts';
import { nearestName } from '../shared/palette.ts';
import { writeServer } from '../shared/servers.ts';
import { EFFORTS, effortWithin, wordFor } from '../shared/settings.ts';
import { isCanonical, mcpParts, ownName } from '../shared/toolNames.ts';
import { asYaml, descriptionOr, filePathOf, keptFields, writtenAgent } from '../shared/writeAgent.ts';
import type { YamlValue } from '../shared/writeYaml.ts';
import { nameFault } from './load.ts';
import { everyToolOf, serverInTools } from './mcpNames.ts';
import { APPROVALS, SERVER_WORDS } from './meaning.ts';
import { isForMainConversation } from './toolList.ts';
import { MCP_PREFIX } from './toolNames.ts';
import { TOOLS } from './tools.ts';
import { MODEL_ALIASES } from './vocabulary.ts';

export function write(meaning: AgentMeaning, { model, stem, scope }: WriteOptions): Written {
  const { tools, settings, prompt } = meaning;
  const name = nameFor(meaning.name, stem);
  const servers = settings.servers?.value ?? [];
  const denied = tools.denied.flatMap(toolName);
  const fields = {
    name,
    description: descriptionOr(meaning),
    tools: tools.allowed === 'all' ? undefined : writeNames(namesIn(tools.allowed, servers)),
    disallowedTools: denied.length > 0 ? writeNames(denied) : undefined,
    model: model ?? spellModel(meaning, { id: 'claude-code', offered: MODEL_ALIASES, read: aliasName, byId: ownId }),
    ...(scope === 'plugin' ? {} : ignoredInPlugins(meaning)),
    maxTurns: settings.turns?.value,
    skills: settings.skills?.value,
    memory: settings.memory?.value,
    background: settings.background?.value,
    effort: effortFor(settings.effort?.value),
    color: settings.color && nearestName(settings.color.value),
    ...keptFields(meaning, 'claude-code'),
  };
  return writtenAgent(fields, prompt, `${filePathOf(name, stem)}.md`);
}

function ignoredInPlugins({ settings }: AgentMeaning): Record<string, YamlValue | undefined> {
  const { approval, servers, hooks } = settings;
  return {
    permissionMode: wordFor(APPROVALS, approval?.value),
    mcpServers: servers && servers.value.length > 0 ? servers.value.map(serverItem) : undefined,
    hooks: hooks?.value.kind === 'claude-code' ? asYaml(hooks.value.events) : undefined,
  };
}

const LONGEST_NAME = 256;

function nameFor(name: string, stem: string): string {
  const usable = name.replaceAll(':', '-').replace(/^-+/, '').slice(0, LONGEST_NAME);
  return usable.trim() !== '' && nameFault(usable) === null
    ? usable
    : stem.replaceAll(':', '-').replace(/^-+/, '') || 'agent';
}

/** Measured: every tool of a server in `mcpServers` comes along, whatever is listed. */
function namesIn(allowed: readonly MeantTool[], servers: readonly MeantServer[]): string[] {
  const along = new Set(servers.map(({ name }) => everyToolOf(name)));
  return allowed.flatMap(toolName).filter((name) => !along.has(name) && !isForMainConversation(name, false));
}

function toolName(tool: MeantTool): string[] {
  const mcp = mcpParts(tool);
  if (mcp) {
    if (mcp.server === '*') return [`${MCP_PREFIX}*`];
    // A list of names ends there.
    if (/[\s,()]/.test(mcp.tool ?? '')) return [];
    return [mcp.tool === null ? everyToolOf(mcp.server) : `${MCP_PREFIX}${serverInTools(mcp.server)}__${mcp.tool}`];
  }
  const own = isCanonical(tool) ? TOOLS.own(tool) : ownName(tool, 'claude-code');
  return own ? [own] : [];
}

/** An empty list is no list: the agent has no tools. */
function writeNames(names: readonly string[]): YamlValue {
  return names.length > 0 ? names.join(', ') : [];
}

/** Any id is sent on as it is, and only those of Anthropic lead anywhere. */
function ownId(id: string, vendor: string): string | undefined {
  return vendor === 'anthropic' ? id : undefined;
}

/** An alias stands for whichever version is current. */
function aliasName(alias: string): Pick<MeantModel, 'vendor' | 'family' | 'version'> {
  return { vendor: 'anthropic', family: alias, version: null };
}

function effortFor(effort: string | undefined): YamlValue | undefined {
  return effort !== undefined && /^\d+$/.test(effort) ? Number(effort) : effortWithin(effort, EFFORTS);
}

function serverItem({ name, config }: MeantServer): YamlValue {
  return config === null ? name : { [name]: writeServer(config, SERVER_WORDS) };
}
