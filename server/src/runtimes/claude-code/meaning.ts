// What an agent of Claude Code means apart from it.
import type { AgentDocument } from '../../model/document.ts';
import type { IndexedReport } from '../indexed.ts';
import type { AgentMeaning, Approval, MeantServer, MeantTool, MeantTools } from '../meaning.ts';
import type { Place } from '../runtime.ts';
import { readModelName } from '../shared/modelNames.ts';
import { colorOf } from '../shared/palette.ts';
import { readServer, type ServerWords } from '../shared/servers.ts';
import {
  countOf,
  createSettingReader,
  flagOf,
  namesOf,
  recordOf,
  type SettingReader,
  STARTED_BY_AGENTS,
  settingsOf,
  textOf,
} from '../shared/settings.ts';
import { inOrder, mcpTool, meantTools } from '../shared/toolNames.ts';
import { claudeCodeFields } from './fields.ts';
import { claudeCode } from './loader.ts';
import { mcpName } from './mcpNames.ts';
import { resolveModel } from './models.ts';
import { report } from './report.ts';
import { canonicalTool, DENIED_WITH } from './toolList.ts';
import { TOOLS } from './tools.ts';

/** Null for a file that does not load. */
export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const load = claudeCode.load(document, { scope: place.scope === 'plugin' ? 'plugin' : 'project' });
  if (load.name === null) return null;
  const reader = createSettingReader(report(load, document, place), claudeCodeFields);
  reader.skip('name', 'description', 'tools', 'disallowedTools', 'model');
  return {
    runtime: 'claude-code',
    name: load.name,
    description: load.description,
    prompt: document.text.slice(document.body.start, document.body.end).trim(),
    tools: toolsOf(load),
    model: modelOf(load.model),
    settings: settingsIn(reader),
    rest: reader.rest(),
    keys: { name: 'name', description: 'description', tools: 'tools', denied: 'disallowedTools', model: 'model' },
  };
}

function toolsOf({ tools, deniedTools }: IndexedReport): MeantTools {
  if (tools !== 'inherit') return { allowed: meantTools(tools ?? [], meantTool), denied: [], rules: [] };
  const along = new Set(deniedTools.map((name) => DENIED_WITH.get(name)));
  return {
    allowed: 'all',
    denied: inOrder(deniedTools.filter((name) => !along.has(name)).flatMap(meantTool)),
    rules: [],
  };
}

function meantTool(name: string): MeantTool[] {
  const mcp = mcpName(name);
  if (mcp) return mcp.kind === 'all' ? ['mcp:*'] : mcp.kind === 'server' ? [mcpTool(mcp.server, mcp.tool)] : [];
  const tool = TOOLS.canonical(canonicalTool(name) ?? name);
  return [tool ?? `own:claude-code:${name}`];
}

function modelOf(written: string | null): AgentMeaning['model'] {
  if (written === null || resolveModel(written).kind === 'inherit') return null;
  const name = written.trim();
  const { kind } = resolveModel(name);
  // An alias stands for whichever version is current.
  const known =
    kind === 'alias' ? { vendor: 'anthropic', family: name.toLowerCase(), version: null } : readModelName(name);
  return { written: name, others: [], ...known };
}

/** The first word for a mode is the usual one. */
export const APPROVALS: Readonly<Record<string, Approval>> = {
  default: 'default',
  manual: 'default',
  plan: 'plan',
  acceptEdits: 'acceptEdits',
  auto: 'auto',
  dontAsk: 'dontAsk',
  bypassPermissions: 'bypass',
};

function settingsIn({ take }: SettingReader): AgentMeaning['settings'] {
  return settingsOf({
    audience: STARTED_BY_AGENTS,

    turns: take('maxTurns', countOf),
    color: take('color', colorOf),
    effort: take('effort', (written) => (Number.isInteger(written) ? String(written) : textOf(written)?.toLowerCase())),
    approval: take('permissionMode', (written) => APPROVALS[String(written)]),
    memory: take('memory', textOf),
    background: take('background', flagOf),
    skills: take('skills', namesOf),
    servers: take('mcpServers', serversOf),
    hooks: take('hooks', (written) => {
      const events = recordOf(written);
      return events && { kind: 'claude-code', guards: Object.keys(events).some((event) => GUARDS.has(event)), events };
    }),
  });
}

/** Events whose hooks can refuse what the agent is about to do. */
const GUARDS: ReadonlySet<string> = new Set(['PreToolUse', 'PermissionRequest']);

export const SERVER_WORDS: ServerWords = { typed: true };

function serversOf(written: unknown): MeantServer[] | undefined {
  if (!Array.isArray(written)) return undefined;
  return written.flatMap((item): MeantServer[] => {
    if (typeof item === 'string') return [{ name: item, config: null }];
    const [[name, config] = [], ...others] = Object.entries(recordOf(item) ?? {});
    const record = recordOf(config);
    return name === undefined || others.length > 0 || !record
      ? []
      : [{ name, config: readServer(record, SERVER_WORDS) }];
  });
}
