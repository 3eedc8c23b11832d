// Nodes under construction: collections exist before their content, because an alias inside may refer to them.
import type { YamlMap, YamlNode, YamlPair, YamlScalar, YamlSequence } from '../../../model/yaml.ts';
import type { Span } from '../../../util/text.ts';
import type { Properties } from './properties.ts';
import type { Reader } from './reader.ts';
import { emptyValue } from './values.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] };
export type GrowingMap = Omit<YamlMap, 'span' | 'pairs'> & { readonly pairs: YamlPair[]; readonly span: Growing<Span> };
export type GrowingSequence = Omit<YamlSequence, 'span' | 'items'> & {
  readonly items: YamlNode[];
  readonly span: Growing<Span>;
};

export function openMap(reader: Reader, properties: Properties | null, start: number, flow: boolean): GrowingMap {
  const map: GrowingMap = { kind: 'map', flow, pairs: [], ...base(properties, start, start) };
  return register(reader, map);
}

export function openSequence(
  reader: Reader,
  properties: Properties | null,
  start: number,
  flow: boolean,
): GrowingSequence {
  const sequence: GrowingSequence = { kind: 'sequence', flow, items: [], ...base(properties, start, start) };
  return register(reader, sequence);
}

export function scalar(
  reader: Reader,
  properties: Properties | null,
  content: Pick<YamlScalar, 'value' | 'style' | 'span'>,
): YamlScalar {
  const { span, value, style } = content;
  return register(reader, { kind: 'scalar', value, style, ...base(properties, span.start, span.end) });
}

/** A node with only properties, or a missing key or item. */
export function emptyScalar(reader: Reader, properties: Properties | null, at: number): YamlScalar {
  const span = { start: properties?.start ?? at, end: properties?.end ?? at };
  return scalar(reader, properties, { value: emptyValue(properties?.tag), style: 'plain', span });
}

function base(
  properties: Properties | null,
  start: number,
  end: number,
): { span: Growing<Span>; anchor?: string; tag?: string } {
  return {
    span: { start, end },
    ...(properties?.tag === undefined ? {} : { tag: properties.tag }),
    ...(properties?.anchor === undefined ? {} : { anchor: properties.anchor }),
  };
}

function register<T extends YamlNode>(reader: Reader, node: T): T {
  if (node.anchor !== undefined) reader.anchors.set(node.anchor, node);
  return node;
}
