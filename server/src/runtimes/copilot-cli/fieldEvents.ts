// What the loader does because of single fields: unknown ones it passes over, values it does not take reject the file.

import type { YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { FieldEntry } from '../entries.ts';
import type { Cause, LoadEvent } from '../runtime.ts';
import { locate } from '../shared/entries.ts';
import { expectedBy } from '../shared/expected.ts';
import { likeliest } from '../shared/issues.ts';
import { valueAt } from '../shared/plainNode.ts';
import { isLargerThan } from '../shared/size.ts';
import { copilotFields } from './fields.ts';
import type { CopilotReading } from './read.ts';

type Values = Readonly<Record<string, unknown>>;

/** Fields that must be there and are not. */
export function missingEvents({ state, open }: CopilotReading, values: Values): LoadEvent[] {
  if (state !== 'read') return [];
  return copilotFields.all
    .filter(({ key, required }) => required && !Object.hasOwn(values, key))
    .map(({ key }) => drops(MISSING[key] ?? 'missing-key', open, key, { key }));
}

const MISSING: Readonly<Record<string, Cause>> = { description: 'missing-description' };
const INVALID: Readonly<Record<string, Cause>> = { name: 'invalid-name', description: 'invalid-description' };

export function valueEvents({ entries, tree }: CopilotReading, values: Values): LoadEvent[] {
  return entries.flatMap((entry) => entryEvents(entry, tree?.root ?? null, values[entry.key]));
}

function entryEvents({ key, keySpan, valueSpan }: FieldEntry, root: YamlNode | null, value: unknown): LoadEvent[] {
  const field = copilotFields.get(key);
  if (!field) return [unknownKey(key, keySpan)];
  // Servers are the one field that is looked into deeply, and aliases can make them too many to look at.
  if (field.role === 'mcp' && isLargerThan(value, MOST_VALUES)) return [];
  const checked = field.schema.safeParse(value);
  if (checked.success) return [];
  return checked.error.issues
    .slice(0, MOST_ISSUES)
    .flatMap(likeliest)
    .map((issue) => {
      const path = [key, ...issue.path];
      const at = path.join('.');
      const written = valueAt(value, issue.path);
      if (written === undefined) {
        const { step } = locate(root, path.slice(0, -1)) ?? { step: keySpan };
        return drops('missing-key', step, at, { key: at });
      }
      const cause = INVALID[at] ?? (issue.code === 'invalid_type' ? 'wrong-type' : 'invalid-value');
      const inner = issue.path.length > 0 ? locate(root, path) : null;
      const span = inner ? (inner.node?.span ?? inner.step) : valueSpan;
      const values = { key: at, received: kindOf(written), expected: expectedBy(issue) ?? field.shape };
      return drops(cause, span.end > span.start ? span : keySpan, at, values);
    });
}

function unknownKey(key: string, span: Span): LoadEvent {
  return { cause: 'unknown-key', effect: 'ignores', span, field: key, values: { key } };
}

/** Values of one field that are checked, aliases expanded. */
const MOST_VALUES = 100_000;
/** Faults of one field that are shown: nobody reads on after so many. */
const MOST_ISSUES = 50;
function drops(cause: Cause, span: Span, field: string, values: Record<string, string>): LoadEvent {
  return { cause, effect: 'drops-file', span, field, values };
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}
