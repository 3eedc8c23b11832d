// Front matter keys that are not fields of Claude Code, by what they were meant as.

import type { AgentDocument } from '../../../../model/document.ts';
import type { FieldEntry } from '../../../entries.ts';
import type { FieldTable } from '../../../fields.ts';
import type { IndexedReading } from '../../../indexed.ts';
import { FOREIGN_KEYS } from '../../vocabulary.ts';
import { lookAlikeOf } from './lookAlikes.ts';
import { meantField } from './meantField.ts';
import { looksLikeText } from './spilledText.ts';

/**
 * `misplaced`: a field in the wrong place; `meant`: nearly the name of a field; `foreign`: known from other tools;
 * `unknown`: anything else.
 */
export type UnknownKey =
  | { readonly kind: 'misplaced'; readonly parent: string }
  | { readonly kind: 'meant'; readonly field: string }
  | { readonly kind: 'foreign'; readonly reader: string }
  | { readonly kind: 'unknown' };

/** Keys that are known one level down. */
const NESTED_KEYS: Readonly<Record<string, string>> = { cacheTtl: 'experimental' };

/** Null for a field, a merge key, and text that only looks like a key. */
export function unknownKey(entry: FieldEntry, fields: FieldTable): UnknownKey | null {
  const { key } = entry;
  if (fields.get(key) || key === '<<' || looksLikeText(entry)) return null;
  const parent = Object.hasOwn(NESTED_KEYS, key) ? NESTED_KEYS[key] : undefined;
  if (parent !== undefined) return { kind: 'misplaced', parent };
  const field = meantField(key);
  if (field !== undefined) return { kind: 'meant', field };
  const reader = Object.hasOwn(FOREIGN_KEYS, key) ? FOREIGN_KEYS[key] : undefined;
  return reader === undefined ? { kind: 'unknown' } : { kind: 'foreign', reader };
}

/** An author writes no more; in a hostile file each would be kept. */
const MOST_KEYS = 100;

/** Keys that may be conventions of a folder: not those that were meant as fields, which do harm however many share them. */
export function conventionKeys(document: AgentDocument, { entries }: IndexedReading, fields: FieldTable): string[] {
  const found = new Set<string>();
  for (const entry of entries.slice(0, MOST_KEYS)) {
    const kind = unknownKey(entry, fields)?.kind;
    if ((kind === 'foreign' || kind === 'unknown') && lookAlikeOf(document, entry)?.key === undefined)
      found.add(entry.key);
  }
  return [...found].sort();
}
