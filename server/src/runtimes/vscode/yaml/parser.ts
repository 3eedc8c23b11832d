// Mappings and lists in blocks, as VS Code puts them together: what it cannot take it leaves, and what follows with it.
import type { YamlNode, YamlPair, YamlScalar } from '../../../model/yaml.ts';
import { flowCollection } from './flow.ts';
import {
  advance,
  columnOf,
  emptyAt,
  fault,
  indentOf,
  nested,
  peek,
  scalarOf,
  skipBlank,
  type Token,
  type Tokens,
} from './tokens.ts';

/** `parent`: the column of the collection the value belongs to; -1 at the top. Null where no value stands. */
export function blockValue(tokens: Tokens, parent: number): YamlNode | null {
  skipBlank(tokens);
  const first = pastIndent(tokens);
  if (first.kind === '{' || first.kind === '[') {
    skipIndent(tokens);
    return flowCollection(tokens);
  }
  const indent = indentOf(tokens);
  if (first.kind === 'dash') return blockSequence(tokens, indent);
  if (startsPair(tokens)) return blockMap(tokens, indent, false);
  if (first.kind !== 'scalar') return null;
  skipIndent(tokens);
  return blockScalar(tokens, parent);
}

function blockScalar(tokens: Tokens, parent: number): YamlScalar {
  const token = advance(tokens);
  return token.style === 'plain' ? plainLines(tokens, token, parent) : scalarOf(token);
}

function pastIndent(tokens: Tokens): Token {
  const token = peek(tokens);
  return token.kind === 'indent' ? peek(tokens, 1) : token;
}

function skipIndent(tokens: Tokens): void {
  if (peek(tokens).kind === 'indent') tokens.at++;
}

function startsPair(tokens: Tokens): boolean {
  const first = peek(tokens).kind === 'indent' ? 1 : 0;
  return peek(tokens, first).kind === 'scalar' && peek(tokens, first + 1).kind === 'colon';
}

/** `inItem`: the first pair stands after a dash. */
function blockMap(tokens: Tokens, indent: number, inItem: boolean): YamlNode {
  return nested(tokens, () => {
    const { start } = peek(tokens);
    const pairs: YamlPair[] = [];
    const keys = new Set<string>();
    if (inItem) add(blockPair(tokens, indent));
    for (;;) {
      skipBlank(tokens);
      if (peek(tokens).kind === 'end' || !isAtIndent(tokens, indentOf(tokens), indent)) break;
      if (!startsPair(tokens)) break;
      const pair = blockPair(tokens, indent);
      if (keys.has(String(pair.key.value))) fault(tokens, 'duplicate-key', pair.key.span);
      add(pair);
    }
    function add(pair: YamlPair & { readonly key: YamlScalar }): void {
      keys.add(String(pair.key.value));
      pairs.push(pair);
    }
    const end = pairs.at(-1)?.value?.span.end ?? start;
    return { kind: 'map', flow: false, pairs, span: { start, end } };
  });
}

/** What is indented too far is read all the same. */
function isAtIndent(tokens: Tokens, found: number, wanted: number): boolean {
  if (found > wanted) fault(tokens, 'unexpected-indentation', peek(tokens));
  return found >= wanted;
}

/** Only where `startsPair`. */
function blockPair(tokens: Tokens, indent: number): YamlPair & { readonly key: YamlScalar; readonly value: YamlNode } {
  skipIndent(tokens);
  const key = scalarOf(advance(tokens));
  const colon = advance(tokens);
  return { key, value: pairValue(tokens, indent, colon) };
}

function pairValue(tokens: Tokens, indent: number, colon: Token): YamlNode {
  const { kind } = peek(tokens);
  if (kind === '{' || kind === '[') return flowCollection(tokens);
  if (kind === 'scalar') return blockScalar(tokens, indent);
  skipBlank(tokens);
  const found = indentOf(tokens);
  // The items of a list may stand right below its key.
  const hasItems = found === indent && pastIndent(tokens).kind === 'dash';
  if (peek(tokens).kind === 'end' || (found <= indent && !hasItems)) {
    fault(tokens, 'missing-value', colon);
    return emptyAt(colon.end);
  }
  return blockValue(tokens, indent) ?? emptyAt(colon.end);
}

