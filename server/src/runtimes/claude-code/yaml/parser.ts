// Block structure: mappings, lists, and their nodes, as the runtime's YAML parser reads them. Measured on 2.1.329.
import type { YamlNode, YamlPair } from '../../../model/yaml.ts';
import { afterKeyLike, cannotStart, unexpected } from './blame.ts';
import { readBlockScalar } from './block.ts';
import { Fault } from './fault.ts';
import { readFlowCollection } from './flow.ts';
import { emptyScalar, openMap, openSequence, scalar } from './nodes.ts';
import { readPlain, startsPlain } from './plainScalar.ts';
import { joinProperties, type Properties, readAlias, readProperties } from './properties.ts';
import { readQuoted } from './quoted.ts';
import {
  atDocumentEnd,
  atIndicator,
  columnOf,
  type Gap,
  isBlank,
  nested,
  type Reader,
  skipBlanks,
  skipGap,
  spacesFrom,
  spansLines,
  TAB,
  withTabs,
} from './reader.ts';
import { plainScalarValue } from './values.ts';

/** The position of a node determines what may start there. */
interface Place {
  /** Indentation of the enclosing collection, which the node's content must exceed. -1 at the top level. */
  readonly parent: number;
  /** A mapping or list may start on this line. */
  readonly startsCollection: boolean;
  /** After `key:`, a list may start at the indentation of the key. */
  readonly afterKey: boolean;
}

/** One document: its root, or null if empty. */
export function readDocument(reader: Reader): YamlNode | null {
  const gap = skipGap(reader);
  if (ends(reader)) return null;
  const root = readNode(reader, gap, { parent: -1, startsCollection: true, afterKey: false });
  const rest = skipGap(reader);
  if (!ends(reader)) throw unexpected(reader, rest, root);
  return root;
}

function ends(reader: Reader): boolean {
  return reader.at >= reader.text.length || atDocumentEnd(reader);
}

/** The node after a `- `, `? `, or `: `; null if there is none. */
function readNodeAfter(reader: Reader, place: Place): YamlNode | null {
  const gap = skipGap(reader);
  if (ends(reader) || !belongs(reader, gap, place)) return null;
  if (!gap.newLine && !place.startsCollection && atIndicator(reader, ':')) return null;
  const startsCollection = gap.newLine || place.startsCollection;
  return readNode(reader, gap, { ...place, startsCollection });
}

function belongs(reader: Reader, gap: Gap, { parent, afterKey }: Place): boolean {
  if (!gap.newLine || gap.indent > parent) return true;
  return afterKey && gap.indent === parent && !gap.tabbed && atIndicator(reader, '-');
}

/** `outer`: anchor and tag on their own line above. */
function readNode(reader: Reader, gap: Gap, place: Place, outer: Properties | null = null): YamlNode {
  return nested(reader, () => {
    const { text } = reader;
    const start = reader.at;
    const { properties: own, gap: after } = readProperties(reader, false);
    if (own && after?.newLine) {
      const both = joinProperties(outer, own);
      if (ends(reader) || !belongs(reader, after, place)) return emptyScalar(reader, both, own.end);
      return readNode(reader, after, { ...place, startsCollection: true }, both);
    }
    if (own && ends(reader)) return emptyScalar(reader, joinProperties(outer, own), own.end);
    if (place.startsCollection) {
      if (!own && atIndicator(reader, '-')) return readSequence(reader, gap, outer);
      if (atIndicator(reader, '?')) return readMap(reader, gap, joinProperties(outer, own), start, null);
      if (atIndicator(reader, ':')) return readMap(reader, gap, outer, start, emptyScalar(reader, own, start));
    }
    const content = text.charAt(reader.at);
    if (content === '|' || content === '>') return readBlockNode(reader, joinProperties(outer, own), place.parent);
    const inline = readInlineNode(reader, own, place.parent);
    skipBlanks(reader);
    if (!atIndicator(reader, ':') || !place.startsCollection) return withOuter(reader, inline, outer);
    if (inline.multiline) throw new Fault('multiline-key', start, reader.at);
    return readMap(reader, gap, outer, start, inline.node);
  });
}

