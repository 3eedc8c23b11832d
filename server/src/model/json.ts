// A JSON file as data with ranges, as strict as `JSON.parse`. The only importer of `jsonc-parser`. Never throws.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { createLineIndex, type LineIndex, type Span, trimSpan } from '../util/text.ts';

export type JsonValue = string | number | boolean | null | JsonValue[] | { readonly [key: string]: JsonValue };

export type JsonNode = JsonScalar | JsonList | JsonObject;

interface NodeBase {
  /** The value as written, quotes and brackets included. */
  readonly span: Span;
}

export interface JsonScalar extends NodeBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface JsonList extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly JsonNode[];
}

export interface JsonObject extends NodeBase {
  readonly kind: 'object';
  readonly properties: readonly JsonProperty[];
}

export interface JsonProperty {
  readonly key: string;
  /** The key as written, in its quotes. */
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export interface JsonFault {
  readonly kind: 'comment' | 'trailing-comma' | 'missing-comma' | 'unclosed-string' | 'ends-early' | 'unexpected';
  readonly span: Span;
}

export interface JsonDocument {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** Null if the text is not JSON. */
  readonly root: JsonNode | null;
  /** The first syntax error; later ones are guesses. Null if the text is JSON. */
  readonly fault: JsonFault | null;
}

export function parseJsonDocument(uri: string, text: string): JsonDocument {
  return { uri, text, lines: createLineIndex(text), ...readJson(text) };
}

function readJson(written: string): Pick<JsonDocument, 'root' | 'fault'> {
  // Editors on Windows may write a byte order mark; Claude Code accepts it.
  const text = written.replace(/^\uFEFF/, ' ');
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    if (tree && errors.length === 0) return { root: convert(tree), fault: null };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser recurses: text nested thousands of levels deep exhausts the stack.
    return { root: null, fault: { kind: 'unexpected', span: { start: 0, end: 1 } } };
  }
  const [first] = [...errors].sort((a, b) => a.offset - b.offset);
  return { root: null, fault: first ? toFault(text, first) : null };
}

function convert(node: Node): JsonNode {
  const span = { start: node.offset, end: node.offset + node.length };
  const children = node.children ?? [];
  if (node.type === 'array') return { kind: 'list', span, items: children.map(convert) };
  if (node.type !== 'object') return { kind: 'scalar', span, value: node.value };
  const properties = children.flatMap(({ children: [key, value] = [] }): JsonProperty[] => {
    if (!key || !value) return [];
    const keySpan = { start: key.offset, end: key.offset + key.length };
    return [{ key: key.value, keySpan, value: convert(value) }];
  });
  return { kind: 'object', span, properties };
}

function toFault(text: string, { error, offset, length }: ParseError): JsonFault {
  const span = { start: offset, end: offset + length };
  const rest = text.slice(offset);
  const code = printParseErrorCode(error);
  if (code === 'InvalidCommentToken') return { kind: 'comment', span };
  if (code === 'UnexpectedEndOfString') return { kind: 'unclosed-string', span: trimSpan(text, span) };
  if (rest.trim() === '') {
    const end = text.trimEnd().length;
    return { kind: 'ends-early', span: { start: Math.max(0, end - 1), end } };
  }
  const comma = code === 'PropertyNameExpected' || code === 'ValueExpected';
  const before = text.slice(0, offset).trimEnd();
  if (comma && /^[}\]]/.test(rest) && before.endsWith(',')) {
    return { kind: 'trailing-comma', span: { start: before.length - 1, end: before.length } };
  }
  const isMissing = code === 'CommaExpected' && /^["{[]/.test(rest);
  return {
    kind: isMissing ? 'missing-comma' : 'unexpected',
    span: { start: offset, end: offset + Math.max(1, length) },
  };
}

/** The entry of an object that counts for a key: the last one, as in `JSON.parse`. */
export function propertyOf(node: JsonNode | null | undefined, key: string): JsonProperty | undefined {
  return node?.kind === 'object' ? node.properties.findLast((property) => property.key === key) : undefined;
}

export function plainJson(node: JsonNode): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainJson);
    case 'object':
      return Object.fromEntries(node.properties.map(({ key, value }) => [key, plainJson(value)]));
  }
}

/** The node at a path, or the nearest existing node above it. */
export function nodeAt(node: JsonNode, path: readonly PropertyKey[]): JsonNode {
  const [first, ...rest] = path;
  if (first === undefined) return node;
  const below = node.kind === 'list' ? node.items[Number(first)] : propertyOf(node, String(first))?.value;
  return below ? nodeAt(below, rest) : node;
}
