// Values on one line that every reader of YAML takes alike: strings, whole numbers, `true`, `false`, and lists of words.
import type { ScalarStyle, YamlNode, YamlScalar, YamlSequence } from '../../model/yaml.ts';

/** What some version of YAML takes for something else than a string. */
export const WORD = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Null where readers may differ, and where it is no value. The characters are known to be usual ones. */
export function readSimpleValue(text: string, start: number, end: number): YamlNode | null {
  const written = text.slice(start, end);
  const first = written.charAt(0);
  if (first === '[') return readWords(written, start);
  if (first !== '"' && first !== "'") {
    const value = plainValue(written);
    return value === null ? null : scalarAt(value, 'plain', start, end);
  }
  if (written.length < 2 || !written.endsWith(first)) return null;
  const inside = written.slice(1, -1);
  if (first === "'") return inside.includes(first) ? null : scalarAt(inside, 'single', start, end);
  const value = unescaped(inside);
  return value === null ? null : scalarAt(value, 'double', start, end);
}

export function scalarAt(value: YamlScalar['value'], style: ScalarStyle, start: number, end: number): YamlScalar {
  return { kind: 'scalar', value, style, span: { start, end } };
}

/** `1.2.0` and `2026-01-31`. */
const VERSION = /^\d{1,4}(?:\.\d{1,4}\.\d{1,4}|-\d\d-\d\d)$/;

function plainValue(written: string): YamlScalar['value'] | null {
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  if (!/^[A-Za-z]/.test(written)) return VERSION.test(written) ? written : null;
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
    const found = match[0] === '\\' ? ESCAPES[inside.charAt(match.index + 1)] : undefined;
    if (found === undefined) return null;
    value += inside.slice(from, match.index) + found;
    from = match.index + 2;
    special.lastIndex = from;
  }
  return value + inside.slice(from);
}

const LIST_WORD = /^[A-Za-z][\w-]{0,99}$/;

/** `[Read, Grep]` */
function readWords(written: string, start: number): YamlSequence | null {
  if (!written.endsWith(']')) return null;
  const items: YamlScalar[] = [];
  let at = start + 1;
  for (const word of written.slice(1, -1).split(', ')) {
    if (!LIST_WORD.test(word) || WORD.test(word)) return null;
    items.push(scalarAt(word, 'plain', at, at + word.length));
    at += word.length + 2;
  }
  return { kind: 'sequence', flow: true, items, span: { start, end: start + written.length } };
}
