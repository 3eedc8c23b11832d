// Where a cursor stands in the front matter, told from the lines around it, so also while the YAML is incomplete.
import type { Span } from '../util/text.ts';
import { findFrontMatter } from './fence.ts';

export type CursorPlace =
  | {
      readonly in: 'key';
      /** Keys of the maps around it, outermost first; empty at the top level. */
      readonly path: readonly string[];
      /** The key or the part of it that is written, without indentation, dash and colon. */
      readonly span: Span;
      /** A colon follows already. */
      readonly hasColon: boolean;
      /** The line is an item of a list (`- `), so a bare text is as likely as a key. */
      readonly item: boolean;
    }
  | {
      readonly in: 'value';
      /** The key the value belongs to and, before it, the keys around that one. */
      readonly path: readonly string[];
      readonly key: string;
      /** The whole value on this line, comment and blanks at its ends left out. */
      readonly span: Span;
      /** The word at the cursor, where the value is a list of names: ends at commas, blanks, brackets, quotes. */
      readonly word: Span;
      /** What stands before the value: a blank is missing after the colon. */
      readonly needsBlank: boolean;
    };

const LINE =
  /^([ \t]*)((?:-[ \t]+|-$)*)(?:(["']?)([^\s"':#{}[\],&*!|>%@`-][^"':#]{0,200}?|[^\s"':#{}[\],-])\3([ \t]*):(?=[ \t]|$))?/;

/** Null outside the front matter, and in a block of text (`|`, `>`), whose lines are neither keys nor values. */
export function cursorPlace(text: string, offset: number): CursorPlace | null {
  const frontMatter = findFrontMatter(text);
  if (frontMatter.state === 'missing') return null;
  // Blank lines after the opening fence belong to it for the runtime; a writer stands in the front matter there.
  const firstLine = text.indexOf('\n', frontMatter.open.start) + 1;
  const inner = { start: firstLine, end: frontMatter.inner.end };
  if (offset < inner.start || offset > inner.end) return null;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = lineAt(text, start);
  const match = LINE.exec(line);
  const indent = match?.[1]?.length ?? 0;
  const dashes = match?.[2] ?? '';
  const key = match?.[4];
  if (isInBlockText(text, inner, start, line)) return null;
  const path = parents(text, inner, start, indent, dashes.length > 0);
  const contentStart = start + indent + dashes.length;
  if (key === undefined || offset <= keyEnd(match, start)) {
    return placeInKey(text, { path, contentStart, lineEnd: start + line.length, key, item: dashes !== '', offset });
  }
  const colon = start + (match?.[0].length ?? 0);
  return placeInValue(text, { path: [...path, key], key, from: colon, lineEnd: start + line.length, offset });
}

function placeInKey(
  text: string,
  at: { path: string[]; contentStart: number; lineEnd: number; key: string | undefined; item: boolean; offset: number },
): CursorPlace {
  const { path, contentStart, lineEnd, key, item, offset } = at;
  // A bare item of a list belongs to the key above it as a value: `tools:` / `  - Re█`.
  const owner = path.at(-1);
  if (item && key === undefined && owner !== undefined) {
    const value = { path, key: owner, from: contentStart, lineEnd, offset, isItem: true };
    return placeInValue(text, value);
  }
  const written = key === undefined ? text.slice(contentStart, lineEnd).trimEnd() : key;
  const span = { start: Math.min(contentStart, offset), end: Math.max(offset, contentStart + written.length) };
  return { in: 'key', path, span, hasColon: key !== undefined, item };
}

function placeInValue(
  text: string,
  at: { path: string[]; key: string; from: number; lineEnd: number; offset: number; isItem?: boolean },
): CursorPlace {
  const rest = text.slice(at.from, at.lineEnd);
  const comment = /(?:^|[ \t])#.*$/.exec(rest);
  const end = at.from + (comment && at.from + comment.index < at.offset === false ? comment.index : rest.length);
  const lead = /^[ \t]*/.exec(text.slice(at.from, end))?.[0].length ?? 0;
  const start = Math.min(at.from + lead, Math.max(at.offset, at.from));
  const trimmedEnd = Math.max(start, at.offset, start + text.slice(start, end).trimEnd().length);
  const word = wordAt(text, { start, end: trimmedEnd }, at.offset);
  // A dash without a blank after it is no item yet, a colon without one no value.
  const needsBlank = at.isItem ? text.charAt(at.from - 1) === '-' : lead === 0 && start === at.from;
  return { in: 'value', path: at.path, key: at.key, span: { start, end: trimmedEnd }, word, needsBlank };
}

function wordAt(text: string, within: Span, offset: number): Span {
  const boundary = /[\s,[\]{}"']/;
  let start = Math.min(offset, within.end);
  let end = start;
  while (start > within.start && !boundary.test(text.charAt(start - 1))) start--;
  while (end < within.end && !boundary.test(text.charAt(end))) end++;
  return { start, end };
}

const BLOCK_HEADER = /[:-][ \t]+[|>][-+\d]{0,3}[ \t]*(?:#.*)?$/;

/** Whether a line with less indentation above opens a block of text, which goes on here. */
function isInBlockText(text: string, inner: Span, lineStart: number, line: string): boolean {
  const isBlank = line.trim() === '';
  let limit = indentation(line);
  // An empty line belongs to the block where the text below it does.
  if (isBlank) limit = Math.max(limit, indentation(lineBelow(text, lineStart + line.length, inner.end)));
  let start = lineStart;
  while (start > inner.start && limit > 0) {
    start = text.lastIndexOf('\n', start - 2) + 1;
    const above = lineAt(text, start);
    const indent = indentation(above);
    if (indent >= limit || indent === above.length) continue;
    if (BLOCK_HEADER.test(above)) return true;
    limit = indent;
  }
  return false;
}

/** The next line with text in it; empty where there is none. */
function lineBelow(text: string, from: number, end: number): string {
  let start = text.indexOf('\n', from) + 1;
  while (start > 0 && start < end) {
    const line = lineAt(text, start);
    if (line.trim() !== '') return line;
    start = text.indexOf('\n', start) + 1;
  }
  return '';
}

function indentation(line: string): number {
  let indent = 0;
  while (line.charAt(indent) === ' ' || line.charAt(indent) === '\t') indent++;
  return indent;
}

/** The keys around a line: each line above with less indentation that opens a map or a list. */
function parents(text: string, inner: Span, lineStart: number, indent: number, item: boolean): string[] {
  const path: string[] = [];
  // An item of a list may stand at the same indentation as the key it belongs to.
  let limit = item ? indent + 1 : indent;
  let start = lineStart;
  while (start > inner.start && limit > 0) {
    start = text.lastIndexOf('\n', start - 2) + 1;
    const match = LINE.exec(lineAt(text, start));
    const key = match?.[4];
    if (key === undefined) continue;
    const column = (match?.[1]?.length ?? 0) + (match?.[2]?.length ?? 0);
    if (column >= limit) continue;
    path.unshift(key);
    limit = Math.min(column, limit - 1);
    if ((match?.[2] ?? '') !== '') limit = (match?.[1]?.length ?? 0) + 1;
  }
  return path;
}

function keyEnd(match: RegExpExecArray | null, start: number): number {
  return start + (match?.[0].length ?? 0) - 1;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end);
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
