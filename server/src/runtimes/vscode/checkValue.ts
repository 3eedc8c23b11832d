// A value against the shape of its field: one event for each thing VS Code marks, on the characters it is about.
import type * as z from 'zod';
import type { YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { Cause, Effect, LoadEvent } from '../runtime.ts';
import { locate } from '../shared/entries.ts';
import { valueAt } from '../shared/plainNode.ts';
import { booleanOf, plainValue } from './values.ts';
import { WHAT } from './words.ts';

export interface Checked {
  readonly schema: z.ZodType;
  readonly value: YamlNode | null;
  /** From the top of the front matter: `['handoffs', '0']`. */
  readonly path: readonly string[];
  /** What the whole value has to be. */
  readonly shape: string;
  /** Where there is no value, its problem sits here. */
  readonly keySpan: Span;
}

/** Faults of one field that are shown: nobody reads on after so many. */
const MOST_ISSUES = 50;
type Issue = z.core.$ZodIssue;

export function checkValue(checked: Checked): LoadEvent[] {
  const plain = plainValue(checked.value);
  const result = checked.schema.safeParse(plain);
  if (result.success) return [];
  const issues = result.error.issues.slice(0, MOST_ISSUES).flatMap(deepest);
  const events = issues.flatMap((issue) => issueEvents(issue, plain, checked));
  // A string that is empty also lacks a letter.
  return events.filter(({ field }, index) => events.findIndex((other) => other.field === field) === index);
}

/** A union says only that nothing fits. What was meant is the branch that got furthest. */
function deepest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors.map((issues) => issues.flatMap(deepest)).filter((issues) => issues.length > 0);
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));
  const best = branches.reduce<Issue[] | null>((one, other) => (one && depth(one) >= depth(other) ? one : other), null);
  if (!best || depth(best) === 0) return [issue];
  return best.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}

function issueEvents(issue: Issue, plain: unknown, checked: Checked): LoadEvent[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...issue.path, key], checked));
  const written = valueAt(plain, issue.path);
  if (written === undefined) return [missingKey(issue, checked)];
  const { node, span } = placeOf(issue.path, checked);
  const effect = effectOf(issue, node, checked);
  const cause: Cause = issue.path.length + checked.path.length > 1 ? 'invalid-value' : 'wrong-type';
  const expected = expectedBy(issue) ?? checked.shape;
  return [eventAt({ cause, effect, span, field: fieldOf(issue.path, checked), values: { expected } })];
}

/** The key, and with it a value that is no collection. */
function unknownKey(path: readonly PropertyKey[], checked: Checked): LoadEvent {
  const { step = checked.keySpan, node = null } = locate(checked.value, path) ?? {};
  const span = { start: step.start, end: node?.kind === 'scalar' ? Math.max(step.end, node.span.end) : step.end };
  return eventAt({ cause: 'unknown-nested-key', effect: 'ignores', span, field: fieldOf(path, checked), values: {} });
}

function missingKey({ path }: Issue, checked: Checked): LoadEvent {
  const { span } = placeOf(path.slice(0, -1), checked);
  const field = fieldOf(path, checked);
  // A command without a type is run all the same.
  const effect = path.at(-1) === 'type' ? 'none' : 'ignores';
  return eventAt({ cause: 'missing-key', effect, span, field, values: {} });
}

interface Found {
  readonly cause: Cause;
  readonly effect: Effect;
  readonly span: Span;
  readonly field: string;
  readonly values: Readonly<Record<string, string>>;
}

export function eventAt({ values, ...found }: Found): LoadEvent {
  return { ...found, values: { key: found.field, what: WHAT[found.effect] ?? '', ...values } };
}

function fieldOf(path: readonly PropertyKey[], { path: above }: Checked): string {
  return [...above, ...path].map(String).join('.');
}

function placeOf(path: readonly PropertyKey[], { value, keySpan }: Checked): { node: YamlNode | null; span: Span } {
  const found = path.length > 0 ? locate(value, path) : null;
  const node = path.length > 0 ? (found?.node ?? null) : value;
  const span = node && node.span.end > node.span.start ? node.span : (found?.step ?? keySpan);
  return { node, span };
}

/** Measured: quoted booleans and labels without a letter are marked, and count all the same. */
function effectOf(issue: Issue, node: YamlNode | null, { path }: Checked): Effect {
  if (isAbout(issue, 'boolean') && booleanOf(node) !== null) return 'none';
  if (issue.path.at(-1) === 'label' && node?.kind === 'scalar' && String(node.value).trim() !== '') return 'none';
  return path[0] === 'tools' && path.length === 1 && issue.path.length === 0 ? 'grants-more' : 'ignores';
}

function isAbout(issue: Issue, type: string): boolean {
  return issue.code === 'invalid_type' && issue.expected === type;
}

/** What an inner value has to be; the whole field has its own words for that. */
function expectedBy(issue: Issue): string | null {
  if (issue.path.length === 0 && !isAbout(issue, 'boolean')) return null;
  if (issue.code === 'invalid_value') return issue.values.map((value) => `\`${String(value)}\``).join(' or ');
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? null;
  return issue.path.at(-1) === 'label' ? 'a string with a letter or a digit' : 'a string that is not empty';
}

const EXPECTED: Readonly<Record<string, string>> = {
  boolean: '`true` or `false` without quotes',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  string: 'a string',
};
