// The kind of value each runtime field takes, derived from its declaration.
import { claudeCodeFields, RUNTIME_KEYS } from '../../fields.ts';

/** Fields that take any string or list of strings. */
const FREE = keysThat((accepts) => accepts('any string') || accepts(['any string']));

/** The fields that take arbitrary strings and lists, except some. */
export function freeFieldsBut(keys: readonly string[]): ReadonlySet<string> {
  return new Set([...FREE].filter((key) => !keys.includes(key)));
}

/** The fields that take one of a set of values, a number, or a mapping, except some. */
export function boundFieldsBut(keys: readonly string[]): ReadonlySet<string> {
  return new Set([...RUNTIME_KEYS].filter((key) => !FREE.has(key) && !keys.includes(key)));
}

function keysThat(test: (accepts: (value: unknown) => boolean) => boolean): ReadonlySet<string> {
  const fields = claudeCodeFields.all.filter(({ key }) => RUNTIME_KEYS.has(key));
  return new Set(fields.filter(({ schema }) => test((value) => schema.safeParse(value).success)).map(({ key }) => key));
}
