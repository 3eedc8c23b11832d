// What runtimes of which only the documentation is known have in common: front matter as every example shows it, and fields
// of which the shape is known, but not what happens to another value.

import type * as z from 'zod';
import type { AgentDocument } from '../../model/document.ts';
import { parseYaml, resolveAlias, type YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { FieldEntry } from '../entries.ts';
import type { Evidence, FieldTable } from '../fields.ts';
import type { Cause, Effect, LoadEvent, Reading } from '../runtime.ts';
import { entriesOf, nearestSpan } from './entries.ts';
import { expectedBy } from './expected.ts';
import { plainNode, valueAt } from './plainNode.ts';
import { plainFault } from './yamlFault.ts';

/** Facts of one page. `verifiedOn` is `yyyy-mm-dd`. */
export function documentedOn(url: string, verifiedOn: string): (detail: string) => Evidence {
  return (detail) => ({ source: 'documentation', detail, url, verifiedOn });
}

export interface DocumentedReading extends Reading {
  readonly root: YamlNode | null;
  /** The line that opens the front matter; the first line of the file where there is none. */
  readonly open: Span;
  /** Longer than anyone writes, so nothing in it was read and nothing is said about it. */
  readonly isTooLong: boolean;
}

/** Of the front matter, in UTF-16 units. Reading more would keep people waiting for what nobody documents. */
const LONGEST = 500_000;

const OPEN = /^\uFEFF?---[ \t]*\r?\n/;

/** One reading for all of them: they are known to read alike because nothing else is known. */
const readings = new WeakMap<AgentDocument, DocumentedReading>();

/** Total. Between two lines of `---`, YAML. */
export function readDocumented(document: AgentDocument): DocumentedReading {
  let reading = readings.get(document);
  if (!reading) {
    reading = read(document);
    readings.set(document, reading);
  }
  return reading;
}

function read({ text, lines }: AgentDocument): DocumentedReading {
  const open = lines.lineSpan(0);
  const nothing = { entries: [], root: null, open, inner: null, isTooLong: false } as const;
  const opened = OPEN.exec(text);
  if (!opened) return { ...nothing, state: 'none', body: { start: 0, end: text.length } };
  const start = opened[0].length;
  const close = /^---[ \t]*\r?$/m.exec(text.slice(start));
  if (!close) return { ...nothing, state: 'unclosed', body: { start: text.length, end: text.length } };
  const inner = { start, end: start + close.index };
  const body = { start: Math.min(text.length, inner.end + close[0].length + 1), end: text.length };
  if (inner.end - inner.start > LONGEST) return { ...nothing, state: 'read', inner, body, isTooLong: true };
  const source = text.slice(inner.start, inner.end);
  const { root, errors } = parseYaml(source, (offset) => inner.start + Math.min(offset, source.length));
  const [error] = errors;
  const rest = { root, open, inner, body, isTooLong: false };
  if (error) return { ...rest, state: 'unreadable', entries: [], error: plainFault(error, text) };
  const node = resolveAlias(root);
  const isEmpty = node === null || (node.kind === 'scalar' && node.value === null);
  if (node?.kind !== 'map' && !isEmpty) return { ...rest, state: 'not-a-map', entries: [] };
  return { ...rest, state: 'read', entries: entriesOf(text, root) };
}

/** What the front matter says, by key; the last of several counts. */
export function documentedValues({ entries }: Reading): ReadonlyMap<string, unknown> {
  const last = new Map(entries.map(({ key, value }) => [key, value]));
  return new Map([...last].map(([key, value]) => [key, plainNode(value)]));
}

/** Front matter that cannot be read, with what follows from that. */
export function readingEvents({ state, open, inner, error }: DocumentedReading, effect: Effect): LoadEvent[] {
  const event = (cause: Cause, span: Span, values?: LoadEvent['values']): LoadEvent[] => [
    { cause, effect, span, field: null, ...(values ? { values } : {}) },
  ];
  switch (state) {
    case 'none':
      return event('no-front-matter', open);
    case 'unclosed':
      return event('unclosed-front-matter', open);
    case 'not-a-map':
      return event('not-a-mapping', inner ?? open);
    case 'unreadable':
      return error ? event('unreadable-yaml', error.span, { message: error.message }) : [];
    default:
      return [];
  }
}

export interface Consequences {
  /** Of a key that the documentation does not know. */
  ofUnknownKey(key: string): Effect;
  /** Of a value that the field does not take. */
  ofInvalidValue(key: string): { readonly effect: Effect; readonly cause?: Cause };
}

/** Faults of one field that are shown: nobody reads on after so many. */
const MOST_ISSUES = 20;

export function documentedFieldEvents(
  { entries }: Reading,
  fields: FieldTable,
  consequences: Consequences,
): LoadEvent[] {
  return entries.flatMap((entry): LoadEvent[] => {
    const { key, keySpan, value: node } = entry;
    const field = fields.get(key);
    if (!field) {
      const effect = consequences.ofUnknownKey(key);
      return [{ cause: 'unknown-key', effect, span: keySpan, field: key, values: { key } }];
    }
    const value = plainNode(node);
    // What is empty is as good as not there: nobody documents it.
    const checked = value === null ? null : field.schema.safeParse(value);
    if (!checked || checked.success) return [];
    return checked.error.issues
      .slice(0, MOST_ISSUES)
      .map((issue) => invalidEvent(entry, issue, field.shape, consequences));
  });
}

function invalidEvent(
  { key, keySpan, value: node, valueSpan }: FieldEntry,
  issue: z.core.$ZodIssue,
  shape: string,
  { ofInvalidValue }: Consequences,
): LoadEvent {
  const { effect, cause = issue.code === 'invalid_type' ? 'wrong-type' : 'invalid-value' } = ofInvalidValue(key);
  const inner = issue.path.length > 0 ? nearestSpan(node, issue.path) : undefined;
  const at = [key, ...issue.path].join('.');
  const isMissing = issue.path.length > 0 && valueAt(plainNode(node), issue.path) === undefined;
  const span = [inner, valueSpan].find((each) => each && each.end > each.start) ?? keySpan;
  const values = { key: at, expected: expectedBy(issue) ?? shape };
  return { cause: isMissing ? 'missing-key' : cause, effect, span, field: at, values };
}
