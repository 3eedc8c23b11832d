// What the loader of Qwen Code does with an agent file: faults of name, description and prompt reject it in silence, and
// nearly everything else is taken as well as it can be.
import type { AgentDocument } from '../../model/document.ts';
import type { Span } from '../../util/text.ts';
import { comesToExist, type LoadEvent, type LoadReport, outcomeOf, type Place } from '../runtime.ts';
import { valueAt } from '../shared/plainNode.ts';
import { executorEvents } from './executor.ts';
import { missingEvents, valueEvents } from './fieldEvents.ts';
import { placeFault } from './places.ts';
import { type QwenReading, readFrontMatter } from './read.ts';
import { grantTools } from './toolList.ts';
import { textOf, valuesOf } from './values.ts';

/** In UTF-16 units, measured. */
export const SHORTEST_PROMPT = 10;

/** Total. */
export function load(document: AgentDocument, place: Place): LoadReport {
  const reading = readFrontMatter(document);
  const values = valuesOf(reading.entries);
  const granted = grantTools(document.text, values, reading);
  const events = [
    ...placeEvents(place),
    ...readingEvents(reading),
    ...executorEvents(reading),
    ...missingEvents(reading, values),
    ...valueEvents(document.text, reading),
    ...granted.events,
    ...promptEvents(reading),
  ].sort((one, other) => one.span.start - other.span.start);
  const outcome = outcomeOf(events);
  return {
    runtime: 'qwen-code',
    as: place,
    outcome,
    name: comesToExist({ outcome }) ? textOf(values.get('name')) : null,
    description: textOf(values.get('description')) || null,
    tools: granted.tools,
    denied: granted.denied,
    model: modelOf(values),
    events,
    reading,
  };
}

function modelOf(values: ReadonlyMap<string, unknown>): string | null {
  const older = valueAt(values.get('modelConfig'), ['model']);
  return textOf(values.get('model')) || (typeof older === 'string' && older !== '' ? older : null);
}

function placeEvents(place: Place): LoadEvent[] {
  const fault = placeFault(place);
  if (fault === null) return [];
  const cause = fault === 'elsewhere' ? 'wrong-place' : 'wrong-file-name';
  return [{ cause, effect: 'drops-file', span: { start: 0, end: 0 }, field: null, values: { fault } }];
}

function readingEvents({ state, open, nearClose, fault, misread }: QwenReading): LoadEvent[] {
  switch (state) {
    case 'none':
      return [{ cause: 'no-front-matter', effect: 'drops-file', span: open, field: null }];
    case 'unclosed':
      return [{ cause: 'unclosed-front-matter', effect: 'drops-file', span: nearClose ?? open, field: null }];
    default: {
      if (!fault) return [];
      // On the line of the fault itself the lenient reader mostly finds what was meant.
      const effect = misread.some((line) => !touches(line, fault.span)) ? 'changes' : 'none';
      const values = { message: fault.message };
      return [{ cause: 'repaired-yaml', effect, span: fault.span, field: null, values }];
    }
  }
}

function touches(line: Span, { start }: Span): boolean {
  return line.start <= start && start <= line.end;
}

function promptEvents({ state, prompt, open, body }: QwenReading): LoadEvent[] {
  if ((state !== 'read' && state !== 'repaired') || prompt.length >= SHORTEST_PROMPT) return [];
  const span = prompt === '' ? open : body;
  return [{ cause: 'empty-prompt', effect: 'drops-file', span, field: null }];
}
