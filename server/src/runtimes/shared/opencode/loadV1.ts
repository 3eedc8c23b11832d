// What a loader of the first OpenCode's kind does with an agent file. OpenCode V1 and Kilo share it, but for a few answers.

import type { AgentDocument } from '../../../model/document.ts';
import { entryOf } from '../../entries.ts';
import type { FieldTable } from '../../fields.ts';
import {
  comesToExist,
  type Effect,
  type LoadEvent,
  type LoadReport,
  outcomeOf,
  type Place,
  type RuntimeId,
} from '../../runtime.ts';
import {
  descriptionEvents,
  nameEvents,
  placeEvents,
  readingEvents,
  ruleEvents,
  unusableModel,
  unusedKey,
} from './events.ts';
import { fieldFaults } from './fieldFaults.ts';
import { leavesOthers, rulesOf, toolsUnder } from './permissions.ts';
import { idOf, isMode } from './places.ts';
import { type MatterReading, readMatter } from './read.ts';
import type { Rewriting } from './repair.ts';
import { offRules } from './tools.ts';

export interface V1Report extends LoadReport {
  readonly reading: MatterReading;
}

export interface V1Loader {
  readonly runtime: RuntimeId;
  readonly fields: FieldTable;
  /** What a value of the wrong kind does; in a folder of modes it drops the file. Measured. */
  readonly fault: Effect;
  readonly rewriting: Rewriting;
  /** The names of its tools, and those an agent of a file has only where a rule of its own says so. */
  readonly tools: readonly string[];
  readonly off: readonly string[];
  /** Agents it brings; a file of that name changes one of them. */
  readonly builtIn: ReadonlySet<string>;
}

/** Total. */
export function loadV1(document: AgentDocument, place: Place, loader: V1Loader): V1Report {
  const reading = readMatter(document, { byteOrderMarks: 1, rewriting: loader.rewriting });
  const { values } = reading;
  const faults = fieldFaults(reading, loader.fields, isMode(place) ? 'drops-file' : loader.fault);
  const known = faults.length === 0 ? rulesOf(values) : { rules: [], replaced: [] };
  const written = typeof values.name === 'string' ? values.name : idOf(place);
  const nameEntry = typeof values.name === 'string' ? (entryOf(reading, 'name') ?? null) : null;
  const unread = placeEvents(place);
  const whatItSays = (): LoadEvent[] => [
    // Measured: the value that is read thanks to the retry is gone when the same process loads the file again.
    ...readingEvents(document, reading, 'grants-more'),
    ...faults,
    ...ruleEvents(reading, known),
    ...keyEvents(reading, place, loader),
    ...nameEvents(reading, nameEntry, written, loader.builtIn),
    ...descriptionEvents(document, reading),
  ];
  const events = unread.length > 0 ? unread : whatItSays();
  const outcome = outcomeOf(events);
  return {
    runtime: loader.runtime,
    as: place,
    outcome,
    name: comesToExist({ outcome }) ? written : null,
    description: typeof values.description === 'string' ? values.description : null,
    tools: known.rules.length === 0 ? 'inherit' : toolsUnder([...offRules(loader.off), ...known.rules], loader.tools),
    isRemainder: known.rules.length > 0 && leavesOthers(known.rules),
    model: typeof values.model === 'string' ? values.model : null,
    events: events.sort((one, other) => one.span.start - other.span.start),
    reading,
  };
}

/** What only the second OpenCode reads, and what takes its place here. */
const V2_KEYS: ReadonlyMap<string, [why: string, effect: Effect]> = new Map([
  ['permissions', ['only OpenCode V2 reads it, so it restricts nothing; write `permission` instead', 'grants-more']],
  ['disabled', ['only OpenCode V2 reads it; write `disable` instead', 'changes']],
]);

function keyEvents(reading: MatterReading, place: Place, { fields }: V1Loader): LoadEvent[] {
  const { entries, values } = reading;
  return entries.flatMap((entry): LoadEvent[] => {
    const { key, keySpan } = entry;
    if (key === 'prompt') return [unusedKey(entry, 'the body of the file is the prompt')];
    if (key === 'maxSteps' && values.steps !== undefined) return [unusedKey(entry, '`steps` counts instead')];
    if (key === 'mode' && isMode(place) && values.mode !== 'primary') {
      return [unusedKey(entry, 'every agent in a folder of modes is `primary`', 'changes')];
    }
    if (key === 'disable' && values.disable === true) {
      return [{ cause: 'disabled', effect: 'turns-off', span: keySpan, field: key, values: { key } }];
    }
    if (key === 'model') return unusableModel(entry, values);
    if (fields.get(key)) return [];
    const [why, effect] = V2_KEYS.get(key) ?? [];
    if (why !== undefined) return [unusedKey(entry, why, effect)];
    return [{ cause: 'unknown-key', effect: 'ignores', span: keySpan, field: key, values: { key } }];
  });
}
