// Front matter of nothing but `key: value` lines that every reader of YAML takes alike. Most front matter is, and what the
// readers modeled here would find character by character is found here line by line.
import type { ScalarStyle, YamlMap, YamlPair, YamlScalar } from '../../model/yaml.ts';

/**
 * `text` from `start` as a mapping with offsets of `text`; null where it is anything but lines of one key and one string, whole
 * number, `true` or `false` each. What is null here may be YAML all the same.
 */
export function readSimpleMapping(text: string, start: number): YamlMap | null {
  if (UNUSUAL.test(text.slice(start))) return null;
  const pairs: YamlPair[] = [];
  const keys = new Set<string>();
  for (let at = start; at < text.length; ) {
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak < 0 ? text.length : lineBreak;
    const end = text.charAt(next - 1) === '\r' ? next - 1 : next;
    const colon = text.indexOf(': ', at);
    if (colon < 0 || colon >= end) return null;
    const key = readKey(text, at, colon);
    const value = readValue(text, colon + 2, end);
    if (!key || !value || keys.has(String(key.value))) return null;
    keys.add(String(key.value));
    pairs.push({ key, value });
    at = next + 1;
  }
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last?.value) return null;
  return { kind: 'map', flow: false, pairs, span: { start: first.key.span.start, end: last.value.span.end } };
}

/** Tabs, control characters, halves of characters, and what some readers take for a space or a line break. */
const UNUSUAL =
  /[\0-\t\v\f\x0e-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)/u;
const KEY = /^[A-Za-z][\w-]{0,99}$/;
/** What some version of YAML takes for something else than a string. */
const WORD = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function readKey(text: string, start: number, end: number): YamlScalar | null {
  const value = text.slice(start, end);
  return KEY.test(value) && !WORD.test(value) ? scalar(value, 'plain', start, end) : null;
}

function readValue(text: string, start: number, end: number): YamlScalar | null {
  const written = text.slice(start, end);
  const quote = written.charAt(0);
  if (quote !== '"' && quote !== "'") {
    const value = plainValue(written);
    return value === null ? null : scalar(value, 'plain', start, end);
  }
  if (written.length < 2 || !written.endsWith(quote)) return null;
  const inside = written.slice(1, -1);
  if (quote === "'") return inside.includes(quote) ? null : scalar(inside, 'single', start, end);
  const value = unescaped(inside);
  return value === null ? null : scalar(value, 'double', start, end);
}

function plainValue(written: string): YamlScalar['value'] | null {
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  if (!/^[A-Za-z]/.test(written)) return null;
  if (WORD.test(written)) return written === 'true' ? true : written === 'false' ? false : null;
  return /: | #|[: ]$/.test(written) ? null : written;
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' };

/** Null where a quote stands in it, or an escape that not everybody knows. */
function unescaped(inside: string): string | null {
  const special = /["\\]/g;
  let value = '';
  let from = 0;
  for (let match = special.exec(inside); match; match = special.exec(inside)) {
    const escape = match[0] === '\\' ? ESCAPES[inside.charAt(match.index + 1)] : undefined;
    if (escape === undefined) return null;
    value += inside.slice(from, match.index) + escape;
    from = match.index + 2;
    special.lastIndex = from;
  }
  return value + inside.slice(from);
}

function scalar(value: YamlScalar['value'], style: ScalarStyle, start: number, end: number): YamlScalar {
  return { kind: 'scalar', value, style, span: { start, end } };
}
