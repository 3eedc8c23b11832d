// The project's configuration, `.agentwright.json`: severities, overrides by path, extra tools and fields.
import picomatch from 'picomatch';
import * as z from 'zod';
import { RING_GENERATIONS } from '../formats/ring/vocabulary.ts';
import { plainValue } from '../model/plain.ts';
import { keyText, type YamlNode } from '../model/yaml.ts';
import type { Environment } from '../rules/rule.ts';
import { runtimes } from '../runtimes/registry.ts';
import type { RuntimeId } from '../runtimes/runtime.ts';
import { AUTO, type RuntimeSelection, readSelection } from '../runtimes/selection.ts';
import { decoded } from '../util/uri.ts';
import { type ConfigComplaint, complaint, nodeAt, readConfigText, valueUnder, without } from './configFile.ts';

/** The ids of all runtimes, as the setting `runtimes` takes them. */
export const RUNTIME_IDS: readonly RuntimeId[] = runtimes.map(({ id }) => id);

const ids = RUNTIME_IDS.map((id) => `\`${id}\``).join(', ');

/** Shared by the setting of the editor and the key of the configuration. */
export const runtimesSchema = z.union([z.literal(AUTO), z.array(z.enum(RUNTIME_IDS as [RuntimeId]))]);
export const runtimesMeta = {
  description: `The runtimes to report problems for. \`auto\`: the runtime a file belongs to in full, and of other runtimes that read it only what makes them reject it or grant it more than it says. A list: these runtimes in full, and no others. Known: ${ids}.`,
};

export const CONFIG_FILE = '.agentwright.json';

export const RULE_SETTINGS = ['off', 'error', 'warning', 'information', 'hint'] as const;
export type RuleSetting = (typeof RULE_SETTINGS)[number];

const ruleSettings = z
  .record(z.string(), z.enum(RULE_SETTINGS))
  .meta({ description: 'Severity per rule, or `off`: `{"structure/heading-jump": "off"}`.' });

const override = z.strictObject({
  files: z.array(z.string()).meta({ description: 'Globs, relative to the folder of this file.' }),
  rules: ruleSettings,
});

/** Every key with its shape and meaning; the JSON Schema that editors complete from is generated from it. */
export const configShape = {
  $schema: z.string().optional().meta({ description: 'The JSON Schema of this file.' }),
  rules: ruleSettings.default({}),
  overrides: z
    .array(override)
    .default([])
    .meta({ description: 'Other severities for some files; a later entry wins over an earlier one.' }),
  knownTools: z
    .array(z.string())
    .default([])
    .meta({ description: 'Tools that exist in your set-up though Agentwright does not know them.' }),
  knownFields: z
    .array(z.string())
    .default([])
    .meta({ description: 'Front matter fields that tools of your own read.' }),
  documents: z.array(z.string()).default([]).meta({
    description: 'Globs of files in folders of agents that are documentation: nothing is said about them.',
  }),
  claudeCodeVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .optional()
    .meta({ description: 'The Claude Code version the agents must work with: newer fields are reported.' }),
  runtimes: runtimesSchema.optional().meta(runtimesMeta),
  ringGeneration: z.enum(RING_GENERATIONS).optional().meta({
    description:
      'The generation of the Ring format the agents are written for: keys it requires or refuses are then reported. `auto`: as each file looks.',
  }),
} as const;

export const configSchema = z.strictObject(configShape);

export interface Config extends Omit<z.output<typeof configSchema>, '$schema' | 'runtimes'> {
  /** Undefined where it does not say. */
  readonly runtimes?: RuntimeSelection | undefined;
  /** The folder of the file, as the globs see it: a path or URI prefix without a final slash; empty where there is none. */
  readonly folder: string;
}

export interface ConfigReading {
  readonly config: Config;
  readonly complaints: readonly ConfigComplaint[];
}

export const EMPTY_CONFIG: Config = {
  rules: {},
  overrides: [],
  knownTools: [],
  knownFields: [],
  documents: [],
  folder: '',
};

/** Never throws: what cannot be used is complained about and left out, entry by entry; the rest counts. */
export function readConfig(text: string, folder: string, ruleCodes: ReadonlySet<string>): ConfigReading {
  const { root, complaints: faults } = readConfigText(text);
  const complaints = [...faults];
  const values: Record<string, unknown> = {};
  for (const { key, value } of root?.pairs ?? []) {
    const name = keyText(key);
    if (name === 'runtimes') values[name] = readRuntimes(value, complaints);
    else if (Object.hasOwn(configShape, name))
      values[name] = readKey(name as keyof typeof configShape, value, complaints);
    else complaints.push(complaint('unknown-key', key.span, { key: name, file: CONFIG_FILE }));
  }
  complaints.push(...unknownRules(valueUnder(root, 'rules'), ruleCodes));
  const overrides = valueUnder(root, 'overrides');
  for (const each of overrides?.kind === 'sequence' ? overrides.items : []) {
    complaints.push(...unknownRules(valueUnder(each, 'rules'), ruleCodes));
  }
  const used = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  complaints.sort((one, other) => one.span.start - other.span.start);
  return { config: { ...EMPTY_CONFIG, ...used, folder }, complaints };
}

