// Which tools an agent gets: from its lists, its memory, its servers, and after the settings. Measured on 2.1.331.
import type { FieldEntry } from '../entries.ts';
import type { DeniedBySettings, GrantedTool, MainSession, Powers, RefusedTool } from '../powers.ts';
import type { Session } from '../session.ts';
import { type Denials, readDenials } from './denials.ts';
import { coversTool, everyToolOf, mcpName } from './mcpNames.ts';
import type { ServerEntry } from './mcpServers.ts';
import { isServerConfigured, serverFault } from './servers.ts';
import { toolDeniedBy } from './settings.ts';
import {
  canonicalTool,
  isForMainConversation,
  MEMORY_TOOLS,
  type ToolMention,
  toolMentions,
  unknownBecause,
} from './toolList.ts';

export interface GrantFields {
  readonly tools: FieldEntry | undefined;
  readonly disallowedTools: FieldEntry | undefined;
  /** `memory` is set to a scope. */
  readonly memory: boolean;
  /** `permissionMode` is `plan`. */
  readonly plan: boolean;
  /** Entries of `mcpServers` that count. */
  readonly servers: readonly ServerEntry[];
}

export interface ToolGrant
  extends Pick<Powers, 'tools' | 'grantedTools' | 'deniedTools' | 'refusedTools' | 'deniedBySettings'> {
  /** Something is listed, nothing comes of it, and not because `disallowedTools` says so: it is not started. */
  readonly comesToNothing: boolean;
  /** The same agent as the main session. */
  readonly main: Pick<MainSession, 'tools' | 'agents'>;
}

export function grantTools(text: string, fields: GrantFields, session: Session): ToolGrant {
  const denials = readDenials(text, fields.disallowedTools, session);
  const mentions = fields.tools ? toolMentions(text, fields.tools.value) : [];
  const inherits = !fields.tools || mentions.some((mention) => mention.text === '*');
  return inherits ? inherited(fields, denials, session) : listed(mentions, fields, denials, session);
}

function inherited({ servers }: GrantFields, { denied }: Denials, session: Session): ToolGrant {
  const inline = servers.filter((server) => server.inline).map(({ name }) => everyToolOf(name));
  const taken = session.settings.deny.filter(({ agent, tool }) => agent === null && isToolOrPattern(tool));
  return {
    tools: 'inherit',
    grantedTools: inline.filter((tool) => !isDenied(tool, denied)).map((name) => ({ name, from: 'mcpServers' })),
    deniedTools: denied,
    refusedTools: [],
    deniedBySettings: taken.map((by) => ({ name: by.tool, by })),
    comesToNothing: false,
    main: { tools: 'inherit', agents: null },
  };
}

function isToolOrPattern(tool: string): boolean {
  return tool.includes('*') || canonicalTool(tool) !== null;
}

function listed(mentions: readonly ToolMention[], fields: GrantFields, denials: Denials, session: Session): ToolGrant {
  const granted = new Map<string, GrantedTool['from']>();
  const main = new Set<string>();
  const refused: RefusedTool[] = [];
  const deniedBySettings: DeniedBySettings[] = [];
  for (const mention of mentions) {
    const verdict = judge(mention, fields, denials, session);
    if (typeof verdict === 'string') {
      granted.set(verdict, 'tools');
      main.add(verdict);
      continue;
    }
    refused.push({ name: mention.text, span: mention.span, ...verdict });
    const tool = canonicalTool(mention.name);
    if (tool !== null && verdict.reason === 'not-for-subagents' && !toolDeniedBy(tool, session.settings))
      main.add(tool);
    if (tool !== null && verdict.by) deniedBySettings.push({ name: tool, by: verdict.by });
  }
  const memory = fields.memory ? MEMORY_TOOLS.filter((tool) => !isDenied(tool, denials.denied)) : [];
  for (const tool of memory) {
    const by = toolDeniedBy(tool, session.settings);
    if (by) deniedBySettings.push({ name: tool, by });
    else {
      main.add(tool);
      if (!granted.has(tool)) granted.set(tool, 'memory');
    }
  }
  const servers = fields.servers.filter((server) => isServerConfigured(server, session));
  const added = servers.map(({ name }) => everyToolOf(name)).filter((tool) => !isDenied(tool, denials.denied));
  for (const tool of added) {
    const by = toolDeniedBy(tool, session.settings);
    // Measured: the tools stay in the agent's list, and every call of them is denied.
    if (by) deniedBySettings.push({ name: tool, by });
    else if (![...granted.keys()].some((each) => coversTool(each, tool))) granted.set(tool, 'mcpServers');
  }
  const listsSomething = memory.length > 0 || mentions.some((mention) => !denials.excuses(mention));
  return {
    tools: [...granted.keys()],
    grantedTools: [...granted].map(([name, from]) => ({ name, from })),
    deniedTools: denials.denied,
    refusedTools: refused,
    deniedBySettings: distinct(deniedBySettings),
    comesToNothing: granted.size === 0 && added.length === 0 && listsSomething,
    main: { tools: [...main], agents: agentsIn(mentions) },
  };
}

/** The tool a mention gives, or why it gives none. */
function judge(
  { name }: ToolMention,
  { plan, servers }: GrantFields,
  { denied }: Denials,
  session: Session,
): string | Pick<RefusedTool, 'reason' | 'by'> {
  const mcp = mcpName(name);
  if (mcp && mcp.kind !== 'server') return { reason: 'pattern' };
  const tool = canonicalTool(name);
  if (tool === null) return { reason: unknownBecause(name) };
  if (isDenied(tool, denied)) return { reason: 'disallowed' };
  const fault = mcp && serverFault(name, mcp, servers, session);
  if (fault) return { reason: fault };
  if (isForMainConversation(tool, plan)) return { reason: 'not-for-subagents' };
  const by = toolDeniedBy(tool, session.settings);
  return by ? { reason: 'settings', by } : tool;
}

function isDenied(tool: string, denied: readonly string[]): boolean {
  return denied.some((entry) => coversTool(entry, tool));
}

/** The agents of `Agent(a, b)`; null where no mention restricts them. Measured: several mentions count together. */
function agentsIn(mentions: readonly ToolMention[]): string[] | null {
  const lists = mentions.filter(({ name, spec }) => spec !== null && canonicalTool(name) === 'Agent');
  if (lists.length === 0) return null;
  const names = lists.flatMap(({ spec }) => (spec ?? '').split(',')).map((name) => name.trim());
  return names.includes('*') ? null : [...new Set(names.filter((name) => name !== ''))];
}

function distinct(denied: readonly DeniedBySettings[]): DeniedBySettings[] {
  return [...new Map(denied.map((each) => [each.name, each])).values()];
}
