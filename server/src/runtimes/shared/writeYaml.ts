// Front matter as text: YAML that every reader modeled here takes for the same values, old and new, strict and lenient.

export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlRecord;
export interface YamlRecord {
  readonly [key: string]: YamlValue;
}

/** Undefined values are left out. Between fences, with a line break at the end. */
export function writeFrontMatter(fields: Readonly<Record<string, YamlValue | undefined>>): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : pairLines(key, value)));
  return ['---', ...lines, '---', ''].join('\n');
}

function pairLines(key: string, value: YamlValue): string[] {
  const name = writeScalar(key);
  if (isScalar(value)) return [`${name}: ${writeScalar(value)}`];
  if (isEmpty(value)) return [`${name}: ${Array.isArray(value) ? '[]' : '{}'}`];
  return [`${name}:`, ...blockLines(value).map((line) => `  ${line}`)];
}

/** A collection in lines that start in the first column. */
function blockLines(value: readonly YamlValue[] | YamlRecord): string[] {
  if (!isList(value)) return Object.entries(value).flatMap(([key, inner]) => pairLines(key, inner));
  return value.flatMap((item) => {
    if (isScalar(item)) return [`- ${writeScalar(item)}`];
    if (isEmpty(item)) return [`- ${isList(item) ? '[]' : '{}'}`];
    const [first = '', ...others] = blockLines(item);
    return [`- ${first}`, ...others.map((line) => `  ${line}`)];
  });
}

function isScalar(value: YamlValue): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

function isList(value: readonly YamlValue[] | YamlRecord): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isEmpty(value: readonly YamlValue[] | YamlRecord): boolean {
  return Object.keys(value).length === 0;
}

/** Plain where no reader can take it for anything else, in double quotes elsewhere. */
export function writeScalar(value: string | number | boolean | null): string {
  if (typeof value === 'string') return isPlain(value) ? value : quote(value);
  if (typeof value !== 'number' || Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
}

/** What some YAML takes for a boolean or for nothing. */
const WORDS: ReadonlySet<string> = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);
/** Letters and marks that mean nothing to YAML, in one line, with nothing in it that is not seen. */
const PLAIN =
  /^(?:[A-Za-z_\u00c0-\u024f]|[./](?=[A-Za-z]))[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\u00a0\ufffe\uffff:#\\"'`[\]{}|>&*!%@]*$/u;

/** Of surrogates. */
const HALF_PAIR = /\p{Surrogate}/u;

function isPlain(text: string): boolean {
  if (!PLAIN.test(text) || text.endsWith(' ') || HALF_PAIR.test(text) || WORDS.has(text.toLowerCase())) return false;
  if (text.includes(FENCE)) return false;
  // `.inf` and `.nan` start with a dot; nothing else that looks like a number starts with a letter.
  return !/^\.(?:inf|nan)$/i.test(text);
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Measured: three hyphens inside a value end the front matter for Claude Code. */
const FENCE = '---';

/** Half of a pair of surrogates is no character, and would not survive being saved. */
function quote(text: string): string {
  const inside = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/["\\\p{Cc}\p{Zl}\p{Zp}\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/gu, escaped)
    .replaceAll(FENCE, '\\u002d--');
  return `"${inside}"`;
}

function escaped(character: string): string {
  return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
