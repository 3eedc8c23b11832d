// What Kiro does with an agent file, by its documentation: the path is the name, and every field is optional.

import type { AgentDocument } from '../../model/document.ts';
import { entryOf } from '../entries.ts';
import { type LoadEvent, type LoadReport, outcomeOf, type Place } from '../runtime.ts';
import {
  type Consequences,
  type DocumentedReading,
  documentedFieldEvents,
  documentedValues,
  readDocumented,
  readingEvents,
} from '../shared/documented.ts';
import { toolMentions } from '../shared/toolMentions.ts';
import { kiroFields } from './fields.ts';
import { idOf } from './places.ts';
import { isToolName } from './tools.ts';

const CONSEQUENCES: Consequences = {
  ofUnknownKey: () => 'none',
  ofInvalidValue: () => ({ effect: 'changes' }),
};

/** Total. */
export function load(document: AgentDocument, place: Place): LoadReport {
  const reading = readDocumented(document);
  const values = documentedValues(reading);
  const text = (key: string): string | null => {
    const value = values.get(key);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const mentions = toolMentions(document.text, entryOf(reading, 'tools')?.value ?? null);
  const names = mentions.map(({ name }) => name);
  // Without front matter there is a prompt all the same.
  const unread = reading.state === 'none' ? [] : readingEvents(reading, 'changes');
  const events = [
    ...unread,
    ...documentedFieldEvents(reading, kiroFields, CONSEQUENCES),
    ...unknownTools(mentions),
  ].sort((one, other) => one.span.start - other.span.start);
  return {
    runtime: 'kiro',
    as: place,
    outcome: outcomeOf(events),
    name: idOf(place),
    description: text('description'),
    tools: hasList(reading) && !names.includes('*') ? names : 'inherit',
    model: text('model'),
    events,
    reading,
  };
}

function hasList(reading: DocumentedReading): boolean {
  const value = entryOf(reading, 'tools')?.value;
  return value?.kind === 'sequence' || (value?.kind === 'scalar' && typeof value.value === 'string');
}

function unknownTools(mentions: ReturnType<typeof toolMentions>): LoadEvent[] {
  return mentions
    .filter(({ name }) => !isToolName(name))
    .map(({ name, span }) => {
      return { cause: 'unknown-tool', effect: 'none', span, field: 'tools', values: { value: name } };
    });
}
