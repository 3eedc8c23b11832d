// What a value inside a field has to be, in words, as its schema says. The whole field has its own words for that.
import type * as z from 'zod';

/** Phrased to follow "must be"; null where the schema does not say. Checks of our own say it in their message. */
export function expectedBy({ code, path, message, ...issue }: z.core.$ZodIssue): string | null {
  if (path.length === 0) return null;
  if (code === 'custom') return message;
  if (code === 'invalid_type' && 'expected' in issue) return EXPECTED[String(issue.expected)] ?? null;
  return 'values' in issue ? (issue.values as readonly unknown[]).map((value) => `\`${value}\``).join(' or ') : null;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a string',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};
