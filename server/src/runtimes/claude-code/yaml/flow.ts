// Flow collections: `[a, b]` and `{a: b}`.
import type { YamlNode, YamlPair } from '../../../model/yaml.ts';
import { Fault } from './fault.ts';
import { emptyScalar, openMap, openSequence, scalar } from './nodes.ts';
import { readPlain, startsPlain } from './plainScalar.ts';
import { type Properties, readAlias, readProperties } from './properties.ts';
import { readQuoted } from './quoted.ts';
import {
  atDocumentEnd,
  type Gap,
  isFlowIndicator,
  isSpace,
  nested,
  type Reader,
  skipGap,
  spansLines,
  withTabs,
} from './reader.ts';
import { plainScalarValue } from './values.ts';

/** Reads from the opening bracket to after the closing one. Lines inside must be indented deeper than `parent`. */
export function readFlowCollection(reader: Reader, parent: number, properties: Properties | null): YamlNode {
  const read = reader.text.charAt(reader.at) === '[' ? readFlowSequence : readFlowMap;
  return nested(reader, () => withTabs(reader, false, () => read(reader, parent, properties)));
}

function readFlowSequence(reader: Reader, parent: number, properties: Properties | null): YamlNode {
  const start = reader.at++;
  const sequence = openSequence(reader, properties, start, true);
  for (;;) {
    const gap = skipGap(reader);
    if (closes(reader, ']')) break;
    sequence.items.push(readSequenceItem(reader, parent, gap));
    readSeparator(reader, ']', 'unclosed-list', start);
  }
  sequence.span.end = ++reader.at;
  return sequence;
}

function readFlowMap(reader: Reader, parent: number, properties: Properties | null): YamlNode {
  const start = reader.at++;
  const map = openMap(reader, properties, start, true);
  for (;;) {
    const gap = skipGap(reader);
    if (closes(reader, '}')) break;
    map.pairs.push(readMapPair(reader, parent, gap));
    readSeparator(reader, '}', 'unclosed-map', start);
  }
  map.span.end = ++reader.at;
  return map;
}

/** After an item: a comma, or the closing bracket next. */
function readSeparator(
  reader: Reader,
  closing: string,
  unclosed: 'unclosed-list' | 'unclosed-map',
  opening: number,
): void {
  skipGap(reader);
  const character = reader.text.charAt(reader.at);
  if (character === ',') reader.at++;
  else if (character === '') throw new Fault(unclosed, opening);
  else if (character !== closing) throw unexpectedInFlow(reader);
}

function readSequenceItem(reader: Reader, parent: number, gap: Gap): YamlNode {
  const start = reader.at;
  if (atQuestionMark(reader)) return pairAsMap(reader, start, readExplicitPair(reader, parent, gap));
  if (atColon(reader, false)) {
    checkIndent(reader, parent, gap);
    return pairAsMap(reader, start, readPairValue(reader, parent, emptyScalar(reader, null, start)));
  }
  const key = readFlowNode(reader, parent, gap);
  const after = skipGap(reader);
  if (!atColon(reader, isJsonLike(key))) return key;
  // Measured: in a list, unlike in a mapping, a key and its colon must be on one line.
  if (after.newLine || spansLines(reader.text, start, reader.at)) throw new Fault('multiline-key', reader.at);
  return pairAsMap(reader, start, readPairValue(reader, parent, key));
}

function pairAsMap(reader: Reader, start: number, pair: YamlPair): YamlNode {
  const map = openMap(reader, null, start, true);
  map.pairs.push(pair);
  map.span.end = Math.max(reader.at, pair.value?.span.end ?? pair.key.span.end);
  return map;
}

function readMapPair(reader: Reader, parent: number, gap: Gap): YamlPair {
  if (atQuestionMark(reader)) return readExplicitPair(reader, parent, gap);
  const start = reader.at;
  if (atColon(reader, false)) {
    checkIndent(reader, parent, gap);
    return readPairValue(reader, parent, emptyScalar(reader, null, start));
  }
  const key = readFlowNode(reader, parent, gap);
  skipGap(reader);
  return atColon(reader, isJsonLike(key)) ? readPairValue(reader, parent, key) : { key, value: null };
}