function blockSequence(tokens: Tokens, indent: number): YamlNode {
  return nested(tokens, () => {
    const { start } = peek(tokens);
    const items: YamlNode[] = [];
    for (;;) {
      skipBlank(tokens);
      const token = peek(tokens);
      if (token.kind === 'end') break;
      const isFirstAfterDash = items.length === 0 && token.kind === 'dash';
      const found = isFirstAfterDash ? columnOf(tokens.text, token.start) : indentOf(tokens);
      if (!isAtIndent(tokens, found, indent) || pastIndent(tokens).kind !== 'dash') break;
      skipIndent(tokens);
      items.push(item(tokens, indent, advance(tokens)));
    }
    return { kind: 'sequence', flow: false, items, span: { start, end: items.at(-1)?.span.end ?? start } };
  });
}

function item(tokens: Tokens, indent: number, dash: Token): YamlNode {
  if (peek(tokens).kind === 'comment') tokens.at++;
  const token = peek(tokens);
  const column = (): number => columnOf(tokens.text, token.start);
  switch (token.kind) {
    case '{':
    case '[':
      return flowCollection(tokens);
    case 'dash':
      return blockSequence(tokens, column());
    case 'scalar':
      return peek(tokens, 1).kind === 'colon' ? blockMap(tokens, column(), true) : blockScalar(tokens, indent);
    default:
      return itemBelow(tokens, indent, dash);
  }
}

function itemBelow(tokens: Tokens, indent: number, dash: Token): YamlNode {
  skipBlank(tokens);
  if (peek(tokens).kind === 'end' || indentOf(tokens) <= indent) {
    fault(tokens, 'missing-item', dash);
    return emptyAt(dash.end);
  }
  return blockValue(tokens, indent) ?? emptyAt(dash.end);
}

/** A plain scalar goes on over the lines that are indented further than its parent, and not over one with a key. */
function plainLines(tokens: Tokens, first: Token, parent: number): YamlScalar {
  const parts = [first.value];
  let { end } = first;
  for (;;) {
    const before = tokens.at;
    const emptyLines = skipToNextLine(tokens, parent);
    if (emptyLines === null) {
      tokens.at = before;
      break;
    }
    skipIndent(tokens);
    const isDash = peek(tokens).kind === 'dash';
    if (!isDash && (peek(tokens).kind !== 'scalar' || peek(tokens, 1).kind === 'colon')) {
      tokens.at = before;
      break;
    }
    const token = advance(tokens);
    const text = isDash && peek(tokens).kind === 'scalar' ? advance(tokens) : null;
    const line = isDash ? (text ? `- ${text.value}` : '-') : token.value;
    end = (text ?? token).end;
    parts.push(emptyLines > 0 ? '\n'.repeat(emptyLines) : ' ', line);
  }
  return { kind: 'scalar', value: parts.join(''), style: 'plain', span: { start: first.start, end } };
}

/** How many empty lines lie between; null where the next line is not a part of the scalar. */
function skipToNextLine(tokens: Tokens, parent: number): number | null {
  let emptyLines = 0;
  while (peek(tokens).kind === 'line-end') {
    tokens.at++;
    const token = peek(tokens);
    const next = peek(tokens, 1).kind;
    if (token.kind === 'line-end') emptyLines++;
    else if (token.kind === 'indent' && (next === 'line-end' || next === 'end')) {
      emptyLines++;
      tokens.at++;
    } else if (token.kind === 'indent') return next !== 'comment' && token.width > parent ? emptyLines : null;
    else if (token.kind === 'end' || token.kind === 'document-start' || token.kind === 'document-end') return null;
    else return parent < 0 ? emptyLines : null;
  }
  return null;
}
