// What the loader does because of single fields: most values it does not take are ignored, some reject the file.

import type * as z from 'zod';
import type { Span } from '../../util/text.ts';
import type { FieldEntry } from '../entries.ts';
import type { Cause, Effect, LoadEvent } from '../runtime.ts';
import { entriesOf, nearestSpan } from '../shared/entries.ts';
import { expectedBy } from '../shared/expected.ts';
import { plainNode, valueAt } from '../shared/plainNode.ts';
import { EXECUTOR } from './executor.ts';
import { qwenFields } from './fields.ts';
import { nameFault } from './names.ts';
import type { QwenReading } from './read.ts';
import { namesIn, textOf } from './values.ts';

/** Faults of one field that are shown: nobody reads on after so many. */
const MOST_ISSUES = 50;

/** Fields that must be there and are not. Measured: an empty string is as good as none. */
export function missingEvents({ state, open }: QwenReading, values: ReadonlyMap<string, unknown>): LoadEvent[] {
  if (state !== 'read' && state !== 'repaired') return [];
  return qwenFields.all
    .filter(({ key, required }) => required && (values.get(key) ?? '') === '')
    .map(({ key }) => eventOf(MISSING[key] ?? 'missing-key', 'drops-file', open, key, { key }));
}

const MISSING: Readonly<Record<string, Cause>> = { name: 'missing-name', description: 'missing-description' };
const INVALID: Readonly<Record<string, Cause>> = { name: 'invalid-name', description: 'invalid-description' };

/** What follows from a value that a field does not take, and from one inside it; ignored where it is not listed. */
const EFFECTS: Readonly<Record<string, readonly [whole: Effect, inside: Effect]>> = {
  name: ['drops-file', 'drops-file'],
  description: ['drops-file', 'drops-file'],
  model: ['drops-file', 'drops-file'],
  approvalMode: ['drops-file', 'drops-file'],
  executor: ['drops-file', 'drops-file'],
  runConfig: ['ignores', 'drops-file'],
  tools: ['grants-more', 'grants-less'],
  disallowedTools: ['grants-more', 'grants-more'],
};

export function valueEvents(text: string, reading: QwenReading): LoadEvent[] {
  const last = new Map(reading.entries.map((entry) => [entry.key, entry]));
  // Measured: an executor is never taken from the lenient reader.
  last.delete(EXECUTOR);
  const executor = entriesOf(text, reading.yaml?.root ?? null).filter(({ key }) => key === EXECUTOR);
  return [...last.values(), ...executor.slice(-1)].flatMap(entryEvents);
}

function entryEvents(entry: FieldEntry): LoadEvent[] {
  const { key, keySpan, value: node } = entry;
  const field = qwenFields.get(key);
  if (!field) return [eventOf('unknown-key', 'ignores', keySpan, key, { key })];
  const value = plainNode(node);
  // Measured: what is empty is not there, but for an executor.
  if (value === null ? key !== EXECUTOR : value === '' && field.required) return [];
  if (field.role === 'tools.allow' && namesIn(value)?.length === 0) return [];
  const checked = field.schema.safeParse(value);
  if (checked.success) return [];
  const [whole, inside] = EFFECTS[key] ?? ['ignores', 'ignores'];
  return checked.error.issues
    .slice(0, MOST_ISSUES)
    .flatMap(innermost)
    .map((issue) => {
      const { path, code } = issue;
      const at = [key, ...path].join('.');
      const written = valueAt(value, path);
      // A blank name is the one thing in the list that Qwen Code does not put up with.
      const isBlankName = field.role === 'tools.allow' && typeof written === 'string';
      const effect = isBlankName ? 'drops-file' : path.length > 0 ? inside : whole;
      const cause =
        INVALID[key] ?? (code === 'invalid_type' || code === 'invalid_union' ? 'wrong-type' : 'invalid-value');
      const inner = path.length > 0 ? nearestSpan(node, path) : undefined;
      const span = inner && inner.end > inner.start ? inner : spanOf(entry);
      const expected = expectedBy(issue) ?? field.shape;
      return eventOf(cause, effect, span, at, { key: at, expected, problem: problemOf(key, written) });
    });
}

type Issue = z.core.$ZodIssue;

/** Of a union, what is wrong inside a list: that it is no string either is not worth saying. */
function innermost(issue: Issue): Issue[] {
  const inner = issue.code === 'invalid_union' ? issue.errors.flat().filter(({ path }) => path.length > 0) : [];
  return inner.length > 0 ? inner.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) : [issue];
}

function problemOf(key: string, value: unknown): string {
  const text = textOf(value);
  if (text === null) return `\`${key}\` is a mapping`;
  return (key === 'name' ? nameFault(text) : null) ?? `\`${key}\` is empty`;
}

function spanOf({ keySpan, valueSpan }: FieldEntry): Span {
  return valueSpan.end > valueSpan.start ? valueSpan : keySpan;
}

function eventOf(
  cause: Cause,
  effect: Effect,
  span: Span,
  field: string,
  values: Readonly<Record<string, string>>,
): LoadEvent {
  return { cause, effect, span, field, values };
}
