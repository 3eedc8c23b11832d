// Nodes under construction: collections exist before their content, because an alias inside may refer to them.
import type { YamlMap, YamlNode, YamlPair, YamlScalar, YamlSequence } from '../../../model/yaml.ts';
import { type Span, slice } from '../../../util/text.ts';
import { Fault } from './fault.ts';
import type { ParseState, Properties } from './parseState.ts';
import type { ScalarToken } from './tokens.ts';
import { scalarValue } from './values.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] };
export type GrowingMap = Omit<YamlMap, 'span' | 'pairs'> & { readonly pairs: YamlPair[]; readonly span: Growing<Span> };
export type GrowingSequence = Omit<YamlSequence, 'span' | 'items'> & {
  readonly items: YamlNode[];
  readonly span: Growing<Span>;
};

export function openMap(state: ParseState, properties: Properties | null, start: number, flow: boolean): GrowingMap {
  return register(state, { kind: 'map', flow, pairs: [], ...base(properties, start, start) });
}

export function openSequence(
  state: ParseState,
  properties: Properties | null,
  start: number,
  flow: boolean,
): GrowingSequence {
  return register(state, { kind: 'sequence', flow, items: [], ...base(properties, start, start) });
}

export function registerScalar(state: ParseState, properties: Properties | null, token: ScalarToken): YamlScalar {
  const { style, start, end } = token;
  // A bare `!` says nothing of a scalar.
  const tag = properties?.tag === '!' ? undefined : properties?.tag;
  const value = scalarValue(token.value, style, tag);
  if (value === undefined) {
    throw new Fault('tag-mismatch', { at: start, span: { start: properties?.start ?? start, end } });
  }
  return register(state, { kind: 'scalar', value, style, ...base(properties, start, end) });
}

/** A node with properties and nothing else, or a key or item that is not written. */
export function emptyScalar(state: ParseState, properties: Properties | null, at: number): YamlScalar {
  const { start, end } = properties ?? { start: at, end: at };
  return registerScalar(state, properties, { kind: 'scalar', value: '', style: 'plain', start, end });
}

/** Two equal keys in one mapping are an error. Keys that are collections are compared as written. */
export function uniqueKey({ scan }: ParseState, keys: Set<string>, key: YamlNode): void {
  const node = key.kind === 'alias' ? (key.target ?? key) : key;
  const isScalar = node.kind === 'scalar';
  const identity = isScalar ? `${typeof node.value} ${node.value}` : slice(scan.source.text, node.span);
  if (!keys.has(identity)) {
    keys.add(identity);
    return;
  }
  const detail = isScalar ? keyWords(node.value) : 'in YAML map';
  throw new Fault('duplicate-key', { at: key.span.start, span: key.span, detail });
}

function keyWords(value: YamlScalar['value']): string {
  switch (typeof value) {
    case 'string':
      return `with key ${JSON.stringify(value)}`;
    case 'boolean':
      return `with key \`${value}\``;
    default:
      return value === null ? 'with null key' : `with key ${value}`;
  }
}

function register<T extends YamlNode>(state: ParseState, node: T): T {
  state.nodes++;
  if (node.anchor !== undefined) state.anchors.set(node.anchor, node);
  return node;
}

function base(
  properties: Properties | null,
  start: number,
  end: number,
): { span: Growing<Span>; anchor?: string; tag?: string } {
  const { anchor, writtenTag } = properties ?? {};
  return {
    span: { start, end },
    ...(writtenTag === undefined ? {} : { tag: writtenTag }),
    ...(anchor === undefined ? {} : { anchor }),
  };
}
