// Which fields the runtime does not use as written: unknown keys, invalid values, plugin limits.

import { type PlainValue, plainValue } from '../../model/plain.ts';
import type { FieldEntry } from '../entries.ts';
import type { IgnoredField, IndexedReading, LoadScope } from '../indexed.ts';
import { claudeCodeFields, RUNTIME_KEYS } from './fields.ts';
import { KEY_STAND_INS, MEMORY_SCOPES } from './vocabulary.ts';

/** In source order, without entries that a later one overrides. */
export function ignoredFields(reading: IndexedReading, scope: LoadScope): IgnoredField[] {
  return reading.entries.flatMap((entry) => {
    if (entry.overridden) return [];
    const reason = ignoredBecause(entry, scope);
    return reason === null ? [] : [{ field: entry.key, reason, span: entry.keySpan }];
  });
}

export function isMemoryScope(value: PlainValue | undefined): boolean {
  return MEMORY_SCOPES.some((scope) => scope.value === value);
}

function ignoredBecause({ key, value: node }: FieldEntry, scope: LoadScope): string | null {
  if (!RUNTIME_KEYS.has(key)) {
    const meant = Object.hasOwn(KEY_STAND_INS, key) ? KEY_STAND_INS[key] : undefined;
    return meant === undefined ? 'not a Claude Code field' : `not a Claude Code field; did you mean \`${meant}\`?`;
  }
  if (claudeCodeFields.get(key)?.ignoredIn?.includes(scope)) return `ignored in ${scope} agents`;
  const wanted = wantedInstead(key, plainValue(node));
  return wanted === null ? null : `not ${wanted}`;
}

/** Fields whose value the runtime checks and ignores if invalid. It accepts other fields as they are. */
const CHECKED = new Set([
  'autoCompactWindow',
  'background',
  'color',
  'effort',
  'experimental',
  'isolation',
  'maxTurns',
  'memory',
  'model',
  'permissionMode',
]);

/** What the value should be, in words, if the runtime does not use it as written. */
function wantedInstead(key: string, value: PlainValue): string | null {
  const field = CHECKED.has(key) ? claudeCodeFields.get(key) : undefined;
  if (!field || field.schema.safeParse(value).success) return null;
  // Measured: an empty permission mode is silently ignored, as if the field were absent.
  if (key === 'permissionMode' && !value) return null;
  return field.shape;
}
