// An agent as a droid of Factory, by its documentation.
import type { AgentMeaning, MeantTool, WriteOptions, Written } from '../meaning.ts';
import type { CanonicalTool } from '../runtime.ts';
import { readModelName, spellModel } from '../shared/modelNames.ts';
import { effortWithin } from '../shared/settings.ts';
import { allowedNames, mcpParts, ownName } from '../shared/toolNames.ts';
import { descriptionOr, fileNameOf, keptFields, slugOf, writtenAgent } from '../shared/writeAgent.ts';
import { FACTORY_MODELS } from './models.ts';
import { factoryTools } from './tools.ts';

const EFFORTS = ['low', 'medium', 'high'];
/** Documented, in characters. */
const LONGEST_DESCRIPTION = 500;

export function write(meaning: AgentMeaning, { model, stem }: WriteOptions): Written {
  const { effort, servers } = meaning.settings;
  const name = /^[a-z0-9_-]+$/.test(meaning.name) ? meaning.name : slugOf(meaning.name) || slugOf(stem) || 'agent';
  const names = (servers?.value ?? []).filter(({ config }) => config === null).map((server) => server.name);
  const fields = {
    name,
    description: meaning.description === null ? undefined : cut(meaning.description),
    tools: allowedNames(meaning.tools, GRANTS, otherName),
    model: model ?? spellModel(meaning, { id: 'factory', offered: FACTORY_MODELS, read: readModelName }),
    reasoningEffort: effortWithin(effort?.value, EFFORTS),
    mcpServers: names.length > 0 ? names : undefined,
    ...keptFields(meaning, 'factory'),
  };
  // Documented: a droid without a prompt is refused.
  const prompt = meaning.prompt === '' ? descriptionOr(meaning) : meaning.prompt;
  return writtenAgent(fields, prompt, `${fileNameOf(name, stem)}.md`);
}

/** Cut between words. */
function cut(text: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text;
  const start = text.slice(0, LONGEST_DESCRIPTION - 1);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), LONGEST_DESCRIPTION - 50)).trimEnd()}…`;
}

const GRANTS = new Map<string, readonly CanonicalTool[]>(
  factoryTools.all.flatMap(({ value, canonical }) => (canonical ? [[value, [canonical]]] : [])),
);

/** Tools of servers go by their exact names. */
function otherName(tool: MeantTool): string[] {
  const mcp = mcpParts(tool);
  if (mcp) return mcp.tool === null ? [] : [`mcp__${mcp.server}__${mcp.tool}`];
  const own = ownName(tool, 'factory');
  return own === undefined ? [] : [own];
}
