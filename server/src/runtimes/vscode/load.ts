// What VS Code does with an agent file: it always loads, and leaves out what it does not take.

import type { AgentDocument } from '../../model/document.ts';
import { type Span, slice, trimSpan } from '../../util/text.ts';
import { entryOf } from '../entries.ts';
import { type LoadEvent, type LoadReport, outcomeOf, type Place } from '../runtime.ts';
import { eventAt } from './checkValue.ts';
import { claudeEvents } from './claudeEvents.ts';
import { fieldEvents } from './fieldEvents.ts';
import { modelForClaude } from './models.ts';
import { isRead, nameOfFile } from './places.ts';
import { readFrontMatter, type VsCodeReading } from './read.ts';
import { type Target, targetOf } from './target.ts';
import { toolNames } from './toolEvents.ts';
import { toolsForClaude } from './tools.ts';
import { scalarText } from './values.ts';
import { WHY_LOST } from './words.ts';

/** Total. */
export function load(document: AgentDocument, place: Place): LoadReport {
  const reading = readFrontMatter(document);
  const target = targetOf(reading, place);
  const exists = isRead(place);
  const events = exists ? eventsOf(document, place, reading, target) : [unread(place)];
  const text = (key: string): string | null => scalarText(entryOf(reading, key)?.value ?? null);
  return {
    runtime: 'vscode',
    as: place,
    outcome: outcomeOf(events),
    name: exists ? (text('name') ?? nameOfFile(place)) : null,
    description: text('description'),
    tools: toolsIn(reading, target),
    model: modelIn(reading, target),
    events: events
      .map((event) => ({ ...event, span: trimSpan(document.text, event.span) }))
      .sort((one, other) => one.span.start - other.span.start),
    reading,
  };
}

function toolsIn(reading: VsCodeReading, target: Target): 'inherit' | string[] {
  const entry = entryOf(reading, 'tools');
  const names = entry ? toolNames(entry) : null;
  if (names === null) return 'inherit';
  return target === 'claude' ? names.flatMap((name) => toolsForClaude(name) ?? []) : names;
}

/** Of a list the first: which of them is available is known to the editor alone. */
function modelIn(reading: VsCodeReading, target: Target): string | null {
  const node = entryOf(reading, 'model')?.value ?? null;
  const name = scalarText(node?.kind === 'sequence' ? (node.items[0] ?? null) : node);
  if (name === null || name === '') return null;
  return target === 'claude' ? modelForClaude(name) : name;
}

function unread({ path }: Place): LoadEvent {
  const cause = path.includes('/') ? 'wrong-place' : 'wrong-file-name';
  return { cause, effect: 'drops-file', span: { start: 0, end: 0 }, field: null };
}

function eventsOf(document: AgentDocument, place: Place, reading: VsCodeReading, target: Target): LoadEvent[] {
  const own = target === 'claude' ? claudeEvents(reading) : fieldEvents(reading, target);
  return [...fileNameEvents(document, place), ...readingEvents(document, reading), ...own];
}

function fileNameEvents({ lines }: AgentDocument, { path }: Place): LoadEvent[] {
  if (!path.endsWith('.chatmode.md')) return [];
  const newName = path.replace(/\.chatmode\.md$/, '.agent.md');
  const span = lines.lineSpan(0);
  return [{ cause: 'outdated-file-name', effect: 'none', span, field: null, values: { newName } }];
}

function readingEvents({ lines, text }: AgentDocument, reading: VsCodeReading): LoadEvent[] {
  const { state, inner } = reading;
  const first = lines.lineSpan(0);
  if (state === 'none') return [{ cause: 'no-front-matter', effect: 'none', span: first, field: 'description' }];
  const events = reading.errors.flatMap((error): LoadEvent[] => errorEvents(error, text));
  if (state === 'unclosed')
    events.push({ cause: 'unclosed-front-matter', effect: 'changes', span: first, field: null });
  if (state === 'not-a-map' && inner) {
    return [...events, { cause: 'not-a-mapping', effect: 'changes', span: inner, field: null }];
  }
  if (reading.rest) events.push(lostLines(reading.rest, text));
  if (state === 'read' && !entryOf(reading, 'description')) {
    events.push({ cause: 'missing-description', effect: 'none', span: first, field: 'description' });
  }
  return events;
}

/** Empty values of fields are told by the fields themselves. */
function errorEvents({ code, message, span }: VsCodeReading['errors'][number], text: string): LoadEvent[] {
  if (code === 'duplicate-key') {
    return [eventAt({ cause: 'duplicate-key', effect: 'ignores', span, field: slice(text, span), values: {} })];
  }
  return code === 'missing-value'
    ? []
    : [{ cause: 'unreadable-yaml', effect: 'changes', span, field: null, values: { message } }];
}

/** Without its `tools` an agent has every tool. */
function lostLines(span: Span, text: string): LoadEvent {
  const hasTools = /^[ \t]{0,100}tools[ \t]{0,100}:/m.test(slice(text, span));
  const cost = hasTools ? WHY_LOST.tools : WHY_LOST.lines;
  return { cause: 'lost-lines', effect: hasTools ? 'grants-more' : 'ignores', span, field: null, values: { cost } };
}
