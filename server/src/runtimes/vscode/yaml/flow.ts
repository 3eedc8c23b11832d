// Collections in brackets, as VS Code puts them together.
import type { YamlNode, YamlPair, YamlScalar } from '../../../model/yaml.ts';
import { advance, emptyAt, fault, nested, peek, scalarOf, type Tokens } from './tokens.ts';

/** At an opening bracket. */
export function flowCollection(tokens: Tokens): YamlNode {
  return nested(tokens, () => (peek(tokens).kind === '{' ? flowMap(tokens) : flowSequence(tokens)));
}

function flowMap(tokens: Tokens): YamlNode {
  const { start } = advance(tokens);
  const pairs: YamlPair[] = [];
  skipSpace(tokens);
  while (peek(tokens).kind !== '}' && peek(tokens).kind !== 'end') {
    if (peek(tokens).kind !== 'scalar') {
      fault(tokens, 'expected-key', peek(tokens));
      break;
    }
    pairs.push(flowPair(tokens));
    skipComma(tokens);
  }
  return { kind: 'map', flow: true, pairs, span: { start, end: close(tokens, '}', 'expected-map-end') } };
}

function flowPair(tokens: Tokens): YamlPair {
  const key = flowScalar(tokens);
  skipSpace(tokens);
  if (peek(tokens).kind !== 'colon') return { key, value: emptyAt(key.span.end) };
  tokens.at++;
  skipSpace(tokens);
  return { key, value: flowValue(tokens) ?? emptyAt(peek(tokens).start) };
}

function flowSequence(tokens: Tokens): YamlNode {
  const { start } = advance(tokens);
  const items: YamlNode[] = [];
  skipSpace(tokens);
  while (peek(tokens).kind !== ']' && peek(tokens).kind !== 'end') {
    const item = flowValue(tokens);
    if (!item) {
      fault(tokens, 'unexpected-token', advance(tokens));
      continue;
    }
    items.push(item);
    skipComma(tokens);
  }
  return { kind: 'sequence', flow: true, items, span: { start, end: close(tokens, ']', 'expected-list-end') } };
}

function flowValue(tokens: Tokens): YamlNode | null {
  const { kind } = peek(tokens);
  if (kind === '{' || kind === '[') return flowCollection(tokens);
  return kind === 'scalar' ? flowScalar(tokens) : null;
}

/** A plain one goes on over the lines that follow. */
function flowScalar(tokens: Tokens): YamlScalar {
  const first = advance(tokens);
  if (first.style !== 'plain') return scalarOf(first);
  const parts = [first.value];
  let { end } = first;
  for (;;) {
    let ahead = 0;
    let isNextLine = false;
    for (; isSpaceKind(peek(tokens, ahead).kind); ahead++) isNextLine ||= peek(tokens, ahead).kind === 'line-end';
    const next = peek(tokens, ahead);
    if (!isNextLine || next.kind !== 'scalar' || next.style !== 'plain') break;
    tokens.at += ahead + 1;
    parts.push(next.value);
    end = next.end;
  }
  return { kind: 'scalar', value: parts.join(' '), style: 'plain', span: { start: first.start, end } };
}

/** Where the collection ends. */
function close(tokens: Tokens, kind: '}' | ']', code: string): number {
  const token = peek(tokens);
  if (token.kind === kind) return advance(tokens).end;
  fault(tokens, code, token);
  return token.start;
}

function skipComma(tokens: Tokens): void {
  skipSpace(tokens);
  if (peek(tokens).kind !== 'comma') return;
  tokens.at++;
  skipSpace(tokens);
}

function skipSpace(tokens: Tokens): void {
  while (isSpaceKind(peek(tokens).kind)) tokens.at++;
}

function isSpaceKind(kind: string): boolean {
  return kind === 'line-end' || kind === 'indent' || kind === 'comment';
}
