// What a droid of Factory means apart from it, by its documentation.
import type { AgentDocument } from '../../model/document.ts';
import type { AgentMeaning, MeantModel, MeantServer, MeantTool } from '../meaning.ts';
import type { Place } from '../runtime.ts';
import { CORE_KEYS, identityOf } from '../shared/meaningOf.ts';
import { readModelName } from '../shared/modelNames.ts';
import { createSettingReader, STARTED_BY_AGENTS, settingsOf, textOf } from '../shared/settings.ts';
import { EVERY_TOOL, mcpTool, meantTools } from '../shared/toolNames.ts';
import { factoryFields } from './fields.ts';
import { load } from './load.ts';
import { factoryTools } from './tools.ts';

/** Null for a file that does not load. */
export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const report = load(document, place);
  const identity = identityOf(document, report);
  if (!identity) return null;
  const reader = createSettingReader(report, factoryFields);
  const { take } = reader;
  reader.skip('name', 'description', 'tools', 'model');
  const isAll = report.tools === 'inherit' || report.tools === null;
  return {
    ...identity,
    tools: isAll ? EVERY_TOOL : { allowed: meantTools(report.tools ?? [], meantTool), denied: [], rules: [] },
    model: modelOf(report.model),
    settings: settingsOf({
      audience: STARTED_BY_AGENTS,
      effort: take('reasoningEffort', textOf),
      servers: take('mcpServers', serversOf),
    }),
    rest: reader.rest(),
    keys: CORE_KEYS,
  };
}

function meantTool(name: string): MeantTool[] {
  if (name === 'mcp') return ['mcp:*'];
  const [, server, tool = null] = /^mcp__(.+?)(?:__(.*))?$/s.exec(name) ?? [];
  if (server !== undefined) return [mcpTool(server, tool)];
  return [factoryTools.canonical(name) ?? `own:factory:${name}`];
}

function serversOf(written: unknown): MeantServer[] | undefined {
  return Array.isArray(written) ? written.map((name) => ({ name: String(name), config: null })) : undefined;
}

function modelOf(written: string | null): MeantModel | null {
  return written === null || written === 'inherit' ? null : { written, others: [], ...readModelName(written) };
}