/** The value of a key without the entries it cannot have; undefined where nothing of it can be used. */
function readKey(name: keyof typeof configShape, node: YamlNode | null, complaints: ConfigComplaint[]): unknown {
  let value: unknown = plainValue(node);
  const positions = Array.isArray(value) ? [...value.keys()] : [];
  for (;;) {
    const parsed = configShape[name].safeParse(value);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    const [entry] = issue?.path ?? [];
    // Positions in a list move up with each entry that was dropped.
    const index = typeof entry === 'number' ? positions[entry] : entry;
    const path = index === undefined ? [] : [index, ...(issue?.path.slice(1) ?? [])];
    const span = nodeAt(node, path)?.span ?? { start: 0, end: 0 };
    const values = { path: [name, ...path].join('.'), key: name, reason: issue?.message ?? '' };
    complaints.push(complaint(entry === undefined ? 'unusable-value' : 'unusable-entry', span, values));
    if (entry === undefined) return undefined;
    if (typeof entry === 'number') positions.splice(entry, 1);
    value = without(value, entry);
  }
}

/** Each id that no runtime has is named, with those there are. */
function readRuntimes(node: YamlNode | null, complaints: ConfigComplaint[]): unknown {
  const { selection, unknown } = readSelection(plainValue(node), RUNTIME_IDS);
  for (const { value, at } of unknown) {
    const span = nodeAt(node, at === null ? [] : [at])?.span ?? { start: 0, end: 0 };
    complaints.push(
      complaint('unknown-runtime', span, {
        value: typeof value === 'string' ? value : JSON.stringify(value ?? null),
        known: RUNTIME_IDS,
      }),
    );
  }
  return selection ?? undefined;
}

/** What a rule is set to for a file; undefined where the configuration says nothing. Later overrides win. */
export function ruleSettingOf(config: Config, code: string, path: string): RuleSetting | undefined {
  const general = Object.hasOwn(config.rules, code) ? config.rules[code] : undefined;
  // Asked for every rule and file, and nearly no project has overrides.
  if (config.overrides.length === 0) return general;
  const relative = relativePath(config.folder, path);
  const applying = config.overrides.findLast(
    ({ files, rules }) =>
      Object.hasOwn(rules, code) && picomatch.isMatch(relative, files.map(withoutDot), { dot: true }),
  );
  return applying?.rules[code] ?? general;
}

/** Whether the project says that a file is documentation. */
export function isMarkedDocument({ documents, folder }: Config, path: string): boolean {
  if (documents.length === 0) return false;
  return picomatch.isMatch(relativePath(folder, path), documents.map(withoutDot), { dot: true });
}

/** With slashes and without escapes, whether a path of this machine or a URI: globs are written as people see paths. */
function relativePath(folder: string, path: string): string {
  const isUri = /^[a-z][a-z\d+.-]+:\/\//i.test(path);
  const [whole, base] = [path, folder].map((each) => (isUri ? decoded(each) : each.replaceAll('\\', '/')));
  return whole?.startsWith(`${base}/`) ? whole.slice((base?.length ?? 0) + 1) : (whole ?? path);
}

function withoutDot(glob: string): string {
  return glob.replace(/^\.?\//, '');
}

function unknownRules(rules: YamlNode | null, known: ReadonlySet<string>): ConfigComplaint[] {
  if (rules?.kind !== 'map') return [];
  return rules.pairs
    .filter(({ key }) => !known.has(keyText(key)))
    .map(({ key }) => complaint('unknown-rule', key.span, { rule: keyText(key) }));
}

/** What the editor’s settings say, and what only the host knows. */
export type HostEnvironment = Partial<Omit<Environment, 'knownTools' | 'knownFields'>>;

/** The project’s own configuration wins. */
export function environmentOf(config: Config, host: HostEnvironment = {}): Environment {
  return {
    knownTools: new Set(config.knownTools),
    knownFields: new Set(config.knownFields),
    runtimeVersion: config.claudeCodeVersion ?? host.runtimeVersion,
    ringGeneration: config.ringGeneration ?? host.ringGeneration,
    today: host.today,
  };
}
