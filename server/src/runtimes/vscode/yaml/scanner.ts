// Cuts front matter into tokens as VS Code does: line by line, with no notion of anchors, aliases, tags or merge keys.
import { scanBlockScalar } from './blockScalar.ts';
import { scanQuoted } from './quoted.ts';
import { createToken, isGap, isLineEnd, isSpace, type Token, type TokenKind } from './tokens.ts';

export interface Scan {
  readonly text: string;
  at: number;
  readonly tokens: Token[];
  flowDepth: number;
  /** Outside flow collections, a second `: ` on a line is text. */
  hasColon: boolean;
  /** How many lines `---` there were: one may stand at the start, and a second ends the text. */
  documents: number;
}

/** Total. The last token is `end`. */
export function scan(text: string): Token[] {
  const state: Scan = { text, at: 0, tokens: [], flowDepth: 0, hasColon: false, documents: 0 };
  while (state.at < text.length && state.documents < 2) scanLine(state);
  push(state, 'end', 0);
  return state.tokens;
}

function scanLine(state: Scan): void {
  state.hasColon = false;
  const { text } = state;
  const start = state.at;
  while (isSpace(text[state.at])) state.at++;
  const width = state.at - start;
  if (width > 0) state.tokens.push(createToken('indent', start, state.at, { width }));
  const marker = width === 0 ? documentMarker(text, state.at) : null;
  if (marker === 'document-start') state.documents++;
  if (marker) push(state, marker, 3);
  // Directives are passed over.
  if (text[state.at] === '%' && !marker) skipToLineEnd(state);
  else scanContent(state);
  scanLineEnd(state);
}

/** `---` or `...` at the start of a line. */
export function documentMarker(text: string, at: number): 'document-start' | 'document-end' | null {
  const three = text.slice(at, at + 3);
  if ((three !== '---' && three !== '...') || !isGap(text[at + 3])) return null;
  return three === '---' ? 'document-start' : 'document-end';
}

function scanContent(state: Scan): void {
  const { text } = state;
  while (state.at < text.length && !isLineEnd(text[state.at])) {
    const character = text[state.at] ?? '';
    const mayBeBlock = (character === '|' || character === '>') && state.flowDepth === 0;
    if (mayBeBlock && startsBlockScalar(text, state.at)) {
      // It ends at the start of a line.
      scanBlockScalar(state);
      return;
    }
    if (isSpace(character)) state.at++;
    else if (character === '#') scanComment(state);
    else if (character === '"' || character === "'") scanQuoted(state, character);
    else if (!scanPunctuation(state, character)) scanPlain(state);
  }
}

/** Whether there was some. */
function scanPunctuation(state: Scan, character: string): boolean {
  const kind = punctuationAt(state, character);
  if (kind === null) return false;
  if (kind === '{' || kind === '[') state.flowDepth++;
  if (kind === '}' || kind === ']') state.flowDepth--;
  if (kind === 'colon' && state.flowDepth === 0) state.hasColon = true;
  push(state, kind, 1);
  return true;
}

function punctuationAt(state: Scan, character: string): TokenKind | null {
  const inFlow = state.flowDepth > 0;
  switch (character) {
    case '{':
    case '[':
      return character;
    case '}':
    case ']':
      return inFlow ? character : null;
    case ',':
      return inFlow ? 'comma' : null;
    case '-':
      return isGap(state.text[state.at + 1]) ? 'dash' : null;
    case ':':
      return isColon(state) || (inFlow && followsQuotedOrClosed(state.tokens)) ? 'colon' : null;
    default:
      return null;
  }
}

function isColon({ text, at, flowDepth, hasColon }: Scan): boolean {
  if (hasColon && flowDepth === 0) return false;
  const next = text[at + 1];
  return isGap(next) || (flowDepth > 0 && (next === ',' || next === '}' || next === ']'));
}

/** In flow collections, `"key":value` needs no space. */
function followsQuotedOrClosed(tokens: readonly Token[]): boolean {
  const last = tokens.findLast(({ kind }) => kind !== 'line-end' && kind !== 'indent' && kind !== 'comment');
  if (!last) return false;
  return (last.kind === 'scalar' && last.style !== 'plain') || last.kind === '}' || last.kind === ']';
}

function scanPlain(state: Scan): void {
  const { text } = state;
  const start = state.at;
  let end = start;
  while (state.at < text.length && !endsPlain(state, start)) {
    state.at++;
    if (!isSpace(text[state.at - 1])) end = state.at;
  }
  // What nothing else takes is text, so that each step goes on.
  if (state.at === start) end = ++state.at;
  state.tokens.push(createToken('scalar', start, end, { value: text.slice(start, end) }));
}

function endsPlain(state: Scan, start: number): boolean {
  const { text, at, flowDepth } = state;
  const character = text[at] ?? '';
  if (isLineEnd(character)) return true;
  if (flowDepth > 0 && ',{}[]'.includes(character)) return true;
  if (character === ':') return isColon(state);
  return character === '#' && at > start && isSpace(text[at - 1]);
}

/** After the indicators nothing but a comment follows. */
function startsBlockScalar(text: string, at: number): boolean {
  let next = at + 1;
  while (/[1-9+-]/.test(text[next] ?? '')) next++;
  while (isSpace(text[next])) next++;
  return next >= text.length || isLineEnd(text[next]) || text[next] === '#';
}

function scanComment(state: Scan): void {
  const start = state.at;
  skipToLineEnd(state);
  state.tokens.push(createToken('comment', start, state.at));
}

function skipToLineEnd(state: Scan): void {
  while (state.at < state.text.length && !isLineEnd(state.text[state.at])) state.at++;
}

function scanLineEnd(state: Scan): void {
  const start = state.at;
  if (consumeLineEnd(state)) state.tokens.push(createToken('line-end', start, state.at));
}

export function consumeLineEnd(state: Scan): boolean {
  const { text, at } = state;
  if (text.startsWith('\r\n', at)) state.at += 2;
  else if (isLineEnd(text[at])) state.at++;
  return state.at > at;
}

function push(state: Scan, kind: TokenKind, length: number): void {
  state.tokens.push(createToken(kind, state.at, state.at + length));
  state.at += length;
}
