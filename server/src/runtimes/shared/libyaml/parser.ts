// Documents, nodes and block collections. Follows libyaml's parser; the events it would send become nodes at once.
import type { YamlNode, YamlPair } from '../../../model/yaml.ts';
import { closeCollection, followAlias } from './aliases.ts';
import { Fault } from './fault.ts';
import { parseFlowMapping, parseFlowSequence } from './flow.ts';
import { emptyScalar, type GrowingSequence, openMap, openSequence, registerScalar, uniqueKey } from './nodes.ts';
import { declare, nested, type ParseState, type Properties, resolveTag } from './parseState.ts';
import { peek, take } from './scanner.ts';
import type { NameToken, TagToken, Token } from './tokens.ts';

/** The first document of the text: null where there is nothing but comments. More text than it is an error. */
export function parseStream(state: ParseState): YamlNode | null {
  if (peek(state.scan).kind === 'stream-end') return null;
  const root = parseDocument(state);
  if (peek(state.scan).kind !== 'document-end') return onlyDocument(state, root, peek(state.scan));
  take(state.scan);
  return onlyDocument(state, root, afterDocumentEnd(state));
}

/** serde_yaml counts whatever follows the first document as a second one, even where it cannot be read. */
function onlyDocument(state: ParseState, root: YamlNode | null, next: Token): YamlNode | null {
  if (next.kind === 'stream-end') return root;
  const isDocument = next.kind === 'document-start' || state.endedDocument;
  const code = isDocument ? 'several-documents' : 'text-after-document';
  throw new Fault(code, { at: next.start, span: { start: next.start, end: Math.max(next.end, next.start + 1) } });
}

function afterDocumentEnd(state: ParseState): Token {
  const { source } = state.scan;
  state.endedDocument = true;
  try {
    while (peek(state.scan).kind === 'document-end') take(state.scan);
    return peek(state.scan);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { kind: 'document-start', start: source.at, end: source.at };
  }
}

function parseDocument(state: ParseState): YamlNode | null {
  const first = peek(state.scan);
  if (!isDirective(first) && first.kind !== 'document-start') return parseNode(state, 'block');
  for (let token = first; isDirective(token); token = peek(state.scan)) declare(state, take(state.scan));
  const start = peek(state.scan);
  if (start.kind !== 'document-start') throw new Fault('expected-document', { at: start.start });
  take(state.scan);
  const next = peek(state.scan);
  const isEmpty = isDirective(next) || next.kind.startsWith('document-') || next.kind === 'stream-end';
  return isEmpty ? null : parseNode(state, 'block');
}

function isDirective({ kind }: Token): boolean {
  return kind === 'yaml-directive' || kind === 'tag-directive';
}

/** `entry`: in a block mapping, where a list may stand at the column of its key. */
export function parseNode(state: ParseState, place: 'block' | 'entry' | 'flow'): YamlNode {
  const first = peek(state.scan);
  if (first.kind === 'alias') {
    take(state.scan);
    return followAlias(state, first);
  }
  const properties = parseProperties(state);
  const token = peek(state.scan);
  switch (token.kind) {
    case 'scalar':
      take(state.scan);
      return registerScalar(state, properties, token);
    case 'flow-sequence-start':
      return nested(state, token.start, () => parseFlowSequence(state, properties));
    case 'flow-mapping-start':
      return nested(state, token.start, () => parseFlowMapping(state, properties));
    case 'block-entry':
      if (place === 'entry') return nested(state, token.start, () => parseIndentlessSequence(state, properties));
      break;
    case 'block-sequence-start':
      if (place !== 'flow') return nested(state, token.start, () => parseBlockSequence(state, properties));
      break;
    case 'block-mapping-start':
      if (place !== 'flow') return nested(state, token.start, () => parseBlockMapping(state, properties));
      break;
  }
  if (properties) return emptyScalar(state, properties, properties.end);
  const context = place === 'flow' ? 'while parsing a flow node' : 'while parsing a block node';
  throw new Fault('expected-node', { at: token.start, context, contextAt: first.start });
}

