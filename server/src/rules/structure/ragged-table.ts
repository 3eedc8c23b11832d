// Reports table rows with more cells than the table has columns, and headers that do not match their delimiter row.
import { maskInlineCode } from '../../model/inlineCode.ts';
import type { Fix } from '../../model/problem.ts';
import { ownProse } from '../../text/ownProse.ts';
import { findTables, TABLE_SIGN, type Table, type TableRow } from '../../text/tables.ts';
import { type Span, slice, trimSpan } from '../../util/text.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'structure/ragged-table',
  severity: 'information',
  summary: 'A table row has more cells than the table has columns, or the header and the delimiter row do not match.',
  rationale:
    'The runtime passes a table on as text, so the model sees every cell. But cells beyond the last column have no header, and renderers do not show them at all. If the header and the delimiter row have different numbers of cells, renderers show no table. A `|` separates cells even in inline code unless it is escaped as `\\|`. Rows with fewer cells are fine.',
  evidence: [
    {
      source: 'documentation',
      detail:
        'GitHub Flavored Markdown: excess cells are ignored; the header row must match the delimiter row; a pipe inside other inline spans must be escaped',
      url: 'https://github.github.com/gfm/#tables-extension-',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: {
    code: 'A `|` in a table separates cells even inside inline code, so this row has {cells} and the table has {columns}: {effect}. Escape it as `\\|`.',
    cut: 'This row has {cells}, but the table has {columns}: “{cut}” has no header, and renderers cut it off. Move it into a column, or write `\\|` for a literal bar.',
    delimiter:
      'The header has {header}, but this row has {columns}, so renderers show lines of text instead of a table. Write one `---` per header cell.',
  },
  examples: {
    invalid: [
      {
        text: '| Type | Values |\n|---|---|\n| flag | ⟦`on|off`⟧ |\n',
        message: 'code',
        fixed: '| Type | Values |\n|---|---|\n| flag | `on\\|off` |\n',
      },
      {
        text: '| Type | ⟦`a || b`⟧ | Values |\n|---|---|---|\n| flag | on |\n',
        message: 'code',
        fixed: '| Type | `a \\|\\| b` | Values |\n|---|---|---|\n| flag | on |\n',
      },
      { text: 'Cases:\n| Case | Action |\n|:--|--:|\n| small | do it | ⟦at once⟧ |\n', message: 'cut' },
      { text: '1. Cases:\n\n   Case | Action\n   ---|---\n   small | do it | ⟦at once | alone⟧\n', message: 'cut' },
      {
        text: '| Case | Action | Who |\n⟦|---|---|⟧\n| small | do it | you |\n',
        message: 'delimiter',
        fixed: '| Case | Action | Who |\n|---|---|---|\n| small | do it | you |\n',
      },
      {
        text: '| Case | Action |\n⟦| --- | --- | --- |⟧\n| small | do it |\n',
        message: 'delimiter',
        fixed: '| Case | Action |\n| --- | --- |\n| small | do it |\n',
      },
      { text: '| Cases |\n⟦|---|---|⟧\n| small | do it |\n', message: 'delimiter' },
    ],
    valid: [
      { text: '| Type | Values |\n|---|---|\n| flag | `on\\|off` and a\\|b |\n| none |\n| | | |\n' },
      { text: 'Type | Values\n--- | :-:\nflag | on\nAny text goes on as a row.\n\nNot | a | row\n' },
      { text: 'Answer with yes | no | later.\n---\n\n- `a` | `b`\n- c | d | e\n' },
      {
        text: '```markdown\n| a |\n|---|---|\n```\n\n<example>\n| a |\n|---|\n| b | c |\n</example>\n\n<!--\n| a |\n|---|---|\n-->\n',
      },
    ],
  },
  check({ document, report }) {
    const { text, body, markdown } = document;
    if (!TABLE_SIGN.test(slice(text, body))) return;
    for (const table of findTables(text, ownProse(markdown))) {
      const columns = table.delimiter.cells.length;
      if (table.header.cells.length !== columns) reportHeader(table, columns);
      else for (const row of table.rows) reportRow(row, columns);
    }

    function reportHeader(table: Table, columns: number): void {
      const cells = table.header.cells.length;
      if (reportCode(table.header, columns, 'renderers show no table')) return;
      report('delimiter', table.delimiter.span, {
        values: { header: counted(cells), columns },
        fixes: [fitDelimiter(text, table)],
      });
    }

    function reportRow(row: TableRow, columns: number): void {
      const cells = row.cellCount;
      if (cells <= columns) return;
      const beyond = row.cells.slice(columns).filter(({ start, end }) => end > start);
      const span = { start: beyond[0]?.start ?? 0, end: beyond.at(-1)?.end ?? 0 };
      if (span.end === 0) return;
      const cut = shorten(slice(text, span));
      if (reportCode(row, columns, `renderers cut off “${cut}”`)) return;
      report('cut', span, { values: { cells: counted(cells), columns, cut } });
    }

    /** Only if the bars in code account for all the excess cells. */
    function reportCode(row: TableRow, columns: number, effect: string): boolean {
      const { bars, firstCode } = barsInCode(text, row.span);
      const cells = row.cells.length;
      if (!firstCode || cells - bars.length !== columns) return false;
      const edits = bars.map((at) => ({ span: { start: at, end: at }, newText: '\\' }));
      const fix: Fix = { title: 'Escape `|` in the code', kind: 'suggestion', edits };
      report('code', firstCode, { values: { cells: counted(cells), columns, effect }, fixes: [fix] });
      return true;
    }
  },
});

/** The positions of unescaped bars in inline code, and the first code span that has one. */
function barsInCode(text: string, row: Span): { readonly bars: readonly number[]; readonly firstCode: Span | null } {
  const written = slice(text, row);
  const masked = maskInlineCode(written);
  const bars = [...written.matchAll(/(?<!\\)\|/g)].map(({ index }) => index).filter((at) => masked[at] !== '|');
  const [first] = bars;
  if (first === undefined) return { bars: [], firstCode: null };
  let start = first;
  let end = first;
  while (start > 0 && masked[start - 1] === ' ') start--;
  while (end < masked.length && masked[end] === ' ') end++;
  const code = trimSpan(text, { start: row.start + start, end: row.start + end });
  return { bars: bars.map((at) => row.start + at), firstCode: code };
}

/** A delimiter row that fits the header; undefined if rows below have more cells, because then the header may be wrong. */
function fitDelimiter(text: string, { header, delimiter, rows }: Table): Fix | undefined {
  const wanted = header.cells.length;
  const { cells } = delimiter;
  const last = cells.at(-1);
  if (!last || wanted === 0 || rows.some((row) => row.cells.length > wanted)) return undefined;
  const kept = cells[wanted - 1];
  const between = cells[1] ? text.slice(cells[0]?.end, cells[1].start) : ' | ';
  const edit = kept
    ? { span: { start: kept.end, end: last.end }, newText: '' }
    : { span: { start: last.end, end: last.end }, newText: `${between}---`.repeat(wanted - cells.length) };
  return { title: 'Match the row to the header', kind: 'suggestion', edits: [edit] };
}

function counted(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`;
}

const LONGEST_SHOWN = 60;

function shorten(cut: string): string {
  return cut.length > LONGEST_SHOWN ? `${cut.slice(0, LONGEST_SHOWN).trimEnd()}…` : cut;
}
