// Quoted scalars: escapes, folded line endings, and the required indentation of their lines.
import { HEX_DIGITS, SIMPLE_ESCAPES } from '../../shared/yamlCore.ts';
import { Fault } from './fault.ts';
import { afterBreak, atDocumentEnd, isBlank, isBreak, type Reader, spacesFrom } from './reader.ts';

/** Reads from the opening quote to after the closing one. `parent` is the indentation that lines must exceed. */
export function readQuoted(reader: Reader, parent: number): string {
  const { text } = reader;
  const opening = reader.at;
  const quote = text.charAt(opening);
  let value = '';
  let at = opening + 1;
  for (;;) {
    const character = text.charAt(at);
    if (character === '') throw new Fault('unclosed-quote', opening, text.length);
    if (character === quote) {
      if (quote === '"' || text.charAt(at + 1) !== quote) break;
      value += quote;
      at += 2;
    } else if (character === '\\' && quote === '"') {
      const escaped = readEscape(reader, at, parent);
      value += escaped.value;
      at = escaped.end;
    } else if (isBlank(text.charCodeAt(at)) || isBreak(text.charCodeAt(at))) {
      const space = readSpace(reader, at, parent);
      value += space.value;
      at = space.end;
    } else if (character === '\0') {
      throw new Fault('null-character', at);
    } else {
      const end = endOfRun(text, at, quote);
      value += text.slice(at, end);
      at = end;
    }
  }
  reader.at = at + 1;
  return value;
}

interface Piece {
  readonly value: string;
  readonly end: number;
}

function endOfRun(text: string, from: number, quote: string): number {
  let at = from + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 92 || text.charAt(at) === quote) break;
  }
  return at;
}

/** Spaces inside a line stay; spaces around a line break are removed, and the break folds. */
function readSpace(reader: Reader, from: number, parent: number): Piece {
  const { text } = reader;
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  if (!isBreak(text.charCodeAt(at))) return { value: text.slice(from, at), end: at };
  const folded = foldBreaks(reader, at, parent);
  return { value: folded.breaks === 1 ? ' ' : '\n'.repeat(folded.breaks - 1), end: folded.end };
}

/**
 * One line break becomes a space; several become one fewer. Measured: between quotes, and only there, the first `\r\n`
 * counts as two, so text on two lines of a CRLF file gets a line break where its LF twin gets a space.
 */
function foldBreaks(reader: Reader, from: number, parent: number): { readonly breaks: number; readonly end: number } {
  const { text } = reader;
  let lineStart = from + 1;
  for (let breaks = 1; ; breaks++) {
    let at = lineStart;
    while (isBlank(text.charCodeAt(at))) at++;
    if (!isBreak(text.charCodeAt(at))) {
      if (at < text.length && spacesFrom(text, lineStart) <= parent) throw new Fault('quote-indent', at);
      if (atDocumentEnd(reader, at)) throw new Fault('unclosed-quote', at, at + 3);
      return { breaks, end: at };
    }
    lineStart = afterBreak(text, at);
  }
}

function readEscape(reader: Reader, at: number, parent: number): Piece {
  const { text } = reader;
  const name = text.charAt(at + 1);
  const simple = SIMPLE_ESCAPES.get(name);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  if (isBreak(name.charCodeAt(0))) {
    const { breaks, end } = foldBreaks(reader, at + 1, parent);
    return { value: '\n'.repeat(breaks - 1), end };
  }
  const digits = HEX_DIGITS.get(name);
  if (digits === undefined) throw new Fault('bad-escape', at, at + 2);
  const code = readHex(text, at + 2, digits);
  if (code === null) throw new Fault('bad-escape', at, at + 2);
  const end = at + 2 + digits;
  if (code < 0xd800 || code > 0xdfff) return { value: String.fromCodePoint(code), end };
  // Measured: two `\u` escapes may form a surrogate pair; half a pair is an error.
  const low = code < 0xdc00 && text.startsWith('\\u', end) ? readHex(text, end + 2, 4) : null;
  if (digits !== 4 || low === null || low < 0xdc00 || low > 0xdfff) throw new Fault('bad-escape', at, end);
  return { value: String.fromCharCode(code, low), end: end + 6 };
}

function readHex(text: string, start: number, digits: number): number | null {
  const written = text.slice(start, start + digits);
  if (written.length < digits || !/^[\da-fA-F]+$/.test(written)) return null;
  const code = Number.parseInt(written, 16);
  return code > 0x10ffff ? null : code;
}
