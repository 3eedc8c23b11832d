// The front matter of an agent by what it means: each runtime takes the keys it knows, and the rest is kept apart.

import type { YamlNode } from '../../model/yaml.ts';
import { entryOf } from '../entries.ts';
import type { FieldTable } from '../fields.ts';
import type { Approval, Audience, RestField, Setting, Settings, SettingValues } from '../meaning.ts';
import type { LoadReport } from '../runtime.ts';
import { plainNode } from './plainNode.ts';

export interface SettingReader {
  /** Undefined where the key is missing, the runtime does not use its value, or `read` makes nothing of it. */
  take<Value>(key: string, read: (written: unknown) => Value | undefined): Setting<Value> | undefined;
  /** Keys that are told elsewhere. */
  skip(...keys: readonly string[]): void;
  /** What is left. */
  rest(): RestField[];
}

export function createSettingReader(
  { reading, events }: Pick<LoadReport, 'reading' | 'events'>,
  fields: FieldTable,
  plain: (node: YamlNode | null, key: string) => unknown = plainNode,
): SettingReader {
  const told = new Set<string>();
  const ignored = new Set(
    events.flatMap(({ effect, field }) => (effect === 'ignores' && field !== null ? [field] : [])),
  );
  return {
    take(key, read) {
      const entry = entryOf(reading, key);
      if (!entry || ignored.has(key)) return undefined;
      const written = plain(entry.value, key);
      const value = written === null ? undefined : read(written);
      if (value === undefined) return undefined;
      told.add(key);
      return { field: key, value, written };
    },
    skip(...keys) {
      for (const key of keys) told.add(key);
    },
    rest() {
      const last = new Map(reading.entries.map((entry) => [entry.key, entry]));
      return [...last.values()]
        .filter(({ key }) => !told.has(key))
        .map(({ key, value }) => ({ field: key, written: plain(value, key), why: whyLeft(key) }));
    },
  };

  function whyLeft(key: string): RestField['why'] {
    const field = fields.get(key);
    if (!field || field.readBy !== undefined) return 'unknown';
    return ignored.has(key) ? 'ignored' : 'own';
  }
}

/** Settings without those that are not set. */
export function settingsOf(
  all: { readonly [Key in keyof SettingValues]?: Setting<SettingValues[Key]> | undefined },
): Settings {
  return Object.fromEntries(Object.entries(all).filter(([, setting]) => setting !== undefined));
}

export function textOf(written: unknown): string | undefined {
  return typeof written === 'string' && written !== '' ? written : undefined;
}

export function numberOf(written: unknown): number | undefined {
  return typeof written === 'number' && Number.isFinite(written) ? written : undefined;
}

/** As a number, or as a string of digits. */
export function countOf(written: unknown): number | undefined {
  const number = typeof written === 'string' && written.trim() !== '' ? Number(written) : written;
  return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : undefined;
}

/** As a boolean, or as one of the two words. */
export function flagOf(written: unknown): boolean | undefined {
  if (typeof written === 'boolean') return written;
  return written === 'true' ? true : written === 'false' ? false : undefined;
}

/** A list of strings, or one string with commas between them. */
export function namesOf(written: unknown): readonly string[] | undefined {
  const parts = typeof written === 'string' ? written.split(',') : Array.isArray(written) ? written : undefined;
  return parts
    ?.filter((part) => typeof part === 'string')
    .map((part: string) => part.trim())
    .filter((part) => part !== '');
}

export function recordOf(written: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof written === 'object' && written !== null && !Array.isArray(written)
    ? (written as Readonly<Record<string, unknown>>)
    : undefined;
}

/** Agents that wait to be started, as all of a runtime's are: nobody has written it. */
export const STARTED_BY_AGENTS: Setting<Audience> = { field: '', value: 'agents', written: undefined };

/** From the least to the most. */
export const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

/** The level itself, or the highest of the levels that is not above it; undefined for what is no level. */
export function effortWithin(written: string | undefined, levels: readonly string[]): string | undefined {
  const at = (EFFORTS as readonly string[]).indexOf(written ?? '');
  return at < 0 ? undefined : EFFORTS.slice(0, at + 1).findLast((level) => levels.includes(level));
}

/** Of a vocabulary, the word for a mode. */
export function wordFor(modes: Readonly<Record<string, Approval>>, mode: Approval | undefined): string | undefined {
  return Object.entries(modes).find(([, meant]) => meant === mode)?.[0];
}
