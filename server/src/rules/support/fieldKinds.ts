// What kind of value each field of the runtime takes, told from its declaration.
import { claudeCodeFields, RUNTIME_KEYS } from '../../dialects/claude-code/schema.ts';

/** Fields that take any text, or a list of any texts. */
const FREE = keysThat((accepts) => accepts('any text') || accepts(['any text']));

/** The fields of free texts and lists, less some. */
export function freeFieldsBut(keys: readonly string[]): ReadonlySet<string> {
  return new Set([...FREE].filter((key) => !keys.includes(key)));
}

/** The fields with a choice of values, a number or a map, less some. */
export function boundFieldsBut(keys: readonly string[]): ReadonlySet<string> {
  return new Set([...RUNTIME_KEYS].filter((key) => !FREE.has(key) && !keys.includes(key)));
}

function keysThat(test: (accepts: (value: unknown) => boolean) => boolean): ReadonlySet<string> {
  const fields = claudeCodeFields.all.filter(({ key }) => RUNTIME_KEYS.has(key));
  return new Set(fields.filter(({ schema }) => test((value) => schema.safeParse(value).success)).map(({ key }) => key));
}
