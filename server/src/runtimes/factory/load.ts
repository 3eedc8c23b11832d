// What Factory does with a droid, by its documentation: its validator refuses names, models and tools it does not know.

import type { AgentDocument } from '../../model/document.ts';
import { entryOf } from '../entries.ts';
import { comesToExist, type LoadEvent, type LoadReport, outcomeOf, type Place } from '../runtime.ts';
import {
  type Consequences,
  type DocumentedReading,
  documentedFieldEvents,
  documentedValues,
  readDocumented,
  readingEvents,
} from '../shared/documented.ts';
import { toolMentions } from '../shared/toolMentions.ts';
import { factoryFields } from './fields.ts';
import { isRead, nameOfFile } from './places.ts';
import { CATEGORIES, isToolName } from './tools.ts';

const CONSEQUENCES: Consequences = {
  ofUnknownKey: () => 'none',
  ofInvalidValue: (key) => {
    if (key === 'name') return { cause: 'invalid-name', effect: 'drops-file' };
    if (key === 'description') return { cause: 'invalid-description', effect: 'changes' };
    return { effect: key === 'model' ? 'drops-file' : 'changes' };
  },
};

type Values = ReadonlyMap<string, unknown>;

/** Total. */
export function load(document: AgentDocument, place: Place): LoadReport {
  const reading = readDocumented(document);
  const values = documentedValues(reading);
  const events = [
    ...placeEvents(place),
    ...readingEvents(reading, 'drops-file'),
    ...missingEvents(reading, values, document.text),
    ...documentedFieldEvents(reading, factoryFields, CONSEQUENCES),
    ...toolEvents(reading, document.text),
  ].sort((one, other) => one.span.start - other.span.start);
  const outcome = outcomeOf(events);
  const text = (key: string): string | null => {
    const value = values.get(key);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    runtime: 'factory',
    as: place,
    outcome,
    name: comesToExist({ outcome }) ? (text('name') ?? nameOfFile(place)) : null,
    description: text('description'),
    tools: toolsIn(values.get('tools')),
    model: text('model'),
    events,
    reading,
  };
}

function toolsIn(value: unknown): LoadReport['tools'] {
  if (typeof value === 'string') return CATEGORIES.get(value) ?? 'inherit';
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : 'inherit';
}

function placeEvents(place: Place): LoadEvent[] {
  if (isRead(place)) return [];
  return [{ cause: 'wrong-place', effect: 'drops-file', span: { start: 0, end: 0 }, field: null }];
}

/** What a droid needs, and what the validator only warns about. */
function missingEvents({ state, open, body, isTooLong }: DocumentedReading, values: Values, text: string): LoadEvent[] {
  if (state !== 'read' || isTooLong) return [];
  const events: LoadEvent[] = [];
  if ((values.get('name') ?? null) === null) {
    events.push({ cause: 'missing-name', effect: 'drops-file', span: open, field: 'name' });
  }
  if ((values.get('description') ?? null) === null) {
    events.push({ cause: 'missing-description', effect: 'none', span: open, field: 'description' });
  }
  if (text.slice(body.start, body.end).trim() === '') {
    events.push({ cause: 'empty-prompt', effect: 'drops-file', span: open, field: null });
  }
  return events;
}

function toolEvents(reading: DocumentedReading, text: string): LoadEvent[] {
  const node = entryOf(reading, 'tools')?.value ?? null;
  // A string is a category, which its field checks.
  if (node?.kind !== 'sequence') return [];
  return toolMentions(text, node)
    .filter(({ name }) => !isToolName(name))
    .map(({ name, span }) => {
      return { cause: 'unknown-tool', effect: 'drops-file', span, field: 'tools', values: { value: name } };
    });
}
