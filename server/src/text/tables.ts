// Tables of GitHub's Markdown in running text: a header row, a delimiter row, and the rows up to the paragraph's end.

import { trimBlanks } from '../model/lineCursor.ts';
import { forEachLine, type Span } from '../util/text.ts';

export interface TableRow {
  /** Without the indentation and the marks of quotes and lists. */
  readonly span: Span;
  /** As a renderer divides the row: at every `|` without a backslash, in inline code too. */
  readonly cells: readonly Span[];
  readonly cellCount: number;
}

/** Also where header and delimiter row have different numbers of cells, so that no renderer shows a table. */
export interface Table {
  readonly header: TableRow;
  readonly delimiter: TableRow;
  readonly rows: readonly TableRow[];
}

/** Every body with a table has one. */
export const TABLE_SIGN = /\|[ \t]*:?-|-:?[ \t]*\|/;

const DELIMITER = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;
const BAR = 124;
const BACKSLASH = 92;

/** In order of writing. The prose is in order, and each part of it has one table at most. */
export function findTables(text: string, prose: readonly Span[]): Table[] {
  const tables: Table[] = [];
  let bar = -1;
  for (const part of prose) {
    if (bar < part.start) bar = text.indexOf('|', part.start);
    if (bar < 0) break;
    const table = bar < part.end ? tableIn(text, part) : null;
    if (table) tables.push(table);
  }
  return tables;
}

function tableIn(text: string, part: Span): Table | null {
  let previous: Span | null = null;
  let header: TableRow | null = null;
  let delimiter: TableRow | null = null;
  const rows: TableRow[] = [];
  forEachLine(text.slice(part.start, part.end), 0, (start, end) => {
    const line = rowSpan(text, part.start + start, part.start + end, start === 0);
    if (delimiter) rows.push(readRow(text, line));
    else if (previous && isDelimiter(text, line) && hasBar(text, previous)) {
      header = readRow(text, previous);
      delimiter = readRow(text, line);
    }
    previous = line;
  });
  return header && delimiter ? { header, delimiter, rows } : null;
}

function isDelimiter(text: string, { start, end }: Span): boolean {
  const first = text.charAt(start);
  if (first !== '|' && first !== '-' && first !== ':') return false;
  const line = text.slice(start, end);
  return line.includes('|') && DELIMITER.test(line);
}

const QUOTE_MARKS = /^[ \t>]*/;
const FIRST_LINE_MARKS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/;

function rowSpan(text: string, lineStart: number, lineEnd: number, isFirst: boolean): Span {
  if (text.charCodeAt(lineStart) === BAR) return trimBlanks(text, lineStart, lineEnd);
  const marks = (isFirst ? FIRST_LINE_MARKS : QUOTE_MARKS).exec(text.slice(lineStart, lineEnd))?.[0].length ?? 0;
  return trimBlanks(text, lineStart + marks, lineEnd);
}

function hasBar(text: string, span: Span): boolean {
  return nextBar(text, span.start, span.end) < span.end;
}

function readRow(text: string, span: Span): TableRow {
  return new Row(text, span);
}

/** The cells are found when first asked for: of most rows only their number is. */
class Row implements TableRow {
  readonly span: Span;
  private readonly text: string;
  private found: readonly Span[] | undefined;

  constructor(text: string, span: Span) {
    this.text = text;
    this.span = span;
  }

  get cellCount(): number {
    const { text } = this;
    const { end } = this.span;
    let count = 0;
    let start = cellsStart(text, this.span);
    for (let bar = nextBar(text, start, end); bar < end; bar = nextBar(text, start, end)) {
      count++;
      start = bar + 1;
    }
    return start < end ? count + 1 : count;
  }

  get cells(): readonly Span[] {
    this.found ??= findCells(this.text, this.span);
    return this.found;
  }
}

function findCells(text: string, span: Span): Span[] {
  const { end } = span;
  const cells: Span[] = [];
  let start = cellsStart(text, span);
  for (let bar = nextBar(text, start, end); bar < end; bar = nextBar(text, start, end)) {
    cells.push(trimBlanks(text, start, bar));
    start = bar + 1;
  }
  if (start < end) cells.push(trimBlanks(text, start, end));
  return cells;
}

/** A bar at the start of a row divides nothing. */
function cellsStart(text: string, { start, end }: Span): number {
  return start < end && text.charCodeAt(start) === BAR ? start + 1 : start;
}

/** The next `|` that divides cells, or the end. */
function nextBar(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (text.charCodeAt(at) === BAR && (at === 0 || text.charCodeAt(at - 1) !== BACKSLASH)) return at;
  }
  return end;
}
