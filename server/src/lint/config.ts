// The project's configuration, `.agentwright.json`: severities, overrides by path, extra tools and fields.
import picomatch from 'picomatch';
import * as z from 'zod';
import { plainValue } from '../dialects/claude-code/plain.ts';
import { keyText, parseYaml, resolveAlias, type YamlNode } from '../model/yaml.ts';
import type { Environment } from '../rules/rule.ts';
import type { Span } from '../util/text.ts';

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
  claudeCodeVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .optional()
    .meta({ description: 'The Claude Code version the agents must work with: newer fields are reported.' }),
} as const;

export const configSchema = z.strictObject(configShape);

export interface Config extends Omit<z.output<typeof configSchema>, '$schema'> {
  /** The folder of the file, as the globs see it: a path or URI prefix without a final slash; empty where there is none. */
  readonly folder: string;
}

export interface ConfigComplaint {
  readonly message: string;
  /** In the text of the configuration file. */
  readonly span: Span;
}

export interface ConfigReading {
  readonly config: Config;
  readonly complaints: readonly ConfigComplaint[];
}

export const EMPTY_CONFIG: Config = { rules: {}, overrides: [], knownTools: [], knownFields: [], folder: '' };

/** Never throws: a key that cannot be used is complained about and falls back to its default, the others count. */
export function readConfig(text: string, folder: string, ruleCodes: ReadonlySet<string>): ConfigReading {
  const fault = jsonFault(text);
  if (fault) return { config: { ...EMPTY_CONFIG, folder }, complaints: [fault] };
  const root = resolveAlias(parseYaml(text).root);
  if (root?.kind !== 'map') {
    const whole = { start: 0, end: text.length };
    return {
      config: { ...EMPTY_CONFIG, folder },
      complaints: [{ message: 'This must be an object `{…}`.', span: whole }],
    };
  }
  const complaints: ConfigComplaint[] = [];
  const values: Record<string, unknown> = {};
  for (const { key, value } of root.pairs) {
    const name = keyText(key);
    if (!Object.hasOwn(configShape, name)) {
      complaints.push({ message: `\`${name}\` is no key of ${CONFIG_FILE} and is ignored.`, span: key.span });
      continue;
    }
    const parsed = configShape[name as keyof typeof configShape].safeParse(plainValue(value));
    if (parsed.success) values[name] = parsed.data;
    else complaints.push(shapeComplaint(name, value, key.span, parsed.error));
  }
  complaints.push(...unknownRules(root.pairs.find(({ key }) => keyText(key) === 'rules')?.value ?? null, ruleCodes));
  return { config: { ...EMPTY_CONFIG, ...values, folder }, complaints };
}

/** What a rule is set to for a file; undefined where the configuration says nothing. Later overrides win. */
export function ruleSettingOf(config: Config, code: string, path: string): RuleSetting | undefined {
  const relative = path.startsWith(`${config.folder}/`) ? path.slice(config.folder.length + 1) : path;
  const applying = config.overrides.findLast(
    ({ files, rules }) => Object.hasOwn(rules, code) && picomatch.isMatch(relative, files, { dot: true }),
  );
  return applying?.rules[code] ?? (Object.hasOwn(config.rules, code) ? config.rules[code] : undefined);
}

function jsonFault(text: string): ConfigComplaint | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? Math.max(0, text.length - 1));
    const start = Math.min(at, text.length);
    return {
      message: `This is not JSON, so the file is ignored: ${message}.`,
      span: { start, end: Math.min(start + 1, text.length) },
    };
  }
}

function shapeComplaint(name: string, value: YamlNode | null, keySpan: Span, error: z.ZodError): ConfigComplaint {
  const issue = error.issues[0];
  const path = [name, ...(issue?.path ?? [])].join('.');
  const message = `\`${path}\` has a value it does not take, so \`${name}\` is ignored: ${issue?.message ?? 'invalid'}.`;
  return { message, span: value?.span ?? keySpan };
}

function unknownRules(rules: YamlNode | null, known: ReadonlySet<string>): ConfigComplaint[] {
  if (rules?.kind !== 'map') return [];
  return rules.pairs
    .filter(({ key }) => !known.has(keyText(key)))
    .map(({ key }) => ({ message: `There is no rule \`${keyText(key)}\`.`, span: key.span }));
}

export function environmentOf(config: Config, runtimeVersion: string | undefined): Environment {
  return {
    knownTools: new Set(config.knownTools),
    knownFields: new Set(config.knownFields),
    runtimeVersion: config.claudeCodeVersion ?? runtimeVersion,
  };
}
