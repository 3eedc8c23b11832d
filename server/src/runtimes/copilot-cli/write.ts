// An agent as a file of Copilot CLI, which rejects every value of the wrong kind.
import type { AgentMeaning, MeantServer, ServerConfig, WriteOptions, Written } from '../meaning.ts';
import type { CanonicalTool } from '../runtime.ts';
import { readModelName, spellModels } from '../shared/modelNames.ts';
import { writeServers } from '../shared/servers.ts';
import { effortWithin } from '../shared/settings.ts';
import { allowedNames, slashName } from '../shared/toolNames.ts';
import { asYaml, descriptionOr, fileNameOf, keptFields, writtenAgent } from '../shared/writeAgent.ts';
import type { YamlRecord, YamlValue } from '../shared/writeYaml.ts';
import { SERVER_WORDS } from './meaning.ts';
import { COPILOT_MODELS } from './models.ts';
import { copilotTools, purposeOf, toolsGiven } from './tools.ts';

const EFFORTS = ['low', 'medium', 'high', 'xhigh'];

export function write(meaning: AgentMeaning, { model, stem }: WriteOptions): Written {
  const { label, effort, audience, hidden, skills, servers, hooks, github } = meaning.settings;
  const id = idFor(meaning.name, stem);
  const fields = {
    name: label?.value ?? (id === meaning.name ? undefined : meaning.name),
    description: descriptionOr(meaning),
    tools: allowedNames(meaning.tools, GRANTS, (tool) => slashName(tool, 'copilot-cli')),
    model: model ?? spellModels(meaning, { id: 'copilot-cli', offered: COPILOT_MODELS, read: readModelName }),
    'reasoning-effort': effortWithin(effort?.value, EFFORTS),
    'disable-model-invocation': audience?.value === 'people' ? true : undefined,
    'user-invocable': audience?.value === 'only-agents' || hidden?.value ? false : undefined,
    skills: skills?.value,
    'mcp-servers': writeServers(servers?.value.filter(isComplete), SERVER_WORDS, whatServersNeed),
    hooks: hooks?.value.kind === 'copilot-cli' ? asYaml(hooks.value.events) : undefined,
    github: github && asYaml(github.value),
    ...keptFields(meaning, 'copilot-cli'),
  } satisfies Record<string, YamlValue | undefined>;
  return writtenAgent(fields, meaning.prompt, `${id}.agent.md`);
}

function idFor(name: string, stem: string): string {
  return fileNameOf(name.replaceAll('/', '--'), stem).replace(/\.agent$/, '');
}

/** Names that grant one or several tools that are canonical, and nothing else. */
const GRANTS: ReadonlyMap<string, readonly CanonicalTool[]> = new Map(
  [...copilotTools.all.map(({ value }) => value), 'editFiles', 'WebSearch'].flatMap(
    (name): [string, CanonicalTool[]][] => {
      const tools = (toolsGiven(name) ?? []).flatMap((tool) => purposeOf(tool) ?? []);
      return tools.length > 0 ? [[name, tools]] : [];
    },
  ),
);

function isComplete({ config }: MeantServer): boolean {
  return config?.command !== undefined || config?.url !== undefined;
}

/** Measured: without these the file is rejected. */
function whatServersNeed({ command, args, tools }: ServerConfig): YamlRecord {
  return { ...(command !== undefined && !args ? { args: [] } : {}), ...(tools ? {} : { tools: ['*'] }) };
}