function readExplicitPair(reader: Reader, parent: number, before: Gap): YamlPair {
  checkIndent(reader, parent, before);
  const mark = reader.at++;
  const gap = skipGap(reader);
  const ends = endsItem(reader);
  const key = ends || atColon(reader, false) ? emptyScalar(reader, null, mark + 1) : readFlowNode(reader, parent, gap);
  skipGap(reader);
  return atColon(reader, isJsonLike(key)) ? readPairValue(reader, parent, key) : { key, value: null };
}

function readPairValue(reader: Reader, parent: number, key: YamlNode): YamlPair {
  reader.at++;
  const gap = skipGap(reader);
  if (!endsItem(reader)) return { key, value: readFlowNode(reader, parent, gap) };
  if (reader.text.charAt(reader.at) === ',') checkIndent(reader, parent, gap);
  return { key, value: null };
}

function readFlowNode(reader: Reader, parent: number, before: Gap): YamlNode {
  checkIndent(reader, parent, before);
  const { text } = reader;
  const { properties, gap } = readProperties(reader, true);
  if (properties && gap?.newLine && '&!'.includes(text.charAt(reader.at)) && text.charAt(reader.at) !== '') {
    throw new Fault(text.charAt(reader.at) === '&' ? 'many-anchors' : 'many-tags', reader.at);
  }
  if (properties && gap && !']}'.includes(text.charAt(reader.at))) checkIndent(reader, parent, gap);
  if (properties && (endsItem(reader) || atColon(reader, false))) return emptyScalar(reader, properties, reader.at);
  const start = reader.at;
  switch (text.charAt(start)) {
    case '*':
      if (properties) throw new Fault('alias-properties', start);
      return readAlias(reader, true);
    case '"':
    case "'": {
      const value = readQuoted(reader, parent);
      const style = text.charAt(start) === '"' ? 'double' : 'single';
      return scalar(reader, properties, { value, style, span: { start, end: reader.at } });
    }
    case '[':
    case '{':
      return readFlowCollection(reader, parent, properties);
  }
  if (!startsPlain(text, start, true) || atDocumentEnd(reader)) throw unexpectedInFlow(reader);
  const plain = readPlain(reader, parent, true);
  const value = plainScalarValue(plain.text, properties?.tag);
  return scalar(reader, properties, { value, style: 'plain', span: { start, end: plain.end } });
}

/** Measured: a closing bracket, and a comma or colon after something, may have any indentation; nothing else may. */
function checkIndent(reader: Reader, parent: number, gap: Gap): void {
  if (gap.newLine && gap.indent <= parent && reader.at < reader.text.length) throw new Fault('flow-indent', reader.at);
}

function closes(reader: Reader, closing: string): boolean {
  return reader.text.charAt(reader.at) === closing;
}

function endsItem({ text, at }: Reader): boolean {
  const character = text.charAt(at);
  return character === ',' || character === ']' || character === '}';
}

/** A colon that makes a pair: before white space or a bracket, or right after a quoted or bracketed key. */
function atColon({ text, at }: Reader, adjacent: boolean): boolean {
  if (text.charAt(at) !== ':') return false;
  const next = text.charCodeAt(at + 1);
  return adjacent || isSpace(next) || isFlowIndicator(next);
}

function atQuestionMark({ text, at }: Reader): boolean {
  if (text.charAt(at) !== '?') return false;
  const next = text.charCodeAt(at + 1);
  return isSpace(next) || isFlowIndicator(next);
}

function isJsonLike(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.style !== 'plain';
  return node.kind !== 'alias' && node.flow;
}

function unexpectedInFlow({ text, at }: Reader): Fault {
  switch (text.charAt(at)) {
    case '':
      return new Fault('unclosed-list', at);
    case '#':
      return new Fault('comment-space', at);
    case '\0':
      return new Fault('null-character', at);
    case '%':
    case '@':
    case '`':
      return new Fault('reserved-character', at);
    default:
      return new Fault('flow-comma', at);
  }
}
