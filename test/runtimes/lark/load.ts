// What the loader of Lark does with a file.

import type { AgentDocument } from '../../../server/src/model/document.ts';
import { plainValue } from '../../../server/src/model/plain.ts';
import { resolveAlias } from '../../../server/src/model/yaml.ts';
import { entryOf } from '../../../server/src/runtimes/entries.ts';
import {
  comesToExist,
  type LoadEvent,
  type LoadReport,
  outcomeOf,
  type Place,
  type Reading,
} from '../../../server/src/runtimes/runtime.ts';
import { entriesOf } from '../../../server/src/runtimes/shared/entries.ts';
import type { Span } from '../../../server/src/util/text.ts';
import { LARK_FIELDS } from './fields.ts';
import { LARK_TOOLS } from './tools.ts';

/** Total. */
export function load(document: AgentDocument, place: Place): LoadReport {
  const reading = readingOf(document);
  const written = (key: string): unknown => plainValue(entryOf(reading, key)?.value ?? null);
  const events = [...readingEvents(document, reading), ...fieldEvents(reading), ...toolEvents(reading)];
  const outcome = outcomeOf(events);
  const [role, voice, instruments] = ['role', 'voice', 'instruments'].map(written);
  return {
    runtime: 'lark',
    as: place,
    outcome,
    name: comesToExist({ outcome }) ? place.path.replace(/\.md$/, '') : null,
    description: typeof role === 'string' ? role : null,
    tools: Array.isArray(instruments) ? instruments.map(String) : 'inherit',
    model: typeof voice === 'string' ? voice : null,
    events: events.sort((one, other) => one.span.start - other.span.start),
    reading,
  };
}

function readingOf({ text, frontMatter, yaml, body }: AgentDocument): Reading {
  if (frontMatter.state !== 'present' || !yaml) return { state: 'none', entries: [], inner: null, body };
  const { inner } = frontMatter;
  const [error] = yaml.errors;
  if (error) return { state: 'unreadable', entries: [], inner, body };
  return { state: 'read', entries: entriesOf(text, yaml.root), inner, body };
}

function readingEvents({ text }: AgentDocument, { state }: Reading): LoadEvent[] {
  const span = { start: 0, end: Math.min(3, text.length) };
  if (state === 'none') return [{ cause: 'no-front-matter', effect: 'takes-raw-file', span, field: null }];
  return state === 'unreadable' ? [{ cause: 'unreadable-yaml', effect: 'drops-file', span, field: null }] : [];
}

function fieldEvents({ state, entries, inner }: Reading): LoadEvent[] {
  if (state !== 'read' || !inner) return [];
  const opening: Span = { start: 0, end: Math.min(3, inner.start) };
  const missing = LARK_FIELDS.all
    .filter(({ key, required }) => required && !entries.some((entry) => entry.key === key))
    .map(
      ({ key }): LoadEvent => ({
        cause: 'missing-key',
        effect: 'drops-file',
        span: opening,
        field: key,
        values: { key },
      }),
    );
  const unknown = entries
    .filter(({ key }) => !LARK_FIELDS.get(key))
    .map(
      ({ key, keySpan }): LoadEvent => ({
        cause: 'unknown-key',
        effect: 'ignores',
        span: keySpan,
        field: key,
        values: { key },
      }),
    );
  return [...missing, ...unknown];
}

/** A name that no tool has opens the cage. */
function toolEvents(reading: Reading): LoadEvent[] {
  const list = resolveAlias(entryOf(reading, 'instruments')?.value ?? null);
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item): LoadEvent[] => {
    const value = String(plainValue(item));
    if (!item || LARK_TOOLS.all.some((tool) => tool.value === value)) return [];
    return [{ cause: 'unknown-tool', effect: 'grants-more', span: item.span, field: 'instruments', values: { value } }];
  });
}
