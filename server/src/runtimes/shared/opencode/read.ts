// The front matter as gray-matter reads it for OpenCode and Kilo, with their retry. Measured to be the same in both.

import type { AgentDocument } from '../../../model/document.ts';
import { readPlainly } from '../../../model/frontmatter.ts';
import { NAME_OF_ANY_MAP, withoutNamesOfMaps } from '../../../model/plain.ts';
import { keyText, parseYaml, resolveAlias, type YamlNode } from '../../../model/yaml.ts';
import type { Span } from '../../../util/text.ts';
import type { FieldEntry } from '../../entries.ts';
import type { Reading } from '../../runtime.ts';
import { entriesOf } from '../entries.ts';
import { isMapping, placesIn } from '../jsYaml.ts';
import { type Repaired, type Rewriting, repair } from './repair.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface MatterReading extends Reading {
  /** The mapping as read; empty where there is none. */
  readonly values: Values;
  readonly root: YamlNode | null;
  /** What is read only because of the retry. */
  readonly repairs: readonly Span[];
  /** The whole file is the prompt, front matter and all; `body` is then what was meant to be. */
  readonly isRaw: boolean;
  /** Everything after the opening dashes is front matter. */
  readonly isOpenEnded: boolean;
  /** The word behind the opening dashes that makes the front matter a program. */
  readonly program: Span | null;
}

const NOTHING = { entries: [], values: {}, root: null, repairs: [], isRaw: false, isOpenEnded: false, program: null };

export interface MatterReader {
  /** How many byte order marks it takes off. */
  readonly byteOrderMarks: number;
  readonly rewriting: Rewriting;
}

/** By what can make a difference: where the reader starts, and how it rewrites what it cannot read as it is. */
const readings = new WeakMap<AgentDocument, Map<string, MatterReading>>();

/** Total. Readers that read a document alike share the reading. */
export function readMatter(document: AgentDocument, { byteOrderMarks, rewriting }: MatterReader): MatterReading {
  const { text } = document;
  let start = 0;
  while (start < byteOrderMarks && text.charAt(start) === '\uFEFF') start++;
  const known = readings.get(document) ?? new Map<string, MatterReading>();
  readings.set(document, known);
  const shared = known.get(`${start}`) ?? known.get(`${start} ${rewriting}`);
  if (shared) return shared;
  const reading = readFrom(start, document, rewriting);
  known.set(reading.state === 'read' ? `${start}` : `${start} ${rewriting}`, reading);
  return reading;
}

function readFrom(start: number, document: AgentDocument, rewriting: Rewriting): MatterReading {
  const { text } = document;
  if (!text.startsWith('---', start) || text.charAt(start + 3) === '-') {
    return { ...NOTHING, state: 'none', inner: null, body: { start, end: text.length }, isRaw: true };
  }
  const parts = partsOf(text, start);
  if (RUN.has(parts.language.toLowerCase())) {
    const program = { start: parts.inner.start - parts.afterDashes, end: parts.inner.start - parts.breakLength };
    return { ...NOTHING, state: 'unreadable', inner: parts.inner, body: parts.body, program };
  }
  const rest = { ...NOTHING, inner: parts.inner, body: parts.body, isOpenEnded: parts.isOpenEnded };
  const first = attempt(text.slice(parts.inner.start, parts.inner.end), parts);
  if (first.ok) return { ...rest, ...readingOf(first, document, parts.inner, null) };
  const error = { message: first.message, span: lineSpan(text, parts.inner, first.line) };
  const written = repair(text.slice(start), rewriting);
  // Measured: what the retry leaves as it was comes back from gray-matter's cache, unread and whole.
  if (!written) return { ...rest, state: 'unreadable', isRaw: true, error };
  const repaired = shifted(written, start);
  const again = partsOf(repaired.text, 0);
  const second = attempt(repaired.text.slice(again.inner.start, again.inner.end), again);
  if (second.ok) return { ...rest, ...readingOf(second, document, again.inner, repaired) };
  const line = repaired.toWritten(lineSpan(repaired.text, again.inner, second.line).start);
  const span = trimmedLine(text, parts.inner, text.lastIndexOf('\n', Math.max(0, line - 1)) + 1);
  return { ...rest, state: 'unreadable', error: { message: second.message, span } };
}

/** The retry does not see the byte order mark. */
function shifted(repaired: Repaired, by: number): Repaired {
  const values = [...repaired.values].map(([at, { start, end }]): [number, Span] => [
    at + by,
    { start: start + by, end: end + by },
  ]);
  return { ...repaired, values: new Map(values), toWritten: (offset) => repaired.toWritten(offset) + by };
}

/** Languages that gray-matter runs instead of reading. Measured: the front matter is executed when the file loads. */
const RUN: ReadonlySet<string> = new Set(['js', 'javascript']);
const YAML: ReadonlySet<string> = new Set(['', 'yaml', 'yml']);

interface Parts {
  readonly language: string;
  /** What stands between the opening dashes and the front matter, and how much of it is the line break. */
  readonly afterDashes: number;
  readonly breakLength: number;
  readonly inner: Span;
  readonly body: Span;
  readonly isOpenEnded: boolean;
}

