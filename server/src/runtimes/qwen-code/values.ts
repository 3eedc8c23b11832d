// Values as Qwen Code takes them: nearly everything becomes a string.
import type { FieldEntry } from '../entries.ts';
import { plainNode } from '../shared/plainNode.ts';

/** What the front matter says, by key: the last entry counts, and an empty one is none. */
export function valuesOf(entries: readonly FieldEntry[]): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { key, value } of new Map(entries.map((entry) => [entry.key, entry])).values()) {
    const plain = plainNode(value);
    if (plain !== null) values.set(key, plain);
  }
  return values;
}

/** Measured: a number, a boolean and a list become a string. Null where something in it is a mapping, which rejects the file. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return typeof value === 'object' ? null : String(value);
  const parts = value.map(textOf);
  return parts.includes(null) ? null : parts.join(',');
}

/** The names of a list, or of a string with commas between them; null for anything else. What is no string is left out. */
export function namesIn(value: unknown): string[] | null {
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === 'string');
  if (typeof value !== 'string') return null;
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
