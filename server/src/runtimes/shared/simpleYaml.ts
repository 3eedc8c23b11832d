// Front matter of nothing but simple lines, which every reader of YAML takes alike: `key: value`, `key:` with lines below it,
// `- value` and `- key: value`. Most front matter is such, and what the readers modeled here find character by character is
// found here line by line.
import type { YamlMap, YamlNode, YamlPair, YamlScalar, YamlSequence } from '../../model/yaml.ts';
import { readSimpleValue, scalarAt, WORD } from './simpleValue.ts';

/**
 * `text` from `start` as a mapping with offsets of `text`; null where anything in it is not simple. What is null here may be
 * YAML all the same.
 */
export function readSimpleMapping(text: string, start: number): YamlMap | null {
  const lines = linesOf(text, start);
  const first = lines?.[0];
  if (!lines || !first || first.indent > 0 || first.isItem) return null;
  const reader: SimpleReader = { text, lines, at: 0, depth: 0 };
  const map = readMap(reader, 0, first.start);
  return reader.at === lines.length ? map : null;
}

interface SimpleLine {
  /** Spaces before it. */
  readonly indent: number;
  /** Of what is written. */
  readonly start: number;
  readonly end: number;
  /** It starts with `- `. */
  readonly isItem: boolean;
}

interface SimpleReader {
  readonly text: string;
  readonly lines: readonly SimpleLine[];
  /** The number of the line that comes next. */
  at: number;
  depth: number;
}

/** Anything but: no tabs, control characters, halves of characters, or what some readers take for a space or a line break. */
const UNUSUAL =
  /[^\n\r\x20-\x7e\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|\r(?!\n)/u;
const DEEPEST = 20;

/** Null where a character is unusual. Empty lines are left out. */
function linesOf(text: string, start: number): SimpleLine[] | null {
  if (UNUSUAL.test(text.slice(start))) return null;
  const lines: SimpleLine[] = [];
  for (let from = start; from < text.length; ) {
    const lineBreak = text.indexOf('\n', from);
    const next = lineBreak < 0 ? text.length : lineBreak;
    const end = text.charAt(next - 1) === '\r' ? next - 1 : next;
    let at = from;
    while (text.charAt(at) === ' ') at++;
    if (end > from) lines.push({ indent: at - from, start: at, end, isItem: text.startsWith('- ', at) });
    from = next + 1;
  }
  return lines;
}

/** `from`: where the first key stands, which may be after a dash. */
function readMap(reader: SimpleReader, indent: number, from: number): YamlMap | null {
  const pairs: YamlPair[] = [];
  const keys = new Set<YamlScalar['value']>();
  let start = from;
  do {
    const pair = readPair(reader, indent, start);
    if (!pair || keys.has(pair.key.value)) return null;
    keys.add(pair.key.value);
    pairs.push(pair);
    start = reader.lines[reader.at]?.start ?? 0;
  } while (goesOn(reader, indent, false));
  return { kind: 'map', flow: false, pairs, span: { start: from, end: endOf(pairs.at(-1)?.value, from) } };
}

function readSequence(reader: SimpleReader, indent: number): YamlSequence | null {
  const from = reader.lines[reader.at]?.start ?? 0;
  const items: YamlNode[] = [];
  do {
    const item = readItem(reader, indent);
    if (!item) return null;
    items.push(item);
  } while (goesOn(reader, indent, true));
  return { kind: 'sequence', flow: false, items, span: { start: from, end: endOf(items.at(-1), from) } };
}

function goesOn({ lines, at }: SimpleReader, indent: number, isItem: boolean): boolean {
  const next = lines[at];
  return next !== undefined && next.indent === indent && next.isItem === isItem;
}

function endOf(last: YamlNode | null | undefined, start: number): number {
  return last?.span.end ?? start;
}

function readPair(
  reader: SimpleReader,
  indent: number,
  start: number,
): (YamlPair & { readonly key: YamlScalar }) | null {
  const { text } = reader;
  const { end = start } = reader.lines[reader.at] ?? {};
  const colon = text.indexOf(':', start);
  const key = colon < 0 || colon >= end ? null : readKey(text, start, colon);
  if (!key) return null;
  reader.at++;
  if (colon === end - 1) {
    const value = readBelow(reader, indent);
    return value && { key, value };
  }
  const value = text.charAt(colon + 1) === ' ' ? readSimpleValue(text, colon + 2, end) : null;
  return value && { key, value };
}

const KEY = /^(?:[A-Za-z][\w-]{0,99}|\d{1,4}\.\d{1,4}\.\d{1,4})$/;

function readKey(text: string, start: number, end: number): YamlScalar | null {
  const value = text.slice(start, end);
  return KEY.test(value) && !WORD.test(value) ? scalarAt(value, 'plain', start, end) : null;
}

/** What stands on the lines below a key; the items of a list may stand right below it. */
function readBelow(reader: SimpleReader, indent: number): YamlNode | null {
  const next = reader.lines[reader.at];
  if (!next || reader.depth >= DEEPEST || next.indent < indent) return null;
  if (!next.isItem && next.indent === indent) return null;
  reader.depth++;
  const node = next.isItem ? readSequence(reader, next.indent) : readMap(reader, next.indent, next.start);
  reader.depth--;
  return node;
}

const KEY_START = /[\w.-]{1,100}:(?:[ \r\n]|$)/y;

function readItem(reader: SimpleReader, indent: number): YamlNode | null {
  const line = reader.lines[reader.at];
  if (!line) return null;
  const start = line.start + 2;
  KEY_START.lastIndex = start;
  if (KEY_START.test(reader.text)) return readMap(reader, indent + 2, start);
  reader.at++;
  return readSimpleValue(reader.text, start, line.end);
}