function readBlockNode(reader: Reader, properties: Properties | null, parent: number): YamlNode {
  const start = reader.at;
  const style = reader.text.charAt(start) === '|' ? 'literal' : 'folded';
  const value = readBlockScalar(reader, parent);
  return scalar(reader, properties, { value, style, span: { start, end: endOfBlock(reader, start) } });
}

interface InlineNode {
  readonly node: YamlNode;
  readonly multiline: boolean;
  /** The text of a plain scalar, which a tag may turn into something else. */
  readonly plain?: string;
}

/** What follows its anchor and tag and turned out not to be a key: the properties belong to it. */
function withOuter(reader: Reader, { node, plain }: InlineNode, outer: Properties | null): YamlNode {
  if (!outer) return node;
  if (node.kind === 'alias') throw new Fault('alias-properties', node.span.start);
  const { anchor, tag } = joinProperties(outer, { ...node.span, ...node });
  const value = plain === undefined || node.kind !== 'scalar' ? {} : { value: plainScalarValue(plain, tag) };
  const joined = {
    ...node,
    ...value,
    ...(anchor === undefined ? {} : { anchor }),
    ...(tag === undefined ? {} : { tag }),
  };
  if (anchor !== undefined) reader.anchors.set(anchor, joined);
  return joined;
}

/** A scalar, an alias, or a bracketed collection: what can also be a key. */
function readInlineNode(reader: Reader, properties: Properties | null, parent: number): InlineNode {
  const { text } = reader;
  const start = reader.at;
  switch (text.charAt(start)) {
    case '*':
      if (properties) throw new Fault('alias-properties', start);
      return { node: readAlias(reader, false), multiline: false };
    case '"':
    case "'": {
      const value = readQuoted(reader, parent);
      const style = text.charAt(start) === '"' ? 'double' : 'single';
      const node = scalar(reader, properties, { value, style, span: { start, end: reader.at } });
      return { node, multiline: spansLines(text, start, reader.at) };
    }
    case '[':
    case '{': {
      const node = readFlowCollection(reader, parent, properties);
      return { node, multiline: spansLines(text, start, reader.at) };
    }
  }
  if (!startsPlain(text, start, false)) throw cannotStart(reader);
  const plain = readPlain(reader, parent, false);
  const value = plainScalarValue(plain.text, properties?.tag);
  const node = scalar(reader, properties, { value, style: 'plain', span: { start, end: plain.end } });
  return { node, multiline: plain.lines > 1, plain: plain.text };
}

/** Reads a mapping whose first token starts at `start`; `firstKey` if its key has already been read, up to the colon. */
function readMap(
  reader: Reader,
  gap: Gap,
  properties: Properties | null,
  start: number,
  firstKey: YamlNode | null,
): YamlNode {
  const indent = collectionIndent(reader, gap, start);
  const map = openMap(reader, properties, start, false);
  let key = firstKey;
  for (;;) {
    const first = map.pairs.length === 0;
    const more = withTabs(reader, reader.strictTabs || !first, () => {
      const pair =
        key === null && atIndicator(reader, '?')
          ? readExplicitPair(reader, indent, first)
          : readPair(reader, indent, key);
      map.pairs.push(pair);
      map.span.end = Math.max(map.span.end, (pair.value ?? pair.key).span.end);
      return continues(reader, indent, pair.value ?? pair.key);
    });
    if (!more) return map;
    key = null;
  }
}

function readPair(reader: Reader, indent: number, known: YamlNode | null): YamlPair {
  const key = known ?? readKey(reader, indent);
  return atIndicator(reader, ':') ? readPairValue(reader, indent, key) : { key, value: null };
}

function readPairValue(reader: Reader, indent: number, key: YamlNode): YamlPair {
  reader.at++;
  return { key, value: readNodeAfter(reader, { parent: indent, startsCollection: false, afterKey: true }) };
}

