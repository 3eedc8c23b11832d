// Claude Code's second try after a YAML error: leading tabs become spaces, and top-level values that contain special
// characters are quoted. Measured on 2.1.329.
import type { Span } from '../../util/text.ts';
import type { Repair } from '../indexed.ts';
import { parseRuntimeYaml } from './yaml/index.ts';

export interface RepairedYaml {
  readonly text: string;
  readonly repairs: readonly Repair[];
  /** Runs of leading tabs, each tab read as two spaces. */
  readonly tabs: readonly Span[];
  /** Offset in `text` → offset in the document. */
  toSource(offset: number): number;
}

/** `.` does not match a carriage return, so no line of a CRLF file matches and nothing is ever quoted. */
const KEY_VALUE = /^([a-zA-Z_-]+):\s+(.+)$/;
const SPECIAL = /[{}[\]*&#!|>%@`]|: /;
export const SPACES_PER_TAB = 2;

/** Makes both changes at once. */
export function repairYaml(text: string, inner: Span): RepairedYaml {
  const tabs = leadingTabs(text, inner);
  const repairs = problemLines(text, inner);
  const edits: Edit[] = [
    ...tabs.map((span) => ({ ...span, replacement: ' '.repeat(length(span) * SPACES_PER_TAB), inside: insideTabs })),
    ...repairs.map(quoteEdit),
  ];
  const pieces = applyEdits(
    text,
    inner,
    edits.sort((one, other) => one.start - other.start),
  );
  return { text: pieces.map((piece) => piece.text).join(''), repairs, tabs, toSource: offsetMap(pieces, inner.end) };
}

/** Measured: after a lone carriage return too. */
function leadingTabs(text: string, inner: Span): Span[] {
  const found = text.slice(inner.start, inner.end).matchAll(/^\t+/gm);
  return Array.from(found, ({ index, 0: run }) => {
    const start = inner.start + index;
    return { start, end: start + run.length };
  });
}

/** Lines end at LF only. */
function problemLines(text: string, inner: Span): Repair[] {
  const repairs: Repair[] = [];
  for (let start = inner.start; start < inner.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > inner.end ? inner.end : newline;
    const repair = quoteLine(text.slice(start, end), start);
    if (repair) repairs.push(repair);
    start = end + 1;
  }
  return repairs;
}

/** A `key: value` line at column 0 whose value contains a special character and is not fully quoted. */
function quoteLine(line: string, start: number): Repair | null {
  const match = KEY_VALUE.exec(line);
  const key = match?.[1];
  const value = match?.[2];
  if (key === undefined || value === undefined) return null;
  if (!SPECIAL.test(value) || /^(?:".*"|'.*')$/.test(value) || isList(value)) return null;
  const valueStart = start + line.length - value.length;
  return {
    key,
    keySpan: { start, end: start + key.length },
    valueSpan: { start: valueStart, end: valueStart + value.length },
    replacement: `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  };
}

/** Measured: any white space after the colon (even a no-break space) becomes one space. */
function quoteEdit({ keySpan, valueSpan, replacement }: Repair): Edit {
  const start = keySpan.end + 1;
  const blanks = valueSpan.start - start;
  return {
    start,
    end: valueSpan.end,
    replacement: ` ${replacement}`,
    inside: (_, offset) => (offset === 0 ? 0 : blanks + insideQuoted(replacement, offset - 1)),
  };
}

/** Measured: `[a, b]` is left alone if it can be read on its own; `{a: b}` is not, nor is a list with a comment. */
function isList(value: string): boolean {
  return value.startsWith('[') && value.endsWith(']') && parseRuntimeYaml(value).errors.length === 0;
}

interface Edit extends Span {
  readonly replacement: string;
  /** Offset inside the replacement → offset inside what it replaces. */
  inside(replacement: string, offset: number): number;
}

interface Piece {
  readonly text: string;
  /** Where the piece starts in the repaired text and in the document. */
  readonly at: number;
  readonly source: number;
  readonly edit: Edit | null;
}

function applyEdits(text: string, inner: Span, edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let source = inner.start;
  const push = (part: string, edit: Edit | null): void => {
    pieces.push({ text: part, at, source, edit });
    at += part.length;
  };
  for (const edit of edits) {
    push(text.slice(source, edit.start), null);
    source = edit.start;
    push(edit.replacement, edit);
    source = edit.end;
  }
  push(text.slice(source, inner.end), null);
  return pieces;
}

function offsetMap(pieces: readonly Piece[], limit: number): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    if (!piece) return limit;
    const within = offset - piece.at;
    return Math.min(limit, piece.source + (piece.edit ? piece.edit.inside(piece.text, within) : within));
  };
}

function length({ start, end }: Span): number {
  return end - start;
}

function insideTabs(_replacement: string, offset: number): number {
  return Math.floor(offset / SPACES_PER_TAB);
}

/** Quotes and escapes take no space in the value as written. */
function insideQuoted(quoted: string, offset: number): number {
  const unescaped = quoted.slice(1, Math.max(1, offset)).replace(/\\(.)/g, '$1').length;
  return offset >= quoted.length ? unescaped - 1 : unescaped;
}
