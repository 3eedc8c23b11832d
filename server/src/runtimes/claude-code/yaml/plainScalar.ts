// Plain scalars: unquoted text on one or more lines.
import { Fault } from './fault.ts';
import {
  afterBreak,
  atDocumentEnd,
  HASH,
  isBlank,
  isBreak,
  isFlowIndicator,
  isSpace,
  type Reader,
  spacesFrom,
} from './reader.ts';

const COLON = 58;

export interface PlainText {
  readonly text: string;
  readonly end: number;
  readonly lines: number;
}

/** True where a plain scalar may start at `at`; indicators are left to the caller. */
export function startsPlain(text: string, at: number, inFlow: boolean): boolean {
  const character = text.charAt(at);
  if (character === '-' || character === '?' || character === ':') {
    const next = text.charCodeAt(at + 1);
    return !isSpace(next) && !(inFlow && isFlowIndicator(next));
  }
  if (character === ',') return !inFlow;
  return character !== '' && !'[]{}#&*!|>\'"%@`\0'.includes(character);
}

/** Reads a plain scalar. Continuation lines must be indented deeper than `parent`. */
export function readPlain(reader: Reader, parent: number, inFlow: boolean): PlainText {
  const { text } = reader;
  let value = '';
  let lines = 1;
  let end = endOfPlainLine(text, reader.at, inFlow);
  value = text.slice(reader.at, end);
  for (;;) {
    const next = nextLine(reader, end, parent, inFlow);
    if (!next) break;
    const lineEnd = endOfPlainLine(text, next.start, inFlow);
    if (lineEnd === next.start) break;
    value += next.breaks === 1 ? ' ' : '\n'.repeat(next.breaks - 1);
    value += text.slice(next.start, lineEnd);
    end = lineEnd;
    lines += next.breaks;
  }
  reader.at = end;
  return { text: value, end, lines };
}

/** The end of the text on one line: before ` #`, `: `, and, inside brackets, their own characters. */
function endOfPlainLine(text: string, from: number, inFlow: boolean): number {
  let end = from;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBreak(code)) break;
    if (isBlank(code)) continue;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (isSpace(next) || (inFlow && isFlowIndicator(next))) break;
    } else if (code === HASH) {
      if (at > from && isBlank(text.charCodeAt(at - 1))) break;
    } else if (code === 0) {
      throw new Fault('null-character', at);
    } else if (inFlow && isFlowIndicator(code)) {
      break;
    }
    end = at + 1;
  }
  return end;
}

interface NextLine {
  readonly start: number;
  readonly breaks: number;
}

/** The line that continues a plain scalar ending at `from`; null if there is none. */
function nextLine(reader: Reader, from: number, parent: number, inFlow: boolean): NextLine | null {
  const { text } = reader;
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  let breaks = 0;
  let lineStart = at;
  while (isBreak(text.charCodeAt(at))) {
    breaks++;
    at = afterBreak(text, at);
    lineStart = at;
    while (isBlank(text.charCodeAt(at))) at++;
  }
  reader.lookedOver = at;
  if (breaks === 0 || at >= text.length || text.charCodeAt(at) === HASH) return null;
  if (spacesFrom(text, lineStart) <= parent) return null;
  if (atDocumentEnd(reader, at)) return null;
  if (inFlow && isFlowIndicator(text.charCodeAt(at))) return null;
  return { start: at, breaks };
}
