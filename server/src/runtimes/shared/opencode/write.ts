// An agent as a file of OpenCode or Kilo.
import type { AgentMeaning, MeantTools, WriteOptions } from '../../meaning.ts';
import type { RuntimeId } from '../../runtime.ts';
import type { ModelSpelling } from '../modelNames.ts';
import { spellModel } from '../modelNames.ts';
import { filePathOf } from '../writeAgent.ts';
import type { YamlRecord, YamlValue } from '../writeYaml.ts';
import { modeFor, permissionOf, readModel } from './meaning.ts';

export interface WrittenRule {
  readonly permission: string;
  readonly pattern: string;
  readonly action: 'allow' | 'ask' | 'deny';
}

/** The last rule that matches decides, so what is denied in general comes first. */
export function writtenRules({ allowed, denied, rules }: MeantTools): WrittenRule[] {
  const whole = (permission: string, action: WrittenRule['action']): WrittenRule => ({
    permission,
    pattern: '*',
    action,
  });
  if (rules.length > 0) {
    const written = rules.flatMap(({ tool, uses: pattern, action }) => {
      const permission = tool === '*' ? '*' : permissionOf(tool);
      return permission === undefined ? [] : [{ permission, pattern, action }];
    });
    // Elsewhere a list of tools stands beside the rules.
    const isWhole = rules.some(({ tool }) => tool === '*') || allowed === 'all';
    return isWhole ? written : [...writtenRules({ allowed, denied, rules: [] }), ...written];
  }
  const named = (tools: MeantTools['denied']): string[] => [
    ...new Set(tools.flatMap((tool) => permissionOf(tool) ?? [])),
  ];
  if (allowed !== 'all') return [whole('*', 'deny'), ...named(allowed).map((permission) => whole(permission, 'allow'))];
  return named(denied).map((permission) => whole(permission, 'deny'));
}

/** V1 has a mapping: of several rules of one permission, each has its pattern. Undefined where there is no rule. */
export function permissionMapping(rules: readonly WrittenRule[]): YamlRecord | undefined {
  const byPermission = new Map<string, Map<string, WrittenRule['action']>>();
  for (const { permission, pattern, action } of rules) {
    const patterns = byPermission.get(permission) ?? new Map();
    patterns.delete(pattern);
    byPermission.set(permission, patterns.set(pattern, action));
  }
  if (byPermission.size === 0) return undefined;
  return Object.fromEntries(
    [...byPermission].map(([permission, patterns]) => {
      const only = patterns.size === 1 ? patterns.get('*') : undefined;
      return [permission, only ?? Object.fromEntries(patterns)];
    }),
  );
}

export interface OpenCodeTarget {
  readonly id: RuntimeId;
  readonly models: ModelSpelling['offered'];
  /** Agents it brings, which a file of that name would change. */
  readonly builtIn: ReadonlySet<string>;
}

/** Where the agent lies, and by that is called. */
export function pathFor({ name }: AgentMeaning, { stem }: WriteOptions, { builtIn }: OpenCodeTarget): string {
  const path = filePathOf(name, stem);
  return builtIn.has(path) ? `${path}-agent` : path;
}

/** What V1, V2 and Kilo all have. */
export function sharedFields(
  meaning: AgentMeaning,
  { model }: WriteOptions,
  { id, models }: OpenCodeTarget,
): Record<string, YamlValue | undefined> {
  const { turns, color, effort, audience, hidden } = meaning.settings;
  return {
    description: meaning.description ?? undefined,
    mode: modeFor(audience?.value),
    model:
      model ?? spellModel(meaning, { id, offered: models, read: readModel, byId: (id, vendor) => `${vendor}/${id}` }),
    variant: effort?.value,
    steps: turns?.value,
    color: color?.value,
    hidden: hidden?.value ?? (audience?.value === 'only-agents' ? true : undefined),
  };
}

/** V1 and Kilo, which have the same fields. */
export function legacyFields(
  meaning: AgentMeaning,
  options: WriteOptions,
  target: OpenCodeTarget,
): Record<string, YamlValue | undefined> {
  const { temperature, topP, providerOptions } = meaning.settings;
  const path = pathFor(meaning, options, target);
  const { description, mode, ...others } = sharedFields(meaning, options, target);
  const isCalledSo =
    (meaning.name.trim() === '' && meaning.runtime !== target.id) ||
    path === meaning.name ||
    target.builtIn.has(meaning.name);
  return {
    name: isCalledSo ? undefined : meaning.name,
    description,
    mode,
    ...others,
    temperature: temperature?.value,
    top_p: topP?.value,
    permission: permissionMapping(writtenRules(meaning.tools)),
    options: providerOptions?.value as YamlRecord | undefined,
  };
}
