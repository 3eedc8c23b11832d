// The tokens that VS Code's reader of front matter works on, and its way through them.
import type { ScalarStyle, YamlError, YamlScalar } from '../../../model/yaml.ts';
import type { Span } from '../../../util/text.ts';

export type TokenKind =
  | 'scalar'
  | 'colon'
  | 'dash'
  | 'comma'
  | '{'
  | '}'
  | '['
  | ']'
  | 'line-end'
  | 'indent'
  | 'comment'
  | 'document-start'
  | 'document-end'
  | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** Of a scalar, as it is read; empty for all others. */
  readonly value: string;
  readonly style: ScalarStyle;
  /** Of an indent, in characters; a tab is one. */
  readonly width: number;
}

export function createToken(kind: TokenKind, start: number, end: number, more: Partial<Token> = {}): Token {
  return { kind, start, end, value: '', style: 'plain', width: 0, ...more };
}

/** Where the parser is. The last token is always `end`. */
export interface Tokens {
  readonly text: string;
  readonly all: readonly Token[];
  at: number;
  /** How many collections are open: their parser recurses. */
  depth: number;
  readonly errors: YamlError[];
}

/** Nobody nests deeper on purpose, and a text that does would exhaust the stack. */
const DEEPEST = 200;

export class TooDeep extends Error {}

/** Reads a collection one level further down. Throws `TooDeep`. */
export function nested<T>(tokens: Tokens, read: () => T): T {
  if (++tokens.depth > DEEPEST) throw new TooDeep();
  const result = read();
  tokens.depth--;
  return result;
}

export function peek({ all, at }: Tokens, ahead = 0): Token {
  return all[Math.min(at + ahead, all.length - 1)] as Token;
}

export function advance(tokens: Tokens): Token {
  const token = peek(tokens);
  if (token.kind !== 'end') tokens.at++;
  return token;
}

export function fault(tokens: Tokens, code: string, { start, end }: Span): void {
  tokens.errors.push({ code, message: MESSAGES[code] ?? code, span: { start, end } });
}

/** As VS Code words them, less what differs by place. */
const MESSAGES: Readonly<Record<string, string>> = {
  'duplicate-key': 'duplicate key',
  'missing-value': 'missing value',
  'missing-item': 'missing list item',
  'unexpected-indentation': 'unexpected indentation',
  'expected-colon': 'expected `:`',
  'expected-key': 'expected a key',
  'expected-map-end': 'expected `}`',
  'expected-list-end': 'expected `]`',
  'unexpected-token': 'unexpected character in a list',
};

export function skipBlank(tokens: Tokens): void {
  for (;;) {
    const { kind } = peek(tokens);
    const isBlank = kind === 'line-end' || kind === 'comment' || (kind === 'indent' && endsLine(peek(tokens, 1)));
    if (!isBlank) return;
    tokens.at++;
  }
}

function endsLine({ kind }: Token): boolean {
  return kind === 'line-end' || kind === 'comment' || kind === 'end';
}

/** Of the token that comes next; 0 where none is written before it. */
export function indentOf(tokens: Tokens): number {
  const token = peek(tokens);
  return token.kind === 'indent' ? token.width : 0;
}

export function scalarOf({ start, end, value, style }: Token): YamlScalar {
  return { kind: 'scalar', value, style, span: { start, end } };
}

export function emptyAt(offset: number): YamlScalar {
  return { kind: 'scalar', value: '', style: 'plain', span: { start: offset, end: offset } };
}

/** How many characters stand before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text[start - 1])) start--;
  return offset - start;
}

export function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

export function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** What can follow `-`, `:`, `---` and `...`; `undefined` is the end of the text. */
export function isGap(character: string | undefined): boolean {
  return character === undefined || isSpace(character) || isLineEnd(character);
}
