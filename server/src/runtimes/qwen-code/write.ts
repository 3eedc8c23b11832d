// An agent as a file of Qwen Code.
import type { AgentMeaning, MeantTool, MeantTools, WriteOptions, Written } from '../meaning.ts';
import { spellModel } from '../shared/modelNames.ts';
import { nearestName } from '../shared/palette.ts';
import { writeServers } from '../shared/servers.ts';
import { wordFor } from '../shared/settings.ts';
import { isCanonical, mcpParts, ownName } from '../shared/toolNames.ts';
import { asYaml, descriptionOr, fileNameOf, keptFields, slugOf, writtenAgent } from '../shared/writeAgent.ts';
import { SHORTEST_PROMPT } from './load.ts';
import { APPROVALS, readModel, SERVER_WORDS } from './meaning.ts';
import { QWEN_MODELS } from './models.ts';
import { nameFault } from './names.ts';
import { qwenTools } from './tools.ts';

export function write(meaning: AgentMeaning, { model, stem }: WriteOptions): Written {
  const { settings, tools } = meaning;
  const { turns, minutes, color, approval, background, servers, hooks } = settings;
  const name = nameFor(meaning.name, stem);
  const denied = tools.denied.flatMap(toolName);
  const fields = {
    name,
    description: descriptionOr(meaning),
    tools: toolList(tools),
    disallowedTools: denied.length > 0 ? denied : undefined,
    model: model ?? spellModel(meaning, { id: 'qwen-code', offered: QWEN_MODELS, read: readModel, byId }),
    approvalMode: wordFor(APPROVALS, approval?.value),
    maxTurns: turns?.value,
    runConfig: minutes && { max_time_minutes: minutes.value },
    mcpServers: writeServers(servers?.value, SERVER_WORDS),
    hooks: hooks?.value.kind === 'qwen-code' ? asYaml(hooks.value.events) : undefined,
    background: background?.value,
    color: color && nearestName(color.value),
    ...keptFields(meaning, 'qwen-code'),
  };
  return writtenAgent(fields, promptFor(meaning), `${fileNameOf(name, stem)}.md`);
}

function nameFor(written: string, stem: string): string {
  const usable = [written, slugOf(written), slugOf(stem)].map((name) =>
    name.slice(0, 50).replace(/^[-_]+|[-_]+$/g, ''),
  );
  const name = usable.find((each) => nameFault(each) === null);
  return (
    name ?? `${(usable.find((each) => each !== '') ?? 'new').replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 40)}-agent`
  );
}

/** Measured: a list without a name is no list, and a name that no tool has grants nothing. */
const NO_TOOL = 'none';

function toolList({ allowed }: MeantTools): readonly string[] | undefined {
  if (allowed === 'all') return undefined;
  const names = allowed.flatMap(toolName);
  return names.length > 0 ? names : [NO_TOOL];
}

function toolName(tool: MeantTool): string[] {
  const mcp = mcpParts(tool);
  if (mcp)
    return mcp.server === '*' ? [] : [mcp.tool === null ? `mcp__${mcp.server}` : `mcp__${mcp.server}__${mcp.tool}`];
  const own = isCanonical(tool) ? qwenTools.own(tool) : ownName(tool, 'qwen-code');
  return own ? [own] : [];
}

const PROVIDERS: Readonly<Record<string, string>> = { anthropic: 'anthropic', openai: 'openai', google: 'gemini' };

function byId(id: string, vendor: string): string | undefined {
  const provider = PROVIDERS[vendor];
  return provider && `${provider}:${id}`;
}

/** Measured: a short prompt rejects the file. */
function promptFor(meaning: AgentMeaning): string {
  const { prompt, name } = meaning;
  if (prompt.trim().length >= SHORTEST_PROMPT) return prompt;
  return `${prompt}\n\nYou are the agent ${name}. ${descriptionOr(meaning)}`.trim();
}
