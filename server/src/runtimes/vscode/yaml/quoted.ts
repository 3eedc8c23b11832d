// Scalars in quotes, as VS Code reads them: one that is never closed reaches to the end of the front matter.
import { HEX_DIGITS } from '../../shared/yamlCore.ts';
import { consumeLineEnd, type Scan } from './scanner.ts';
import { createToken, isLineEnd, isSpace } from './tokens.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  '\\': '\\',
  '"': '"',
  '/': '/',
  r: '\r',
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  v: '\v',
  f: '\f',
  ' ': ' ',
  _: '\u00a0',
};

const HIGHEST_CODE = 0x10ffff;

export function scanQuoted(state: Scan, quote: '"' | "'"): void {
  const { text } = state;
  const start = state.at++;
  const parts: string[] = [];
  while (state.at < text.length) {
    const character = text[state.at] ?? '';
    if (character === quote) {
      if (quote === '"' || text[state.at + 1] !== "'") break;
      parts.push("'");
      state.at += 2;
    } else if (quote === '"' && character === '\\') parts.push(readEscape(state));
    else if (isLineEnd(character)) foldLines(state, parts);
    else {
      parts.push(character);
      state.at++;
    }
  }
  if (state.at < text.length) state.at++;
  const style = quote === '"' ? 'double' : 'single';
  state.tokens.push(createToken('scalar', start, state.at, { value: parts.join(''), style }));
}

function readEscape(state: Scan): string {
  const { text } = state;
  const next = text[state.at + 1];
  if (isLineEnd(next)) {
    state.at++;
    consumeLineEnd(state);
    while (isSpace(text[state.at])) state.at++;
    return '';
  }
  const length = HEX_DIGITS.get(next ?? '');
  if (next !== undefined && length !== undefined) {
    const digits = text.slice(state.at + 2, state.at + 2 + length);
    const code = Number.parseInt(digits, 16);
    const isCode = digits.length === length && !Number.isNaN(code) && code <= HIGHEST_CODE;
    state.at += isCode ? 2 + length : 2;
    return isCode ? String.fromCodePoint(code) : `\\${next}`;
  }
  state.at += 2;
  return ESCAPES[next ?? ''] ?? `\\${next ?? ''}`;
}

/** A line break is a space, empty lines are line breaks, and spaces around it are dropped. */
function foldLines(state: Scan, parts: string[]): void {
  while (isSpace(parts.at(-1))) parts.pop();
  consumeLineEnd(state);
  let emptyLines = 0;
  for (;;) {
    while (isSpace(state.text[state.at])) state.at++;
    if (!consumeLineEnd(state)) break;
    emptyLines++;
  }
  parts.push(emptyLines > 0 ? '\n'.repeat(emptyLines) : ' ');
}
