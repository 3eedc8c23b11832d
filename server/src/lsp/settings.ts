// The settings, declared once: validation here, package.json and docs/settings.md are generated from it.
import * as z from 'zod';
import { RING_GENERATIONS } from '../formats/ring/vocabulary.ts';
import { RULE_SETTINGS, RUNTIME_IDS, runtimesMeta, runtimesSchema } from '../lint/config.ts';
import { AUTO, type RuntimeSelection, readSelection, unknownInWords } from '../runtimes/selection.ts';

export const SETTINGS_SECTION = 'agentwright';

export const settingsShape = {
  'diagnostics.enable': z.boolean().default(true).meta({ description: 'Show problems in agent files.' }),
  rules: z
    .record(z.string(), z.enum(RULE_SETTINGS))
    .default({})
    .meta({ description: 'Severity per rule, or `off`: `{"structure/heading-jump": "off"}`.' }),
  runtimes: runtimesSchema.default(AUTO).meta(runtimesMeta),
  'claudeCode.version': z
    .string()
    .regex(/^(\d+\.\d+\.\d+)?$/)
    .default('')
    .meta({
      description:
        'The Claude Code version your agents must work with, such as `2.1.200`: newer fields are then reported. Empty: the newest known.',
    }),
  'ring.generation': z.enum(RING_GENERATIONS).default('auto').meta({
    description:
      'The generation of the Ring format your agents are written for: A (2025) has a version, a changelog and a contract, B a contract only, C neither. Keys it requires or refuses are then reported. `auto`: as each file looks.',
  }),
  'trace.server': z
    .enum(['off', 'messages', 'verbose'])
    .default('off')
    .meta({ description: 'Write the messages between the editor and the language server to the output channel.' }),
} as const;

type SettingsShape = typeof settingsShape;
export type Settings = { readonly [Key in keyof SettingsShape]: z.output<SettingsShape[Key]> };

export interface SettingsReading {
  readonly settings: Settings;
  /** One sentence for each value that could not be used; its default is used instead. */
  readonly complaints: readonly string[];
}

/** Reads a section as VS Code sends it: nested objects, or keys with dots. Never throws; each key falls back by itself. */
export function readSettings(section: unknown): SettingsReading {
  const complaints: string[] = [];
  const read = (key: keyof SettingsShape): unknown => {
    const schema = settingsShape[key];
    const written = lookUp(section, key);
    if (key === 'runtimes' && written !== undefined && written !== null) return readRuntimes(written, complaints);
    const parsed = schema.safeParse(written ?? undefined);
    if (parsed.success) return parsed.data;
    complaints.push(`The setting ${SETTINGS_SECTION}.${key} has a value it does not take and is ignored.`);
    return schema.parse(undefined);
  };
  const keys = Object.keys(settingsShape) as (keyof SettingsShape)[];
  return { settings: Object.fromEntries(keys.map((key) => [key, read(key)])) as Settings, complaints };
}

/** Ids that no runtime has are named, and the others count. */
function readRuntimes(written: unknown, complaints: string[]): RuntimeSelection {
  const { selection, unknown } = readSelection(written, RUNTIME_IDS);
  for (const { value } of unknown) {
    complaints.push(`The setting ${SETTINGS_SECTION}.runtimes: ${unknownInWords(value, RUNTIME_IDS)}`);
  }
  return selection ?? AUTO;
}

function lookUp(section: unknown, key: string): unknown {
  if (typeof section !== 'object' || section === null) return undefined;
  if (Object.hasOwn(section, key)) return (section as Record<string, unknown>)[key];
  return key.split('.').reduce<unknown>((value, part) => {
    const isMap = typeof value === 'object' && value !== null && Object.hasOwn(value, part);
    return isMap ? (value as Record<string, unknown>)[part] : undefined;
  }, section);
}
