// What VS Code does with an agent file: it always loads, and leaves out what it does not take.
import type { AgentDocument } from '../../model/document.ts';
import type { Span } from '../../util/text.ts';
import { entryOf, type FieldEntry, type LoadEvent, type LoadReport, outcomeOf, type Place } from '../runtime.ts';
import { nodeAt } from '../shared/jsYaml.ts';
import { plainNode, valueAt } from '../shared/plainNode.ts';
import { GITHUB_FIELDS, vscodeFields } from './fields.ts';
import { isRead, nameOfFile } from './places.ts';
import { readFrontMatter, type VsCodeReading } from './read.ts';

/** Total. */
export function load(document: AgentDocument, place: Place): LoadReport {
  const reading = readFrontMatter(document);
  const read = (key: string): unknown => {
    const entry = entryOf(reading, key);
    return entry && plainNode(entry.value);
  };
  const events = isRead(place)
    ? [...readingEvents(document, reading), ...fieldEvents(document, reading)]
    : [unread(place)];
  const name = read('name');
  const description = read('description');
  const exists = isRead(place);
  return {
    runtime: 'vscode',
    as: place,
    outcome: outcomeOf(events),
    name: exists ? (typeof name === 'string' && name !== '' ? name : nameOfFile(place)) : null,
    description: typeof description === 'string' ? description : null,
    tools: toolsIn(read('tools')),
    model: modelIn(read('model')),
    events: events.sort((one, other) => one.span.start - other.span.start),
    reading,
  };
}

function toolsIn(value: unknown): 'inherit' | string[] {
  if (typeof value === 'string')
    return value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  return Array.isArray(value)
    ? value.filter((name): name is string => typeof name === 'string' && name !== '')
    : 'inherit';
}

/** Of a list the first: which of them is available is known to the editor alone. */
function modelIn(value: unknown): string | null {
  const [first] = Array.isArray(value) ? value : [value];
  return typeof first === 'string' && first !== '' ? first : null;
}

function unread({ path }: Place): LoadEvent {
  const cause = path.includes('/') ? 'wrong-place' : 'wrong-file-name';
  return { cause, effect: 'drops-file', span: { start: 0, end: 0 }, field: null };
}

function readingEvents({ lines }: AgentDocument, reading: VsCodeReading): LoadEvent[] {
  const fence = lines.lineSpan(0);
  if (reading.state === 'unclosed')
    return [{ cause: 'unclosed-front-matter', effect: 'changes', span: fence, field: null }];
  if (reading.state !== 'read' || reading.isForgiven || entryOf(reading, 'description')) return [];
  return [{ cause: 'missing-description', effect: 'none', span: fence, field: 'description' }];
}

function fieldEvents({ text }: AgentDocument, reading: VsCodeReading): LoadEvent[] {
  if (reading.isForgiven) return [];
  return reading.entries.flatMap((entry) => entryEvents(entry, reading, text));
}

function entryEvents(
  { key, keySpan, value, valueSpan }: FieldEntry,
  { root }: VsCodeReading,
  text: string,
): LoadEvent[] {
  const field = vscodeFields.get(key);
  if (!field) {
    if (GITHUB_FIELDS.has(key)) return [];
    return [{ cause: 'unknown-key', effect: 'ignores', span: keySpan, field: key, values: { key } }];
  }
  const plain = plainNode(value);
  const checked = field.schema.safeParse(plain);
  if (checked.success) return [];
  return checked.error.issues.slice(0, 20).map(({ path }) => {
    const span = path.length > 0 ? (nodeAt(root, [key, ...path])?.span ?? valueSpan) : valueSpan;
    const at = [key, ...path].join('.');
    const values = { key: at, expected: field.shape };
    const shown = span.end > span.start ? trimmed(span, text) : keySpan;
    const isMissing = path.length > 0 && valueAt(plain, path) === undefined;
    const cause = isMissing ? 'missing-key' : path.length > 0 ? 'invalid-value' : 'wrong-type';
    return { cause, effect: 'ignores', span: shown, field: at, values };
  });
}

/** A block ends with the line break of its last line. */
function trimmed({ start, end }: Span, text: string): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
