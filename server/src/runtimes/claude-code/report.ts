// A load report of Claude Code in the words that all runtimes share: outcome and events.

import type { AgentDocument } from '../../model/document.ts';
import type { Span } from '../../util/text.ts';
import { entryOf } from '../entries.ts';
import type { IgnoredField, IndexedReport } from '../indexed.ts';
import type { Cause, LoadEvent, LoadReport, Outcome, Place, Reading } from '../runtime.ts';

/** `as` is the place it was loaded from. */
export function report(load: IndexedReport, document: AgentDocument, as: Place): LoadReport {
  const events = [
    ...dropEvents(load, document),
    ...readingEvents(load),
    ...toolEvents(load),
    ...load.ignored.map(ignored),
  ];
  return {
    runtime: 'claude-code',
    as,
    outcome: outcomeOf(load, events),
    name: load.name,
    description: load.description,
    tools: load.tools,
    denied: [...new Set([...load.deniedTools, ...load.deniedBySettings.map(({ name }) => name)])],
    model: load.model,
    events: events.sort((one, other) => one.span.start - other.span.start),
    reading: readingOf(load, document),
  };
}

/** What is ignored does not change the agent; what is repaired, lost or refused does. */
function outcomeOf({ loads }: IndexedReport, events: readonly LoadEvent[]): Outcome {
  if (!loads) return 'dropped';
  return events.some(({ effect }) => effect === 'changes' || effect === 'grants-less') ? 'changed' : 'loads';
}

const CAUSES: Readonly<Record<string, Cause>> = {
  'frontmatter/missing': 'no-front-matter',
  'frontmatter/unclosed': 'unclosed-front-matter',
  'frontmatter/unparsable': 'unreadable-yaml',
  'frontmatter/not-a-map': 'not-a-mapping',
  'frontmatter/missing-name': 'missing-name',
  'frontmatter/invalid-name': 'invalid-name',
  'frontmatter/missing-description': 'missing-description',
  'frontmatter/invalid-description': 'invalid-description',
  'frontmatter/invalid-hooks': 'invalid-value',
};

const FIELD_OF: Readonly<Partial<Record<Cause, string>>> = {
  'missing-name': 'name',
  'invalid-name': 'name',
  'missing-description': 'description',
  'invalid-description': 'description',
  'invalid-value': 'hooks',
};

function dropEvents({ loads, reason, reading }: IndexedReport, { frontMatter }: AgentDocument): LoadEvent[] {
  if (loads || reason === null) return [];
  const cause = CAUSES[reason] ?? 'wrong-place';
  const field = FIELD_OF[cause] ?? null;
  const entry = field === null ? undefined : entryOf(reading, field);
  const start: Span = frontMatter.state === 'missing' ? { start: 0, end: 0 } : frontMatter.open;
  const span = reading.error?.span ?? entry?.valueSpan ?? start;
  const values = { key: field ?? '', message: reading.error?.message ?? '' };
  return [{ cause, effect: 'drops-file', span, field, values }];
}

/** Measured: a plugin's agent loads without its fields where they cannot be read. */
function readingEvents({ loads, reading }: IndexedReport): LoadEvent[] {
  const repaired = reading.repairs.map(
    ({ key, valueSpan }): LoadEvent => ({
      cause: 'repaired-yaml',
      effect: 'changes',
      span: valueSpan,
      field: key,
      values: { key },
    }),
  );
  if (!loads || !reading.error) return repaired;
  const { message, span } = reading.error;
  return [...repaired, { cause: 'unreadable-yaml', effect: 'changes', span, field: null, values: { message } }];
}

function toolEvents({ refusedTools }: IndexedReport): LoadEvent[] {
  const told = refusedTools.filter(({ reason }) => reason !== 'disallowed');
  return told.map(({ name, span }) => ({
    cause: 'unknown-tool',
    effect: 'grants-less',
    span,
    field: 'tools',
    values: { key: 'tools', value: name },
  }));
}

function ignored({ field, reason, span }: IgnoredField): LoadEvent {
  const cause = reason.startsWith('not a Claude Code field') ? 'unknown-key' : 'invalid-value';
  return { cause, effect: 'ignores', span, field, values: { key: field, message: reason } };
}

function readingOf({ reading }: IndexedReport, { body, frontMatter }: AgentDocument): Reading {
  const inner = frontMatter.state === 'missing' ? null : frontMatter.inner;
  const { entries, error } = reading;
  const state = reading.state === 'none' && frontMatter.state === 'unclosed' ? 'unclosed' : reading.state;
  return error ? { state, entries, inner, body, error } : { state, entries, inner, body };
}