/** Measured: the colon may follow on the line of the key, but only in the first pair of a mapping. */
function readExplicitPair(reader: Reader, indent: number, first: boolean): YamlPair {
  const mark = reader.at++;
  const place = { parent: indent, startsCollection: true, afterKey: true };
  const key = readNodeAfter(reader, place) ?? emptyScalar(reader, null, mark + 1);
  const gap = skipGap(reader);
  const separated = gap.newLine ? gap.indent === indent : first && !spansLines(reader.text, mark, reader.at);
  if (ends(reader) || !atIndicator(reader, ':') || !separated) return { key, value: null };
  reader.at++;
  return { key, value: readNodeAfter(reader, place) };
}

/**
 * Reads a key, up to its colon. Measured: any node on one line can be a key, even a list (`- a: b`), and one without a
 * colon is accepted if an explicit key (`? `) comes next.
 */
function readKey(reader: Reader, indent: number): YamlNode {
  const start = reader.at;
  if (atIndicator(reader, ':')) return emptyScalar(reader, null, start);
  const key = readKeyNode(reader, indent);
  const gap = skipGap(reader);
  if (atIndicator(reader, '?') && gap.newLine) return key;
  if (!atIndicator(reader, ':')) throw afterKeyLike(reader, start, key);
  if (spansLines(reader.text, start, reader.at)) throw new Fault('multiline-key', start, key.span.end);
  return key;
}

function readKeyNode(reader: Reader, indent: number): YamlNode {
  const start = reader.at;
  if (atIndicator(reader, '-')) return readSequence(reader, { newLine: true, indent, tabbed: false }, null);
  const { properties, gap } = readProperties(reader, false);
  if (properties && gap?.newLine) throw new Fault('missing-colon', start, properties.end);
  if (properties && (atIndicator(reader, ':') || ends(reader))) return emptyScalar(reader, properties, reader.at);
  const content = reader.text.charAt(reader.at);
  if (content === '|' || content === '>') return readBlockNode(reader, properties, indent);
  return readInlineNode(reader, properties, indent).node;
}

function readSequence(reader: Reader, gap: Gap, properties: Properties | null): YamlNode {
  const start = reader.at;
  const indent = collectionIndent(reader, gap, start);
  const sequence = openSequence(reader, properties, start, false);
  for (;;) {
    const dash = reader.at++;
    const item = readNodeAfter(reader, { parent: indent, startsCollection: true, afterKey: false });
    sequence.items.push(item ?? emptyScalar(reader, null, dash + 1));
    sequence.span.end = Math.max(dash + 1, item?.span.end ?? 0);
    if (!continues(reader, indent, item ?? sequence) || !atIndicator(reader, '-')) return sequence;
  }
}

/**
 * Moves to the next token; true if it continues the collection, false if the collection has ended. Measured: a token on
 * the line on which `last` closes a bracket counts as being on its own line (`]` and `next: x` on one line).
 */
function continues(reader: Reader, indent: number, last: YamlNode): boolean {
  const gap = skipGap(reader);
  if (ends(reader)) return false;
  const lineStart = reader.at - (gap.newLine ? 0 : columnOf(reader, reader.at));
  if (!gap.newLine && last.span.start >= lineStart) {
    if (atIndicator(reader, ':')) return false;
    throw unexpected(reader, gap, last);
  }
  const line = gap.newLine ? gap : lineAt(reader, lineStart);
  if (line.tabbed && line.indent <= indent) throw new Fault('tab-indent', reader.at - 1);
  if (line.indent > indent) throw unexpected(reader, gap, last);
  return line.indent === indent;
}

function lineAt({ text }: Reader, lineStart: number): Gap {
  const indent = spacesFrom(text, lineStart);
  return { newLine: true, indent, tabbed: text.charCodeAt(lineStart + indent) === TAB };
}

function collectionIndent(reader: Reader, gap: Gap, start: number): number {
  if (gap.newLine) {
    if (gap.tabbed) throw new Fault('tab-indent', start - 1);
    return gap.indent;
  }
  for (let at = start - 1; isBlank(reader.text.charCodeAt(at)); at--) {
    if (reader.text.charCodeAt(at) === TAB) throw new Fault('tab-indent', at);
  }
  return columnOf(reader, start);
}

/** The end of a block scalar's text, excluding its last line break, as one would select it. */
function endOfBlock({ text, at }: Reader, start: number): number {
  let end = at;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}
