// An agent as a file of Kiro, by its documentation.
import type { AgentMeaning, MeantTool, MeantTools, WriteOptions, Written } from '../meaning.ts';
import { readModelName, spellModel } from '../shared/modelNames.ts';
import { writeServers } from '../shared/servers.ts';
import { isCanonical, mcpParts, namesGranting, ownName } from '../shared/toolNames.ts';
import { filePathOf, keptFields, writtenAgent } from '../shared/writeAgent.ts';
import type { YamlRecord } from '../shared/writeYaml.ts';
import { GRANTS, SERVER_WORDS } from './meaning.ts';
import { KIRO_MODELS } from './models.ts';

export function write(meaning: AgentMeaning, { model, stem }: WriteOptions): Written {
  const { label, servers } = meaning.settings;
  const path = filePathOf(meaning.name, stem);
  const fields = {
    name: label?.value ?? (path === meaning.name ? undefined : meaning.name),
    description: meaning.description ?? undefined,
    model: model ?? spellModel(meaning, { id: 'kiro', offered: KIRO_MODELS, read: readModelName }),
    tools: toolList(meaning.tools),
    permissions: permissionsFor(meaning.tools),
    mcpServers: writeServers(servers?.value, SERVER_WORDS),
    ...keptFields(meaning, 'kiro'),
  };
  return writtenAgent(fields, meaning.prompt, `${path}.md`);
}

function toolList({ allowed }: MeantTools): readonly string[] | undefined {
  if (allowed === 'all') return undefined;
  return [...namesGranting(allowed.filter(isCanonical), GRANTS), ...allowed.flatMap(otherName)];
}

function otherName(tool: MeantTool): string[] {
  const mcp = mcpParts(tool);
  if (mcp) return [mcp.server === '*' ? '@mcp' : mcp.tool === null ? `@${mcp.server}` : `@${mcp.server}/${mcp.tool}`];
  const own = ownName(tool, 'kiro');
  return own === undefined ? [] : [own];
}

/** A tag is denied where one of its tools is: less is granted then, and never more. */
function permissionsFor({ denied, rules }: MeantTools): readonly YamlRecord[] | undefined {
  const written =
    rules.length > 0
      ? rules.flatMap(({ tool, uses, action }) => tagsOf(tool).map((tag) => ({ tag, uses, action })))
      : denied.flatMap((tool) => tagsOf(tool).map((tag) => ({ tag, uses: '*', action: 'deny' as const })));
  const unique = new Map(written.map((rule) => [JSON.stringify(rule), rule]));
  if (unique.size === 0) return undefined;
  return [...unique.values()].map(({ tag, uses, action }) => {
    return { capability: tag, effect: action, ...(uses === '*' ? {} : { match: [uses] }) };
  });
}

function tagsOf(tool: MeantTool | '*'): string[] {
  if (tool === '*') return [];
  const own = ownName(tool, 'kiro');
  if (own !== undefined) return [own];
  return [...GRANTS].filter(([, tools]) => isCanonical(tool) && tools.includes(tool)).map(([tag]) => tag);
}
