// What the loader of Gemini CLI does with an agent file: one fault rejects it, and the others still load.

import type { AgentDocument } from '../../model/document.ts';
import type { Span } from '../../util/text.ts';
import { entryOf, type FieldEntry } from '../entries.ts';
import type { FieldTable } from '../fields.ts';
import { type Cause, comesToExist, type LoadEvent, type LoadReport, outcomeOf, type Place } from '../runtime.ts';
import { nearestSpan } from '../shared/entries.ts';
import { valueAt } from '../shared/plainNode.ts';
import { isLargerThan } from '../shared/size.ts';
import { localFields, remoteFields } from './fields.ts';
import { placeFault } from './places.ts';
import { type GeminiReading, readFrontMatter } from './read.ts';

/** Values of one field that are checked, aliases expanded. */
const MOST_VALUES = 100_000;

type Values = Readonly<Record<string, unknown>>;

/** Total. */
export function load(document: AgentDocument, place: Place): LoadReport {
  const reading = readFrontMatter(document);
  const values = reading.state === 'read' && reading.yaml?.ok ? (reading.yaml.value as Values) : {};
  const isRemote = isRemoteAgent(values);
  const events = [
    ...placeEvents(place),
    ...readingEvents(document, reading),
    ...fieldEvents(reading, values, isRemote),
  ];
  const outcome = outcomeOf(events);
  const exists = comesToExist({ outcome });
  return {
    runtime: 'gemini-cli',
    as: place,
    outcome,
    name: exists ? String(values.name) : null,
    description: typeof values.description === 'string' ? values.description : null,
    tools: isRemote ? null : Array.isArray(values.tools) ? values.tools.map(String) : 'inherit',
    // Measured: an empty string is as good as no model.
    model: typeof values.model === 'string' && values.model !== '' ? values.model : null,
    events: events.sort((one, other) => one.span.start - other.span.start),
    reading,
  };
}

/** Measured: without `kind` the other keys decide. */
function isRemoteAgent({ kind, agent_card_url, agent_card_json }: Values): boolean {
  return kind === 'remote' || (kind === undefined && (agent_card_url !== undefined || agent_card_json !== undefined));
}

function placeEvents(place: Place): LoadEvent[] {
  const fault = placeFault(place);
  if (fault === null) return [];
  const cause = fault === 'nested' ? 'wrong-place' : 'wrong-file-name';
  return [{ cause, effect: 'drops-file', span: { start: 0, end: 0 }, field: null, values: { fault } }];
}

function readingEvents({ text, lines }: AgentDocument, reading: GeminiReading): LoadEvent[] {
  const firstLine = { start: 0, end: lines.lineCount > 1 ? lines.offsetAt({ line: 1, character: 0 }) : text.length };
  switch (reading.state) {
    case 'none':
      return [drops('no-front-matter', firstLine)];
    case 'unclosed':
      return [drops('unclosed-front-matter', firstLine)];
    case 'unreadable':
      return reading.error ? [drops('unreadable-yaml', reading.error.span, { message: reading.error.message })] : [];
    case 'not-a-map':
      return [drops('not-a-mapping', reading.inner ?? firstLine)];
    default:
      return reading.afterClose === null
        ? []
        : [{ cause: 'empty-prompt', effect: 'changes', span: reading.afterClose, field: null }];
  }
}

/** The faults of every field, and those of fields that are missing. */
function fieldEvents(reading: GeminiReading, values: Values, isRemote: boolean): LoadEvent[] {
  if (reading.state !== 'read') return [];
  const fields = isRemote ? remoteFields : localFields;
  const missing = fields.all
    .filter(({ key, required }) => required && values[key] === undefined)
    .map(({ key }) => drops(MISSING[key] ?? 'missing-key', startOf(reading), { key }, key));
  return [
    ...missing,
    ...(isRemote ? cardEvents(reading, values) : []),
    ...reading.entries.flatMap((entry) => entryEvents(entry, reading, values, fields)),
  ];
}

const MISSING: Readonly<Record<string, Cause>> = { name: 'missing-name', description: 'missing-description' };
const INVALID: Readonly<Record<string, Cause>> = { name: 'invalid-name', description: 'invalid-description' };

function entryEvents(entry: FieldEntry, reading: GeminiReading, values: Values, fields: FieldTable): LoadEvent[] {
  const { key, keySpan, valueSpan } = entry;
  const field = fields.get(key);
  if (!field) return [drops('unknown-key', keySpan, { key }, key)];
  // Aliases can make a short text stand for billions of values; nobody means that, and nobody could wait for it.
  if (isLargerThan(values[key], MOST_VALUES)) return [];
  const checked = field.schema.safeParse(values[key]);
  if (checked.success) return [];
  const root = reading.yaml?.ok ? reading.yaml.root : null;
  return checked.error.issues.map(({ path, code }) => {
    const span = path.length > 0 ? (nearestSpan(root, [key, ...path]) ?? valueSpan) : valueSpan;
    const written = valueAt(values[key], path);
    const isName = field.role === 'tools.allow' && typeof written === 'string' && path.length > 0;
    const cause = isName
      ? 'unknown-tool'
      : (INVALID[key] ?? (code === 'invalid_type' ? 'wrong-type' : 'invalid-value'));
    const at = [key, ...path].join('.');
    return drops(
      cause,
      span.end > span.start ? span : keySpan,
      { key: at, value: shown(written), expected: field.shape },
      at,
    );
  });
}

/** A remote agent has exactly one of the two cards. */
function cardEvents(reading: GeminiReading, values: Values): LoadEvent[] {
  const written = ['agent_card_url', 'agent_card_json'].filter((key) => values[key] !== undefined);
  if (written.length === 1) return [];
  const [, second] = written;
  const span = (second !== undefined && entryOf(reading, second)?.keySpan) || startOf(reading);
  const key = second ?? 'agent_card_url';
  const said = { key, expected: 'left out where the other card is given' };
  return [drops(second === undefined ? 'missing-key' : 'invalid-value', span, said, key)];
}

function drops(cause: Cause, span: Span, values: Record<string, string> = {}, field: string | null = null): LoadEvent {
  return { cause, effect: 'drops-file', span, field, values };
}

/** What is missing is shown on the opening fence. */
function startOf({ inner }: GeminiReading): Span {
  return { start: 0, end: Math.min(3, inner?.start ?? 0) };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
