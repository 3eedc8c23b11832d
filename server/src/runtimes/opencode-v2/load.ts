// What the loader of OpenCode V2 does with an agent file: one key it does not know, and it reads the file as V1 did.

import type { AgentDocument } from '../../model/document.ts';
import type { FieldEntry } from '../entries.ts';
import { comesToExist, type LoadEvent, outcomeOf, type Place } from '../runtime.ts';
import {
  descriptionEvents,
  nameEvents,
  placeEvents,
  readingEvents,
  ruleEvents,
  unusableModel,
  unusedKey,
} from '../shared/opencode/events.ts';
import { fieldFaults } from '../shared/opencode/fieldFaults.ts';
import type { V1Report } from '../shared/opencode/loadV1.ts';
import { leavesOthers, type PermissionRule, rulesOf, toolsUnder } from '../shared/opencode/permissions.ts';
import { idOf, isMode } from '../shared/opencode/places.ts';
import { type MatterReading, readMatter, type Values } from '../shared/opencode/read.ts';
import { BUILT_IN_AGENTS, OFF_TOOLS, offRules, toolNames } from '../shared/opencode/tools.ts';
import { legacyFields, v2Fields } from './fields.ts';
import { measuredName, v2Tools } from './tools.ts';

const TOOLS = toolNames(v2Tools.all);

/** Total. */
export function load(document: AgentDocument, place: Place): V1Report {
  const reading = readMatter(document, { byteOrderMarks: 2, rewriting: 'block' });
  const { values } = reading;
  const legacy = legacyKey(reading);
  const faults = fieldFaults(reading, legacy === null ? v2Fields : legacyFields, 'drops-file');
  const known = faults.length === 0 ? heldRules(values, legacy !== null) : { rules: [], replaced: [] };
  const unread = placeEvents(place);
  const whatItSays = (): LoadEvent[] => [
    ...emptyEvents(document),
    ...readingEvents(document, reading, 'changes'),
    ...faults,
    ...ruleEvents(reading, known),
    ...reading.entries.flatMap((entry) => keyEvents(entry, values, place, legacy)),
    ...nameEvents(reading, null, idOf(place), BUILT_IN_AGENTS),
    ...descriptionEvents(document, reading),
  ];
  const events = unread.length > 0 ? unread : whatItSays();
  const outcome = outcomeOf(events);
  return {
    runtime: 'opencode-v2',
    as: place,
    outcome,
    name: comesToExist({ outcome }) ? idOf(place) : null,
    description: typeof values.description === 'string' ? values.description : null,
    tools:
      known.rules.length === 0
        ? 'inherit'
        : toolsUnder([...offRules(OFF_TOOLS), ...known.rules.map(inMeasuredName)], TOOLS),
    isRemainder: known.rules.length > 0 && leavesOthers(known.rules),
    model: typeof values.model === 'string' ? values.model : null,
    events: events.sort((one, other) => one.span.start - other.span.start),
    reading,
  };
}

/** Keys that V1 does not have, and that say something. */
const ONLY_V2: ReadonlySet<string> = new Set(['permissions', 'request', 'disabled']);

/** V1 owns the same folders. A file with keys of V2 alone, and one that V1 does not have, is one of V2. */
export function isMeant({ keyLines, text }: AgentDocument): boolean {
  const isV2 =
    keyLines.every(({ key }) => v2Fields.get(key) !== undefined) && keyLines.some(({ key }) => ONLY_V2.has(key));
  const permissions = keyLines.find(({ key }) => key === 'permissions')?.valueSpan;
  // A mapping under this key is V1's `permission`, misspelled.
  return isV2 && (!permissions || /^\s*[-[]/.test(text.slice(permissions.start, permissions.end)));
}

/** Whether the keys make it a file of V1. */
export function isLegacy(entries: readonly FieldEntry[]): boolean {
  return legacyKey({ entries }) !== null;
}

/** The first key that makes the file one of V1; null in a file of V2. */
function legacyKey({ entries }: Pick<MatterReading, 'entries'>): string | null {
  return entries.find(({ key }) => v2Fields.get(key) === undefined)?.key ?? null;
}

/** The rules by which the agent is held. Of a file that is read as V1 did, `permissions` is an option of the provider. */
export function heldRules(values: Values, isLegacy: boolean): ReturnType<typeof rulesOf> {
  if (isLegacy) return rulesOf(values);
  const written = Array.isArray(values.permissions) ? (values.permissions as Record<string, string>[]) : [];
  const rules = written.map(
    ({ action = '', resource = '', effect }, index): PermissionRule => ({
      permission: action,
      pattern: resource,
      action: effect as PermissionRule['action'],
      path: ['permissions', index],
    }),
  );
  return { rules, replaced: [] };
}

function inMeasuredName(rule: PermissionRule): PermissionRule {
  return { ...rule, permission: measuredName(rule.permission) };
}

/** Measured: a file of no characters is passed over. */
function emptyEvents({ text }: AgentDocument): LoadEvent[] {
  if (text !== '') return [];
  return [{ cause: 'empty-prompt', effect: 'drops-file', span: { start: 0, end: 0 }, field: null }];
}

function keyEvents(entry: FieldEntry, values: Values, place: Place, legacy: string | null): LoadEvent[] {
  const { key, keySpan } = entry;
  if (key === 'system' || key === 'prompt') return [unusedKey(entry, 'the body of the file is the prompt')];
  if (key === 'name') return [unusedKey(entry, 'an agent is called by its path below the folder')];
  if (key === 'mode' && isMode(place) && values.mode !== 'primary') {
    return [unusedKey(entry, 'every agent in a folder of modes is `primary`', 'changes')];
  }
  if (key === 'maxSteps' && values.steps !== undefined) return [unusedKey(entry, '`steps` counts instead')];
  if (key === (legacy === null ? 'disabled' : 'disable') && values[key] === true) {
    return [{ cause: 'disabled', effect: 'turns-off', span: keySpan, field: key, values: { key } }];
  }
  if (key === 'model') return unusableModel(entry, values);
  if (legacy === null || legacyFields.get(key)) return [];
  if (v2Fields.get(key)) {
    const effect = key === 'permissions' ? 'grants-more' : 'changes';
    return [{ cause: 'mixed-keys', effect, span: keySpan, field: key, values: { key, because: legacy } }];
  }
  return [{ cause: 'unknown-key', effect: 'ignores', span: keySpan, field: key, values: { key } }];
}