function partsOf(text: string, start: number): Parts {
  const dashes = start + 3;
  const lineBreak = text.indexOf('\n', dashes);
  const isCrLf = lineBreak > dashes && text.charAt(lineBreak - 1) === '\r';
  // Without any line break, all but the last character is the language.
  const languageEnd = lineBreak < 0 ? Math.max(dashes, text.length - 1) : lineBreak - Number(isCrLf);
  const language = text.slice(dashes, languageEnd).trim();
  const close = text.indexOf('\n---', languageEnd);
  const innerStart = Math.min(text.length, lineBreak < 0 ? languageEnd : lineBreak + 1);
  const innerEnd = close < 0 ? text.length : Math.max(innerStart, close);
  return {
    language,
    afterDashes: innerStart - dashes,
    breakLength: innerStart - languageEnd,
    inner: { start: innerStart, end: innerEnd },
    body: close < 0 ? { start: text.length, end: text.length } : { start: bodyStart(text, close), end: text.length },
    isOpenEnded: close < 0,
  };
}

/** One line break after the closing dashes is taken off. Whatever else stands there belongs to the body. */
function bodyStart(text: string, close: number): number {
  const end = close + '\n---'.length;
  const afterReturn = text.charAt(end) === '\r' ? end + 1 : end;
  return text.charAt(afterReturn) === '\n' ? afterReturn + 1 : afterReturn;
}

function attempt(inner: string, { language }: Parts): ReturnType<typeof readPlainly> {
  // Nothing but comments is never given to a reader, whatever the language.
  if (inner.split('\n').every((line) => /^\s*(?:#.|$)/.test(line))) return { ok: true, data: {} };
  const known = language.toLowerCase();
  if (YAML.has(known)) return readPlainly(inner);
  if (language === 'json') return readPlainly(inner, language);
  return { ok: false, message: `\`${language}\` is not a language of front matter`, line: 0 };
}

function readingOf(
  { data }: { data: unknown },
  document: AgentDocument,
  inner: Span,
  repaired: Repaired | null,
): Pick<MatterReading, 'state' | 'entries' | 'values' | 'root' | 'repairs'> {
  if (!isMapping(data)) {
    // Measured: nothing, a number and a date count as no keys at all; characters and items become keys nobody asked for.
    const isSpread = typeof data === 'string' || Array.isArray(data);
    return { state: isSpread ? 'not-a-map' : 'read', entries: [], values: {}, root: null, repairs: [] };
  }
  const source = (repaired?.text ?? document.text).slice(inner.start, inner.end);
  const place = (offset: number): number => {
    const at = inner.start + Math.min(offset, source.length);
    return repaired ? repaired.toWritten(at) : at;
  };
  const root = repaired ? parseYaml(source, place).root : placesIn(document, inner);
  return {
    state: repaired ? 'repaired' : 'read',
    entries: entriesFor(data, root, document, repaired?.values),
    values: data,
    root,
    repairs: [...(repaired?.values.values() ?? [])],
  };
}

/** The entries of the mapping, placed by our own tree or, where that reads the text differently, by the lines of keys. */
function entriesFor(
  values: Values,
  root: YamlNode | null,
  { text, keyLines, frontMatter }: AgentDocument,
  repairs: Repaired['values'] | undefined,
): FieldEntry[] {
  const byKey = entriesByName(text, root);
  const lines = new Map(keyLines.map(({ key, keySpan }) => [key, keySpan]));
  const start = frontMatter.state === 'missing' ? 0 : frontMatter.inner.start;
  const entries = Object.keys(values).map((key): FieldEntry => {
    const known = byKey.get(key);
    const keySpan = known?.keySpan ?? lines.get(key) ?? { start, end: start };
    const entry = known
      ? { ...known, key: saysNothing(key) ? known.key : key }
      : { key: withoutNamesOfMaps(key), keySpan, value: null, valueSpan: { start: keySpan.end, end: keySpan.end } };
    const block = repairs?.get(keySpan.start);
    return block ? { ...entry, valueSpan: block } : entry;
  });
  return entries.sort((one, other) => one.keySpan.start - other.keySpan.start);
}

/** The entries by what js-yaml calls their keys: `[a, b]` is `a,b`, and any mapping has the same name. */
function entriesByName(text: string, root: YamlNode | null): ReadonlyMap<string, FieldEntry> {
  const map = resolveAlias(root);
  const pairs = map?.kind === 'map' ? map.pairs : [];
  const entries = entriesOf(text, root);
  return new Map(entries.map((entry, at) => [jsName(pairs[at]?.key ?? null) ?? entry.key, entry]));
}

/** A name that many keys have, none of which is a field. */
function saysNothing(name: string): boolean {
  return name === '' || name.includes(NAME_OF_ANY_MAP);
}

/** What js-yaml calls a key that is a collection; null for others. It refuses lists in lists. */
function jsName(key: YamlNode | null): string | null {
  const node = resolveAlias(key);
  if (node?.kind === 'map') return NAME_OF_ANY_MAP;
  if (node?.kind !== 'sequence') return null;
  return node.items.map((item) => jsName(item) ?? keyText(item)).join(',');
}

/** A line of the front matter, without the spaces at its ends. */
function lineSpan(text: string, inner: Span, line: number): Span {
  let start = inner.start;
  for (let left = line; left > 0; left--) {
    const next = text.indexOf('\n', start);
    if (next < 0 || next >= inner.end) break;
    start = next + 1;
  }
  return trimmedLine(text, inner, start);
}

function trimmedLine(text: string, inner: Span, start: number): Span {
  const lineBreak = text.indexOf('\n', start);
  const end = lineBreak < 0 || lineBreak > inner.end ? inner.end : lineBreak;
  const written = text.slice(start, end);
  const trimmed = written.trim();
  if (trimmed === '') return { start: Math.max(0, inner.start - 4), end: Math.max(0, inner.start - 1) };
  const from = start + written.length - written.trimStart().length;
  return { start: from, end: from + trimmed.length };
}
