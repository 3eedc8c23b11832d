// Values that a runtime of the OpenCode kind does not take, each where it stands.
import type { FieldEntry } from '../../entries.ts';
import type { FieldTable } from '../../fields.ts';
import type { Cause, Effect, LoadEvent } from '../../runtime.ts';
import { locate } from '../entries.ts';
import { type Issue, likeliest } from '../issues.ts';
import { valueAt } from '../plainNode.ts';
import { isLargerThan } from '../size.ts';
import type { MatterReading } from './read.ts';

/** Values of one field that are checked, aliases expanded. */
const MOST_VALUES = 100_000;
/** Faults of one field that are shown: nobody reads on after so many. */
export const MOST_SHOWN = 50;

const INVALID: Readonly<Record<string, Cause>> = { name: 'invalid-name', description: 'invalid-description' };

/** Of the fields that are known; unknown keys are not looked at. */
export function fieldFaults(reading: MatterReading, fields: Pick<FieldTable, 'get'>, effect: Effect): LoadEvent[] {
  return reading.entries.flatMap((entry) => entryFaults(entry, reading, fields, effect));
}

function entryFaults(
  { key, keySpan, valueSpan }: FieldEntry,
  { values, root }: MatterReading,
  fields: Pick<FieldTable, 'get'>,
  effect: Effect,
): LoadEvent[] {
  const field = fields.get(key);
  // Aliases can make a short text stand for billions of values; nobody means that, and nobody could wait for it.
  if (!field || isLargerThan(values[key], MOST_VALUES)) return [];
  const checked = field.schema.safeParse(values[key]);
  if (checked.success) return [];
  const issues = checked.error.issues.flatMap(likeliest).slice(0, MOST_SHOWN);
  return issues.map((issue): LoadEvent => {
    const path = [key, ...issue.path];
    const written = valueAt(values[key], issue.path);
    const isMissing = written === undefined;
    const inner = issue.path.length > 0 ? locate(root, isMissing ? path.slice(0, -1) : path) : null;
    const span = inner ? (inner.node?.span ?? inner.step) : valueSpan;
    const at = path.join('.');
    const expected = expectedBy(issue) ?? field.shape;
    const result = effect === 'blocks-project' ? 'loads no agent of this project' : 'skips this file';
    return {
      cause: isMissing
        ? 'missing-key'
        : (INVALID[at] ?? (issue.code === 'invalid_type' ? 'wrong-type' : 'invalid-value')),
      effect,
      span: span.end > span.start ? span : keySpan,
      field: at,
      values: { key: at, value: shown(written), expected, result },
    };
  });
}

/** What an inner value has to be; a whole field has its own words for that. */
function expectedBy(issue: Issue): string | null {
  if (issue.path.length === 0) return null;
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? null;
  if (!('values' in issue)) return null;
  const choices = (issue.values as readonly unknown[]).map((value) => `\`${value}\``);
  return [choices.slice(0, -1).join(', '), choices.at(-1)].filter((part) => part !== '').join(' or ');
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '').slice(0, 200);
}
