// An agent as a file of OpenCode V2: with no key of V1, which would make its permissions dead.
import type { AgentMeaning, WriteOptions, Written } from '../meaning.ts';
import { BUILT_IN_AGENTS } from '../shared/opencode/tools.ts';
import { type OpenCodeTarget, pathFor, sharedFields, writtenRules } from '../shared/opencode/write.ts';
import { asYaml, keptFields, writtenAgent } from '../shared/writeAgent.ts';
import type { YamlValue } from '../shared/writeYaml.ts';
import { v2Fields } from './fields.ts';
import { V2_MODELS } from './models.ts';

const TARGET: OpenCodeTarget = { id: 'opencode-v2', models: V2_MODELS, builtIn: BUILT_IN_AGENTS };

export function write(meaning: AgentMeaning, options: WriteOptions): Written {
  const rules = writtenRules(meaning.tools).map(({ permission, pattern, action }) => ({
    action: permission,
    resource: pattern,
    effect: action,
  }));
  const kept = Object.entries(keptFields(meaning, 'opencode-v2')).filter(([key]) => v2Fields.get(key) !== undefined);
  const fields = {
    ...Object.fromEntries(kept),
    ...sharedFields(meaning, options, TARGET),
    permissions: rules.length > 0 ? rules : undefined,
    request: requestOf(meaning) ?? Object.fromEntries(kept).request,
  };
  return writtenAgent(fields, meaning.prompt, `${pathFor(meaning, options, TARGET)}.md`);
}

function requestOf({ settings }: AgentMeaning): YamlValue | undefined {
  const { temperature, topP, providerOptions } = settings;
  const headers = [temperature, topP, providerOptions].map((setting) => setting?.written).find(hasHeaders)?.headers;
  const body = {
    ...(temperature ? { temperature: temperature.value } : {}),
    ...(topP ? { top_p: topP.value } : {}),
    ...(providerOptions ? (asYaml(providerOptions.value) as object) : {}),
  };
  if (Object.keys(body).length === 0) return undefined;
  return { ...(headers === undefined ? {} : { headers: asYaml(headers) }), body };
}

function hasHeaders(written: unknown): written is { readonly headers: unknown } {
  return typeof written === 'object' && written !== null && 'headers' in written;
}
