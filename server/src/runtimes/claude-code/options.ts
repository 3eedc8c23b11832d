// The fields that say how an agent runs, as the runtime takes them: what it ignores is left out.

import { countingPairs, keyName, type PlainValue, plainValue } from '../../model/plain.ts';
import { resolveAlias } from '../../model/yaml.ts';
import type { FieldEntry } from '../entries.ts';
import type { IgnoredField } from '../indexed.ts';
import type { AgentOptions } from '../powers.ts';
import { HOOK_EVENTS } from './vocabulary.ts';

/** The entries that count, by key. */
export type Fields = ReadonlyMap<string, FieldEntry>;

export function readOptions(fields: Fields, ignored: readonly IgnoredField[]): Omit<AgentOptions, 'mcpServers'> {
  const lost = new Set(ignored.map(({ field }) => field));
  const value = (key: string): PlainValue => {
    const entry = lost.has(key) ? undefined : fields.get(key);
    return entry ? plainValue(entry.value) : null;
  };
  const text = (key: string): string | null => {
    const found = value(key);
    return found === null || found === '' ? null : String(found);
  };
  return {
    hooks: lost.has('hooks') ? [] : hookEvents(fields),
    skills: namesOf(value('skills')),
    memory: text('memory'),
    isolation: text('isolation'),
    background: asFlag(text('background')),
    maxTurns: asNumber(text('maxTurns')),
    effort: text('effort')?.toLowerCase() ?? null,
    permissionMode: text('permissionMode'),
  };
}

/** Events that have something to run. */
function hookEvents(fields: Fields): string[] {
  const node = resolveAlias(fields.get('hooks')?.value ?? null);
  if (node?.kind !== 'map') return [];
  return countingPairs(node).flatMap(({ key, value }) => {
    const list = resolveAlias(value);
    const runs = list?.kind === 'sequence' && list.items.length > 0;
    return runs && HOOK_EVENTS.includes(keyName(key)) ? [keyName(key)] : [];
  });
}

/** Measured: commas and blanks separate names, in the elements of a list as well. */
function namesOf(value: PlainValue): string[] {
  const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
  return texts.flatMap((each) => each.match(/[^,\s]+/g) ?? []);
}

function asFlag(text: string | null): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null;
}

function asNumber(text: string | null): number | null {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isNaN(number) ? null : number;
}
