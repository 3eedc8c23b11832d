// Flow collections (`[a, b]`, `{a: b}`), with the quirks of libyaml's parser.
import type { YamlNode } from '../../../model/yaml.ts';
import { closeCollection } from './aliases.ts';
import { emptyScalar, openMap, openSequence, uniqueKey } from './nodes.ts';
import { parseNode, unexpected } from './parser.ts';
import { nested, type ParseState, type Properties } from './parseState.ts';
import { peek, take } from './scanner.ts';

export function parseFlowSequence(state: ParseState, properties: Properties | null): YamlNode {
  const { start } = take(state.scan);
  const sequence = openSequence(state, properties, start, true);
  for (let isFirst = true; peek(state.scan).kind !== 'flow-sequence-end'; isFirst = false) {
    if (!isFirst) {
      const comma = peek(state.scan);
      if (comma.kind !== 'flow-entry') {
        throw unexpected('expected-list-end', 'while parsing a flow sequence', start, comma);
      }
      take(state.scan);
      if (peek(state.scan).kind === 'flow-sequence-end') break;
    }
    const { kind, start: at } = peek(state.scan);
    sequence.items.push(kind === 'key' ? nested(state, at, () => parseSinglePair(state)) : parseNode(state, 'flow'));
  }
  sequence.span.end = take(state.scan).end;
  return closeCollection(state, sequence);
}

/** `[a: b]`: a mapping of one pair without braces. */
function parseSinglePair(state: ParseState): YamlNode {
  const mark = take(state.scan);
  const map = openMap(state, null, mark.start, true);
  const next = peek(state.scan);
  const hasKey = next.kind !== 'value' && next.kind !== 'flow-entry' && next.kind !== 'flow-sequence-end';
  // Where the key is missing, libyaml passes over the next token, whatever it is: `[? : a]` is an error.
  const key = hasKey ? parseNode(state, 'flow') : emptyScalar(state, null, take(state.scan).end);
  const value = parseFlowValue(state, 'flow-sequence-end');
  map.pairs.push({ key, value });
  map.span.end = Math.max(mark.end, key.span.end, value?.span.end ?? 0);
  return closeCollection(state, map);
}

export function parseFlowMapping(state: ParseState, properties: Properties | null): YamlNode {
  const { start } = take(state.scan);
  const map = openMap(state, properties, start, true);
  const keys = new Set<string>();
  for (let isFirst = true; peek(state.scan).kind !== 'flow-mapping-end'; isFirst = false) {
    if (!isFirst) {
      const comma = peek(state.scan);
      if (comma.kind !== 'flow-entry')
        throw unexpected('expected-map-end', 'while parsing a flow mapping', start, comma);
      take(state.scan);
      if (peek(state.scan).kind === 'flow-mapping-end') break;
    }
    const isPair = peek(state.scan).kind === 'key';
    const key = isPair ? parseFlowKey(state) : parseNode(state, 'flow');
    uniqueKey(state, keys, key);
    map.pairs.push({ key, value: isPair ? parseFlowValue(state, 'flow-mapping-end') : null });
  }
  map.span.end = take(state.scan).end;
  return closeCollection(state, map);
}

function parseFlowKey(state: ParseState): YamlNode {
  const mark = take(state.scan);
  const { kind } = peek(state.scan);
  const isEmpty = kind === 'value' || kind === 'flow-entry' || kind === 'flow-mapping-end';
  return isEmpty ? emptyScalar(state, null, mark.end) : parseNode(state, 'flow');
}

/** Null where nothing is written. */
function parseFlowValue(state: ParseState, end: 'flow-sequence-end' | 'flow-mapping-end'): YamlNode | null {
  if (peek(state.scan).kind !== 'value') return null;
  take(state.scan);
  const { kind } = peek(state.scan);
  return kind === 'flow-entry' || kind === end ? null : parseNode(state, 'flow');
}
