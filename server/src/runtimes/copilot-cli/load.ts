// What the loader of Copilot CLI does with an agent file: one fault of YAML or of a known field rejects it.
import type { AgentDocument } from '../../model/document.ts';
import type { Span } from '../../util/text.ts';
import { comesToExist, type LoadEvent, type LoadReport, outcomeOf, type Place } from '../runtime.ts';
import { plainOf } from '../shared/libyaml/plain.ts';
import { missingEvents, valueEvents } from './fieldEvents.ts';
import { idOf, placeFault } from './places.ts';
import { type CopilotReading, readFrontMatter } from './read.ts';
import { grantTools } from './toolList.ts';

/** Total. */
export function load(document: AgentDocument, place: Place): LoadReport {
  const reading = readFrontMatter(document);
  const values = valuesOf(reading);
  const granted = grantTools(document.text, values.tools, reading);
  const events = [
    ...placeEvents(place),
    ...readingEvents(reading),
    ...missingEvents(reading, values),
    ...valueEvents(reading, values),
    ...granted.events,
  ].sort((one, other) => one.span.start - other.span.start);
  const outcome = outcomeOf(events);
  return {
    runtime: 'copilot-cli',
    as: place,
    outcome,
    name: comesToExist({ outcome }) ? idOf(place) : null,
    description: typeof values.description === 'string' ? values.description : null,
    tools: granted.tools,
    model: modelOf(values.model),
    events,
    reading,
  };
}

function valuesOf({ state, tree }: CopilotReading): Readonly<Record<string, unknown>> {
  const value = state === 'read' ? plainOf(tree?.root ?? null) : null;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Measured: of a list, the first is what it holds. */
function modelOf(model: unknown): string | null {
  const first: unknown = Array.isArray(model) ? model[0] : model;
  return typeof first === 'string' ? first : null;
}

function placeEvents(place: Place): LoadEvent[] {
  const fault = placeFault(place);
  if (fault === null) return [];
  const cause = fault === 'elsewhere' ? 'wrong-place' : 'wrong-file-name';
  return [{ cause, effect: 'drops-file', span: { start: 0, end: 0 }, field: null, values: { fault } }];
}

function readingEvents({ state, open, inner, tree }: CopilotReading): LoadEvent[] {
  const drops = (cause: LoadEvent['cause'], span: Span, values?: LoadEvent['values']): LoadEvent[] => [
    { cause, effect: 'drops-file', span, field: null, ...(values ? { values } : {}) },
  ];
  switch (state) {
    case 'none':
      return drops('no-front-matter', open);
    case 'unclosed':
      return drops('unclosed-front-matter', open);
    case 'not-a-map':
      return drops('not-a-mapping', inner ?? open);
    case 'unreadable': {
      const error = tree?.errors[0];
      if (!error) return [];
      const cause = error.code === 'duplicate-key' ? 'duplicate-key' : 'unreadable-yaml';
      return drops(cause, error.span, { message: error.plain, original: error.message });
    }
    default:
      return [];
  }
}
