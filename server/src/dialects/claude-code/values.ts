// Which fields of an agent the runtime does not use as written: unknown keys, values out of range, plugin limits.
import type { FieldEntry, IgnoredField, LoadScope, Reading } from '../dialect.ts';
import { type PlainValue, plainValue } from './plain.ts';
import { claudeCodeFields, RUNTIME_KEYS } from './schema.ts';
import {
  CACHE_TTLS,
  COLORS,
  EFFORTS,
  ISOLATIONS,
  KEY_STAND_INS,
  MEMORY_SCOPES,
  PERMISSION_MODES,
} from './vocabulary.ts';

/** In order of writing; entries that a later one overrides are left out. */
export function ignoredFields(reading: Reading, scope: LoadScope): IgnoredField[] {
  return reading.entries.flatMap((entry) => {
    if (entry.overridden) return [];
    const reason = ignoredBecause(entry, scope);
    return reason === null ? [] : [{ field: entry.key, reason, span: entry.keySpan }];
  });
}

export function isMemoryScope(value: PlainValue): boolean {
  return isOneOf(MEMORY_SCOPES, value);
}

function ignoredBecause({ key, value: node }: FieldEntry, scope: LoadScope): string | null {
  if (!RUNTIME_KEYS.has(key)) {
    const meant = Object.hasOwn(KEY_STAND_INS, key) ? KEY_STAND_INS[key] : undefined;
    return meant === undefined ? 'not a field of Claude Code' : `not a field of Claude Code; \`${meant}\` is`;
  }
  if (claudeCodeFields.get(key)?.ignoredIn?.includes(scope)) return `ignored in ${scope} agents`;
  const wanted = wantedInstead(key, plainValue(node));
  return wanted === null ? null : `not ${wanted}`;
}

/** What the value should be, in words, where the runtime does not use it as it stands. */
function wantedInstead(key: string, value: PlainValue): string | null {
  switch (key) {
    case 'color':
      return isOneOf(COLORS, value) ? null : 'one of the eight colours';
    case 'model':
      return typeof value === 'string' && value.trim() !== '' ? null : 'text';
    case 'permissionMode':
      return !value || isOneOf(PERMISSION_MODES, value) ? null : 'a permission mode';
    case 'memory':
      return isMemoryScope(value) ? null : 'user, project or local';
    case 'isolation':
      return isOneOf(ISOLATIONS, value) ? null : 'worktree';
    case 'background':
      return value === true || value === false || value === 'true' || value === 'false' ? null : 'true or false';
    case 'effort':
      return isEffort(value) ? null : 'an effort or a whole number';
    case 'maxTurns':
      return isWholeFrom(1, value) ? null : 'a whole number from 1';
    case 'autoCompactWindow':
      return isWholeFrom(100_000, value) ? null : 'a whole number from 100000';
    case 'experimental':
      return isExperimental(value) ? null : 'a map with `cacheTtl: 5m` or `1h`';
    default:
      return null;
  }
}

function isOneOf(docs: readonly { readonly value: string }[], value: PlainValue): boolean {
  return docs.some((doc) => doc.value === value);
}

/** Measured: case does not count, and a number may stand at the start of any text (`3x` is 3). */
function isEffort(value: PlainValue): boolean {
  const text = String(value);
  return isOneOf(EFFORTS, text.toLowerCase()) || !Number.isNaN(Number.parseInt(text, 10));
}

/** Measured: a number must be whole; of anything else the digits its text starts with count (`10x` and `[10]` are 10). */
function isWholeFrom(minimum: number, value: PlainValue): boolean {
  const number = typeof value === 'number' ? value : Number.parseInt(String(value), 10);
  return Number.isInteger(number) && number >= minimum;
}

function isExperimental(value: PlainValue): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return isOneOf(CACHE_TTLS, value.cacheTtl ?? null);
}
