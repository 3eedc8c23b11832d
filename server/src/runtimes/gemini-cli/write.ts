// An agent as a file of Gemini CLI, which rejects every key and every name of a tool that it does not know.
import type { AgentMeaning, MeantTool, MeantTools, WriteOptions, Written } from '../meaning.ts';
import type { CanonicalTool } from '../runtime.ts';
import { spellModel } from '../shared/modelNames.ts';
import { writeServers } from '../shared/servers.ts';
import { everythingBut, isCanonical, mcpParts, namesGranting, ownName } from '../shared/toolNames.ts';
import { descriptionOr, fileNameOf, keptFields, slugOf, writtenAgent } from '../shared/writeAgent.ts';
import { readModel, SERVER_WORDS } from './meaning.ts';
import { GEMINI_MODELS } from './models.ts';
import { geminiTools, isToolName } from './tools.ts';

export function write(meaning: AgentMeaning, { model, stem }: WriteOptions): Written {
  const { settings, prompt } = meaning;
  const { label, turns, minutes, temperature, servers } = settings;
  const name = nameFor(meaning.name, stem);
  const fields = {
    name,
    description: descriptionOr(meaning),
    display_name: label?.value ?? (name === meaning.name ? undefined : meaning.name),
    tools: toolList(meaning.tools),
    model: model ?? spellModel(meaning, { id: 'gemini-cli', offered: GEMINI_MODELS, read: readModel, byId: ownId }),
    max_turns: turns?.value,
    timeout_mins: minutes && Math.max(1, Math.ceil(minutes.value)),
    temperature: temperature?.value,
    mcp_servers: writeServers(servers?.value, SERVER_WORDS),
    ...keptFields(meaning, 'gemini-cli'),
  };
  return writtenAgent(fields, prompt, `${fileNameOf(name, stem)}.md`);
}

/** Built in, and never replaced by a file. */
const BUILT_IN: ReadonlySet<string> = new Set(['codebase_investigator', 'cli_help', 'generalist', 'browser_agent']);

function nameFor(written: string, stem: string): string {
  const isTaken = BUILT_IN.has(written);
  if (/^[a-z0-9-_]+$/.test(written) && !isTaken) return written;
  const name = slugOf(written) || slugOf(stem) || 'agent';
  return BUILT_IN.has(name) ? `${name}-agent` : name;
}

/** Documented: a subagent cannot start others. */
const GRANTS = new Map<string, readonly CanonicalTool[]>(
  geminiTools.all.flatMap(({ value, canonical }) =>
    canonical && canonical !== 'subagent' ? [[value, [canonical]]] : [],
  ),
);

function toolList({ allowed, denied }: MeantTools): string[] | undefined {
  if (allowed === 'all' && denied.length === 0) return undefined;
  const wanted = allowed === 'all' ? everythingBut(denied, GRANTS) : allowed;
  const mcp = allowed === 'all' && !denied.some((tool) => mcpParts(tool)) ? ['mcp_*'] : wanted.flatMap(otherName);
  return [...namesGranting(wanted.filter(isCanonical), GRANTS), ...mcp.filter(isToolName)];
}

function otherName(tool: MeantTool): string[] {
  const mcp = mcpParts(tool);
  if (mcp) return [mcp.server === '*' ? 'mcp_*' : `mcp_${mcp.server}_${mcp.tool ?? '*'}`];
  const own = ownName(tool, 'gemini-cli');
  return own === undefined ? [] : [own];
}

function ownId(id: string, vendor: string): string | undefined {
  return vendor === 'google' ? id : undefined;
}