/** An anchor and a tag, in either order. */
function parseProperties(state: ParseState): Properties | null {
  let anchor: NameToken | undefined;
  let tag: TagToken | undefined;
  for (;;) {
    const token = peek(state.scan);
    if (token.kind === 'anchor' && !anchor) anchor = token;
    else if (token.kind === 'tag' && !tag) tag = token;
    else break;
    take(state.scan);
  }
  const [first, last] = anchor && tag && anchor.start > tag.start ? [tag, anchor] : [anchor ?? tag, tag ?? anchor];
  if (!first || !last) return null;
  const written = tag && {
    tag: resolveTag(state, tag, first.start),
    writtenTag: state.scan.source.text.slice(tag.start, tag.end),
  };
  return { start: first.start, end: last.end, ...(anchor ? { anchor: anchor.name } : {}), ...written };
}

function parseBlockMapping(state: ParseState, properties: Properties | null): YamlNode {
  const { start } = take(state.scan);
  const map = openMap(state, properties, start, false);
  const keys = new Set<string>();
  for (;;) {
    const token = peek(state.scan);
    if (token.kind === 'block-end') {
      take(state.scan);
      return closeCollection(state, map);
    }
    if (token.kind !== 'key') throw unexpected('expected-key', 'while parsing a block mapping', start, token);
    take(state.scan);
    const key = parseEntryNode(state) ?? emptyScalar(state, null, token.end);
    uniqueKey(state, keys, key);
    const value = parseBlockValue(state);
    map.pairs.push({ key, value: value?.node ?? null });
    map.span.end = Math.max(key.span.end, value?.node?.span.end ?? value?.colonEnd ?? 0);
  }
}

function parseBlockValue(state: ParseState): { readonly node: YamlPair['value']; readonly colonEnd: number } | null {
  const token = peek(state.scan);
  if (token.kind !== 'value') return null;
  take(state.scan);
  return { node: parseEntryNode(state), colonEnd: token.end };
}

/** Null where nothing is written. */
function parseEntryNode(state: ParseState): YamlNode | null {
  const { kind } = peek(state.scan);
  return kind === 'key' || kind === 'value' || kind === 'block-end' ? null : parseNode(state, 'entry');
}

function parseBlockSequence(state: ParseState, properties: Properties | null): YamlNode {
  const { start } = take(state.scan);
  const sequence = openSequence(state, properties, start, false);
  for (;;) {
    const token = peek(state.scan);
    if (token.kind === 'block-end') {
      take(state.scan);
      return closeCollection(state, sequence);
    }
    if (token.kind !== 'block-entry') {
      throw unexpected('expected-item', 'while parsing a block collection', start, token);
    }
    parseItem(state, sequence, ['block-entry', 'block-end']);
  }
}

/** A list whose items stand at the column of the key they belong to. */
function parseIndentlessSequence(state: ParseState, properties: Properties | null): YamlNode {
  const sequence = openSequence(state, properties, peek(state.scan).start, false);
  while (peek(state.scan).kind === 'block-entry') {
    parseItem(state, sequence, ['block-entry', 'key', 'value', 'block-end']);
  }
  return closeCollection(state, sequence);
}

/** `after`: what may follow the dash of an item with nothing in it. */
function parseItem(state: ParseState, sequence: GrowingSequence, after: readonly Token['kind'][]): void {
  const dash = take(state.scan);
  const isEmpty = after.includes(peek(state.scan).kind);
  const item = isEmpty ? emptyScalar(state, null, dash.end) : parseNode(state, 'block');
  sequence.items.push(item);
  sequence.span.end = Math.max(dash.end, item.span.end);
}

export function unexpected(
  code: 'expected-key' | 'expected-item' | 'expected-list-end' | 'expected-map-end',
  context: ConstructorParameters<typeof Fault>[1]['context'] & string,
  contextAt: number,
  { start, end }: Token,
): Fault {
  return new Fault(code, { at: start, context, contextAt, span: { start, end: Math.max(end, start + 1) } });
}
