// YAML with ranges: the only importer of `yaml`. Never throws; aliases are kept as references and never expanded.
import { isAlias, isCollection, isMap, isNode, type Node, type Pair, parseAllDocuments, type Scalar } from 'yaml';
import type { Span } from '../util/text.ts';

export type YamlNode = YamlScalar | YamlMap | YamlSequence | YamlAlias;
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface NodeBase {
  /** The node as written, quotes and block indicators included. */
  readonly span: Span;
  /** An explicit tag such as `!!str`, where one is written. */
  readonly tag?: string;
  readonly anchor?: string;
}

export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | bigint | null;
  readonly style: ScalarStyle;
}

export interface YamlMap extends NodeBase {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
}

export interface YamlSequence extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export interface YamlAlias extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** What the alias stands for; null where no such anchor came before it. */
  readonly target: YamlNode | null;
}

export interface YamlPair {
  readonly key: YamlNode;
  /** Null where nothing is written after the colon. */
  readonly value: YamlNode | null;
}

export interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** One YAML text, read. Where `errors` is not empty `root` holds what could be read. */
export interface YamlTree {
  readonly root: YamlNode | null;
  readonly errors: readonly YamlError[];
  readonly documentCount: number;
}

/**
 * Reads YAML 1.2 (core schema, repeated keys kept). `toSource` maps an offset in `text` to an offset in the
 * document, so that a changed or cut-out text still gives ranges in the file.
 */
export function parseYaml(text: string, toSource: ToSource = (offset) => offset): YamlTree {
  try {
    const parsed = parseAllDocuments(text, {
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const documents = Array.isArray(parsed) ? parsed : [];
    const first = documents[0];
    const errors = documents.flatMap((document) =>
      document.errors.map((error) => ({
        code: error.code,
        message: error.message,
        span: spanOf(error.pos[0], error.pos[1], toSource),
      })),
    );
    const root = first?.contents ? convert(first.contents, toSource, new Map()) : null;
    return { root, errors, documentCount: documents.length };
  } catch (error) {
    // The parser recurses, so a text nested thousands deep exhausts the stack.
    const message = error instanceof RangeError ? 'nested too deeply' : String(error);
    return {
      root: null,
      errors: [{ code: 'UNREADABLE', message, span: spanOf(0, text.length, toSource) }],
      documentCount: 1,
    };
  }
}

/** The node an alias stands for, and any other node itself. */
export function resolveAlias(node: YamlNode | null): YamlNode | null {
  let current = node;
  for (let hops = 0; current?.kind === 'alias'; hops++) {
    if (hops > 100) return null;
    current = current.target;
  }
  return current;
}

/** The text of a key as the readers of front matter see it: scalars only. */
export function keyText(key: YamlNode): string {
  const node = resolveAlias(key);
  return node?.kind === 'scalar' ? String(node.value) : '';
}

type ToSource = (offset: number) => number;

function spanOf(start: number, end: number, toSource: ToSource): Span {
  const from = toSource(start);
  return { start: from, end: Math.max(from, toSource(end)) };
}

function convert(node: Node, toSource: ToSource, anchors: Map<string, YamlNode>): YamlNode {
  const [start, valueEnd] = node.range ?? [0, 0, 0];
  const base: NodeBase = {
    span: spanOf(start, valueEnd, toSource),
    ...(node.tag ? { tag: node.tag } : {}),
    ...('anchor' in node && node.anchor ? { anchor: node.anchor } : {}),
  };
  const made = convertKind(node, base, toSource, anchors);
  if (made.anchor) anchors.set(made.anchor, made);
  return made;
}

function convertKind(node: Node, base: NodeBase, toSource: ToSource, anchors: Map<string, YamlNode>): YamlNode {
  if (isAlias(node)) {
    return { ...base, kind: 'alias', name: node.source, target: anchors.get(node.source) ?? null };
  }
  if (isMap(node)) {
    const pairs = node.items.map((pair) => convertPair(pair, base.span, toSource, anchors));
    return { ...base, kind: 'map', flow: node.flow === true, pairs };
  }
  if (isCollection(node)) {
    const items = node.items.map((item) => convertPart(item, base.span, toSource, anchors));
    return { ...base, kind: 'sequence', flow: node.flow === true, items };
  }
  const scalar = node as Scalar;
  return { ...base, kind: 'scalar', value: scalarValue(scalar.value), style: styleOf(scalar) };
}

function convertPair(pair: Pair, parent: Span, toSource: ToSource, anchors: Map<string, YamlNode>): YamlPair {
  const key = convertPart(pair.key, parent, toSource, anchors);
  return { key, value: isWritten(pair.value) ? convert(pair.value, toSource, anchors) : null };
}

/** `yaml` stands an empty plain scalar where nothing is written; quotes, tags and anchors are something written. */
function isWritten(value: unknown): value is Node {
  if (!isNode(value)) return false;
  const [start, end] = value.range ?? [0, 0];
  return end > start || Boolean(value.tag) || ('anchor' in value && Boolean(value.anchor));
}

/** Keys and items may be missing (`- ` or `: x`): these become a null scalar at the start of their parent. */
function convertPart(part: unknown, parent: Span, toSource: ToSource, anchors: Map<string, YamlNode>): YamlNode {
  if (isNode(part)) return convert(part, toSource, anchors);
  return { kind: 'scalar', value: null, style: 'plain', span: { start: parent.start, end: parent.start } };
}

function scalarValue(value: unknown): YamlScalar['value'] {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
      return value;
    default:
      return value === null || value === undefined ? null : String(value);
  }
}

function styleOf(scalar: Scalar): ScalarStyle {
  switch (scalar.type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}

/** The scalar a node is or stands for; null for anything else. */
export function scalarOf(node: YamlNode | null): YamlScalar | null {
  const resolved = resolveAlias(node);
  return resolved?.kind === 'scalar' ? resolved : null;
}
