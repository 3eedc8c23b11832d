// Block scalars: `|` keeps line endings, `>` folds them.
import { Fault } from './fault.ts';
import {
  afterBreak,
  atDocumentEnd,
  endOfLine,
  HASH,
  isBlank,
  isBreak,
  type Reader,
  spacesFrom,
  TAB,
} from './reader.ts';

interface Header {
  readonly folded: boolean;
  readonly chomp: '' | '+' | '-';
  /** Indentation relative to the parent, if a digit specifies it. */
  readonly indent: number | null;
}

/** Reads from the `|` or `>` to the start of the first line that is not part of the block. */
export function readBlockScalar(reader: Reader, parent: number): string {
  const header = readHeader(reader);
  const indent = header.indent === null ? detectIndent(reader, parent) : Math.max(parent, 0) + header.indent;
  const lines = readLines(reader, indent);
  const trailing = countTrailingBlank(lines);
  const content = lines.slice(0, lines.length - trailing);
  const body = header.folded ? fold(content) : content.join('\n');
  if (header.chomp === '-') return body;
  if (header.chomp === '+') return content.length === 0 ? '\n'.repeat(trailing) : `${body}\n${'\n'.repeat(trailing)}`;
  return content.length === 0 ? '' : `${body}\n`;
}

/** Measured: spaces may separate the indicators, too (`> -`). */
function readHeader(reader: Reader): Header {
  const { text } = reader;
  const folded = text.charAt(reader.at) === '>';
  let chomp: Header['chomp'] = '';
  let indent: number | null = null;
  let at = reader.at + 1;
  for (; ; at++) {
    const character = text.charAt(at);
    if ((character === '+' || character === '-') && chomp === '') chomp = character;
    else if (/[1-9]/.test(character) && indent === null) indent = Number(character);
    else if (!isBlank(text.charCodeAt(at))) break;
  }
  if (text.charCodeAt(at) === HASH && isBlank(text.charCodeAt(at - 1))) at = endOfLine(text, at);
  if (at < text.length && !isBreak(text.charCodeAt(at))) throw new Fault('bad-block-header', at, endOfLine(text, at));
  reader.at = at < text.length ? afterBreak(text, at) : at;
  return { folded, chomp, indent };
}

/** The indentation of the first line with text, or infinity; blank lines before it may not be deeper. */
function detectIndent(reader: Reader, parent: number): number {
  const { text, at } = reader;
  let deepestBlank = 0;
  let lineStart = at;
  while (lineStart < text.length) {
    const spaces = spacesFrom(text, lineStart);
    const first = lineStart + spaces;
    if (first >= text.length) break;
    if (isBreak(text.charCodeAt(first))) {
      deepestBlank = Math.max(deepestBlank, spaces);
      lineStart = afterBreak(text, first);
      continue;
    }
    if (atDocumentEnd(reader, lineStart)) break;
    if (text.charCodeAt(first) === TAB && spaces === 0) throw new Fault('tab-indent', first);
    if (spaces <= parent) break;
    if (deepestBlank > spaces) throw new Fault('blank-line-indent', at, lineStart);
    return spaces;
  }
  return Number.POSITIVE_INFINITY;
}

function readLines(reader: Reader, indent: number): string[] {
  const { text } = reader;
  const lines: string[] = [];
  let afterEmptyLine = true;
  while (reader.at < text.length) {
    const lineStart = reader.at;
    const spaces = Math.min(spacesFrom(text, lineStart), indent);
    const first = lineStart + spaces;
    if (first >= text.length) {
      // Measured: a last line of spaces without a line break counts if the block has no text at all.
      if (indent === Number.POSITIVE_INFINITY) lines.push('');
      reader.at = text.length;
      break;
    }
    if (spaces < indent && !isBreak(text.charCodeAt(first))) {
      // Measured: a line that starts with a tab ends the block, but is an error as the first line or after an empty one.
      if (spaces === 0 && text.charCodeAt(first) === TAB && afterEmptyLine) throw new Fault('tab-indent', first);
      break;
    }
    if (indent === 0 && atDocumentEnd(reader)) break;
    const end = endOfLine(text, first);
    const line = text.slice(first, end);
    if (line.includes('\0')) throw new Fault('null-character', first + line.indexOf('\0'));
    lines.push(line);
    afterEmptyLine = end === lineStart;
    reader.at = end < text.length ? afterBreak(text, end) : end;
  }
  return lines;
}

function countTrailingBlank(lines: readonly string[]): number {
  let count = 0;
  while (count < lines.length && lines[lines.length - 1 - count] === '') count++;
  return count;
}

/** A break between two lines becomes a space; lines that start with a space keep the breaks around them. */
function fold(lines: readonly string[]): string {
  let result = '';
  let blanks = 0;
  let previous: string | null = null;
  for (const line of lines) {
    if (line === '') {
      blanks++;
      continue;
    }
    if (previous === null) result += '\n'.repeat(blanks);
    else if (isMoreIndented(previous) || isMoreIndented(line)) result += '\n'.repeat(blanks + 1);
    else result += blanks === 0 ? ' ' : '\n'.repeat(blanks);
    result += line;
    previous = line;
    blanks = 0;
  }
  return result;
}

function isMoreIndented(line: string): boolean {
  return line.startsWith(' ') || line.startsWith('\t');
}
