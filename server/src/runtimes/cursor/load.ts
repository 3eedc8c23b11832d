// What Cursor does with an agent file, by its documentation: every field is optional, and there is no list of tools.
import type { AgentDocument } from '../../model/document.ts';
import { type LoadReport, outcomeOf, type Place } from '../runtime.ts';
import {
  type Consequences,
  documentedFieldEvents,
  documentedValues,
  readDocumented,
  readingEvents,
} from '../shared/documented.ts';
import { cursorFields } from './fields.ts';
import { nameOfFile, PLACES } from './places.ts';
import { TOOL_KEYS } from './tools.ts';

/** Every agent of Claude Code may list tools: that Cursor reads its folder too makes this no fault of the file. */
function consequencesIn({ folder }: Place): Consequences {
  const ofTools = folder === PLACES[0]?.path ? 'grants-more' : 'changes';
  return {
    ofUnknownKey: (key) => (TOOL_KEYS.has(key) ? ofTools : 'none'),
    ofInvalidValue: () => ({ effect: 'changes' }),
  };
}

/** Total. */
export function load(document: AgentDocument, place: Place): LoadReport {
  const reading = readDocumented(document);
  const values = documentedValues(reading);
  const text = (key: string): string | null => {
    const value = values.get(key);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  // Without front matter there is a prompt all the same.
  const unread = reading.state === 'none' ? [] : readingEvents(reading, 'changes');
  const events = [...unread, ...documentedFieldEvents(reading, cursorFields, consequencesIn(place))];
  return {
    runtime: 'cursor',
    as: place,
    outcome: outcomeOf(events),
    name: text('name') ?? nameOfFile(place),
    description: text('description'),
    tools: 'inherit',
    model: text('model'),
    events: events.sort((one, other) => one.span.start - other.span.start),
    reading,
  };
}
