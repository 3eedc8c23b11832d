// How Qwen Code reads front matter that is not valid YAML: line by line, by rules of its own. Measured.

import type { YamlNode, YamlPair, YamlScalar } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { FieldEntry } from '../entries.ts';

export interface LenientReading {
  readonly entries: readonly FieldEntry[];
  /** Lines that mean something else here than in YAML, in the file. */
  readonly misread: readonly Span[];
}

/** Some characters of the front matter, and where they start. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

interface Reader {
  readonly entries: FieldEntry[];
  readonly misread: Span[];
  /** The key without a value that a list would belong to. */
  key: Piece | null;
  items: YamlNode[];
  mapping: { readonly key: Piece; readonly pairs: YamlPair[] } | null;
  spanOf(piece: Piece): Span;
}

const INDENT = '  ';
const ITEM = '  - ';

/**
 * Total. A list item has two spaces before its dash, a key of a mapping two before it. Whatever else has a colon is a key
 * with a string: no brackets, no blocks of text, no comments behind a value, no single quotes.
 */
export function readLeniently(inner: string, toSource: (offset: number) => number): LenientReading {
  const spanOf = ({ start, text }: Piece): Span => ({ start: toSource(start), end: toSource(start + text.length) });
  const reader: Reader = { entries: [], misread: [], key: null, items: [], mapping: null, spanOf };
  const lines = contentLines(inner);
  for (const [index, line] of lines.entries()) takeLine(reader, line, lines[index + 1]?.text ?? '');
  endList(reader);
  endMapping(reader);
  return reader;
}

/** Lines with something on them that is no comment. */
function contentLines(inner: string): Piece[] {
  const lines: Piece[] = [];
  let start = 0;
  for (const text of inner.split('\n')) {
    const content = text.trim();
    if (content !== '' && !content.startsWith('#')) lines.push({ text, start });
    start += text.length + 1;
  }
  return lines;
}

function takeLine(reader: Reader, line: Piece, next: string): void {
  if (line.text.startsWith(ITEM)) {
    reader.items.push(scalarOf(reader, trimmed(rest(line, ITEM.length))));
    return;
  }
  endList(reader);
  if (reader.mapping && line.text.startsWith(INDENT)) {
    reader.mapping.pairs.push(nestedPair(reader, trimmed(line)));
    if (line.text.startsWith(`${INDENT} `) || !line.text.includes(':')) reader.misread.push(reader.spanOf(line));
    return;
  }
  endMapping(reader);
  takeKey(reader, line, next);
}

function takeKey(reader: Reader, line: Piece, next: string): void {
  const pair = splitAtColon(line);
  if (!pair || line.text.startsWith(' ') || meansMore(pair.value.text)) reader.misread.push(reader.spanOf(line));
  if (!pair) return;
  const { key, value } = pair;
  if (value.text !== '') add(reader, key, scalarOf(reader, value));
  else if (next.startsWith(INDENT) && !next.startsWith(ITEM)) {
    reader.mapping = { key, pairs: [] };
    reader.key = null;
  } else reader.key = key;
}

function endList(reader: Reader): void {
  const { items, key } = reader;
  const [first] = items;
  if (!first) return;
  const span = { start: first.span.start, end: items.at(-1)?.span.end ?? first.span.end };
  if (key) add(reader, key, { kind: 'sequence', flow: false, items, span });
  reader.items = [];
  reader.key = null;
}

function endMapping(reader: Reader): void {
  const { mapping } = reader;
  if (!mapping) return;
  const start = mapping.pairs[0]?.key.span.start ?? reader.spanOf(mapping.key).end;
  const last = mapping.pairs.at(-1);
  add(reader, mapping.key, {
    kind: 'map',
    flow: false,
    pairs: mapping.pairs,
    span: { start, end: last?.value?.span.end ?? start },
  });
  reader.mapping = null;
}

function add({ entries, spanOf }: Reader, key: Piece, value: YamlNode): void {
  entries.push({ key: key.text, keySpan: spanOf(key), value, valueSpan: value.span });
}

function nestedPair(reader: Reader, line: Piece): YamlPair {
  const { key, value } = splitAtColon(line) ?? { key: line, value: rest(line, line.text.length) };
  return {
    key: { kind: 'scalar', value: key.text, style: 'plain', span: reader.spanOf(key) },
    value: scalarOf(reader, value),
  };
}

function splitAtColon(line: Piece): { key: Piece; value: Piece } | null {
  const colon = line.text.indexOf(':');
  if (colon < 0) return null;
  const key = { text: line.text.slice(0, colon), start: line.start };
  return { key: trimmed(key), value: trimmed(rest(line, colon + 1)) };
}

function rest({ text, start }: Piece, from: number): Piece {
  return { text: text.slice(from), start: start + from };
}

function trimmed({ text, start }: Piece): Piece {
  const content = text.trimStart();
  return { text: content.trimEnd(), start: start + text.length - content.length };
}

/** What YAML would take for more than a string that stands there. */
function meansMore(value: string): boolean {
  return /^[[{|>'&*!%@`]/.test(value) || value.includes(' #');
}

function scalarOf({ spanOf }: Reader, piece: Piece): YamlScalar {
  const { text } = piece;
  const isQuoted = text.length >= 2 && text.startsWith('"') && text.endsWith('"');
  const value = isQuoted ? text.slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\') : plainValue(text);
  return { kind: 'scalar', value, style: isQuoted ? 'double' : 'plain', span: spanOf(piece) };
}

const CONSTANTS: ReadonlyMap<string, YamlScalar['value']> = new Map<string, YamlScalar['value']>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function plainValue(text: string): YamlScalar['value'] {
  const constant = CONSTANTS.get(text);
  if (constant !== undefined) return constant;
  const number = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : text;
}
