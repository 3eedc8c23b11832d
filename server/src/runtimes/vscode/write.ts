// An agent as a file of VS Code.
import type { AgentMeaning, WriteOptions, Written } from '../meaning.ts';
import { readModelName, spellModels } from '../shared/modelNames.ts';
import { writeServers } from '../shared/servers.ts';
import { EFFORTS, effortWithin } from '../shared/settings.ts';
import { allowedNames, slashName } from '../shared/toolNames.ts';
import { asYaml, fileNameOf, keptFields, writtenAgent } from '../shared/writeAgent.ts';
import type { YamlValue } from '../shared/writeYaml.ts';
import { GRANTS, SERVER_WORDS } from './meaning.ts';
import { VSCODE_MODELS } from './models.ts';

export function write(meaning: AgentMeaning, { model, stem }: WriteOptions): Written {
  const { effort, audience, hidden, servers, hooks, github } = meaning.settings;
  const name = meaning.name.trim() === '' ? stem : meaning.name;
  const fields = {
    name,
    description: meaning.description ?? undefined,
    tools: allowedNames(meaning.tools, GRANTS, (tool) => slashName(tool, 'vscode')),
    model: model ?? spellModels(meaning, { id: 'vscode', offered: VSCODE_MODELS, read: readModelName }),
    'reasoning-effort': meaning.runtime === 'vscode' ? effort?.value : effortWithin(effort?.value, EFFORTS),
    'disable-model-invocation': audience?.value === 'people' ? true : undefined,
    'user-invocable': audience?.value === 'only-agents' || hidden?.value ? false : undefined,
    'mcp-servers': writeServers(servers?.value, SERVER_WORDS),
    hooks: hooks?.value.kind === 'vscode' ? asYaml(hooks.value.events) : undefined,
    github: github && asYaml(github.value),
    ...keptFields(meaning, 'vscode'),
  } satisfies Record<string, YamlValue | undefined>;
  return writtenAgent(fields, meaning.prompt, `${fileNameOf(name, stem)}.agent.md`);
}
