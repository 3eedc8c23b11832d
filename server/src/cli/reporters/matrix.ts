// The matrix for a terminal: a table with a row for each runtime, and below it what a cell cannot say.
import pc from 'picocolors';
import type { Matrix, MatrixRow } from '../../portability/matrix.ts';
import { fieldsWithoutEffect, rowInWords } from '../../portability/words.ts';
import { withoutMarks } from '../../util/plainMarkdown.ts';
import { columnsOf, displayLine, fitStart, wrap } from './columns.ts';

export interface MatrixOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

type Colors = ReturnType<typeof pc.createColors>;
type Style = (text: string) => string;

interface Cell {
  readonly text: string;
  readonly style: Style;
}

const INDENT = '  ';
const GAP = '  ';
const NOTHING = '-';
const CUT = '…';
const MARK = '*';
const HEADERS = ['Runtime', 'Result', 'Tools', 'Model', 'Prompt', 'Ignored'] as const;
/** The column that gives way where a line is too long. */
const FLEXIBLE = HEADERS.indexOf('Model');
const LEAST = 8;

export function renderMatrix(matrix: Matrix, { color, width }: MatrixOptions): string {
  const colors = pc.createColors(color);
  const { rows } = matrix;
  const sections = [
    tableLines(matrix, width, colors),
    [...rows.flatMap((row) => noteLines(row, matrix, width, colors)), ...fieldLines(matrix, width, colors)],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** What is said once, below all tables; null where there are none. */
export function matrixFooter(matrices: readonly Matrix[], { color }: MatrixOptions): string | null {
  if (matrices.length === 0) return null;
  const { dim } = pc.createColors(color);
  const isMarked = matrices.some(({ rows }) => rows.some(isDocumented));
  const lines = [
    ...(isMarked ? [`${MARK} Known from its documentation, not measured.`] : []),
    'To see everything one runtime does with a file, use --as instead of --all.',
  ];
  return lines.map((line) => dim(line)).join('\n');
}

function tableLines({ rows }: Matrix, width: number, colors: Colors): string[] {
  const cells = rows.map((row) => cellsOf(row, colors));
  const header = HEADERS.map((text): Cell => ({ text, style: colors.bold }));
  const widths = widthsOf([header, ...cells], width - INDENT.length);
  const lines = cells.map((each) => lineOf(each, widths));
  const isHere = ({ standing }: MatrixRow): boolean => standing !== 'elsewhere';
  const here = rows.filter(isHere).length;
  // What reads the file where it lies stands above what would read it elsewhere.
  if (here > 0 && here < rows.length) {
    lines.splice(here, 0, `${INDENT}${colors.dim('If it were in that runtime’s folder:')}`);
  }
  return [lineOf(header, widths), ...lines];
}

/** As wide as their cells, but that a line fits. */
function widthsOf(lines: readonly (readonly Cell[])[], width: number): number[] {
  const widest = HEADERS.map((_, at) => Math.max(...lines.map((cells) => columnsOf(cells[at]?.text ?? ''))));
  const over = widest.reduce((sum, each) => sum + each + GAP.length, -GAP.length) - width;
  return widest.map((each, at) => (at === FLEXIBLE && over > 0 ? Math.max(LEAST, each - over) : each));
}

function lineOf(cells: readonly Cell[], widths: readonly number[]): string {
  const shown = cells.map(({ text, style }, at) => {
    const width = widths[at] ?? 0;
    const columns = columnsOf(text);
    if (columns <= width) return style(text) + ' '.repeat(width - columns);
    const start = fitStart(text, width - CUT.length);
    return style(start + CUT) + ' '.repeat(width - CUT.length - columnsOf(start));
  });
  return `${INDENT}${shown.join(GAP)}`.trimEnd();
}

function cellsOf(row: MatrixRow, colors: Colors): Cell[] {
  const { label, model, prompt, withoutEffect } = row;
  const plain = (text: string): Cell => ({ text, style: text === NOTHING ? colors.dim : identity });
  return [
    plain(label + (isDocumented(row) ? MARK : '')),
    resultCell(row, colors),
    toolsCell(row, colors),
    model
      ? { text: displayLine(model.value ?? 'session'), style: model.fault ? colors.yellow : identity }
      : plain(NOTHING),
    prompt ? { text: PROMPTS[prompt], style: prompt === 'whole' ? identity : colors.yellow } : plain(NOTHING),
    plain(withoutEffect.length === 0 ? NOTHING : counted(withoutEffect.length, 'field')),
  ];
}

function identity(text: string): string {
  return text;
}

const PROMPTS = { whole: 'whole', cut: 'cut', more: 'more', empty: 'empty', 'raw-file': 'raw file' } as const;
const RESULTS = {
  loads: 'loads',
  changed: 'changed',
  dropped: 'dropped',
  'raw-prompt': 'raw prompt',
  'blocks-project': 'blocks project',
} as const;

function resultCell({ outcome }: MatrixRow, colors: Colors): Cell {
  const style = outcome === 'loads' ? colors.green : outcome === 'changed' ? colors.yellow : colors.red;
  return { text: RESULTS[outcome], style };
}

/** How many of the owner's tools the agent keeps, and whether it has more. */
function toolsCell({ tools }: MatrixRow, colors: Colors): Cell {
  if (!tools) return { text: NOTHING, style: colors.dim };
  const { granted, except, kept, lost, widened } = tools;
  const isWider = widened === 'all' || widened.length > 0;
  const all = `all${except.length > 0 ? ` but ${except.length}` : ''}`;
  const some = lost.length > 0 ? `${kept.length} of ${kept.length + lost.length}` : String(kept.length);
  const text = granted === 'all' ? all : some;
  if (isWider) return { text: `${text} (wider)`, style: colors.red };
  return { text, style: lost.length > 0 ? colors.yellow : identity };
}

function noteLines(row: MatrixRow, matrix: Matrix, width: number, colors: Colors): string[] {
  const words = rowInWords(row, matrix);
  if (words.length === 0) return [];
  const heading = `${INDENT}${colors.bold(row.label)}${isDocumented(row) ? MARK : ''}`;
  return [heading, ...words.flatMap((statement) => wrapped(statement, width))];
}

function fieldLines(matrix: Matrix, width: number, colors: Colors): string[] {
  const groups = fieldsWithoutEffect(matrix);
  if (groups.length === 0) return [];
  const lines = groups.map(({ keys, runtimes }) => {
    const who = runtimes === null ? 'every runtime that loads the file' : runtimes.map(markedLabel).join(', ');
    return `${keys.join(', ')}: ${who}`;
  });
  return [`${INDENT}${colors.bold('Ignored')}`, ...lines.flatMap((line) => wrapped(line, width))];
}

function markedLabel(row: Pick<MatrixRow, 'label' | 'evidence'>): string {
  return row.label + (isDocumented(row) ? MARK : '');
}

function isDocumented({ evidence }: Pick<MatrixRow, 'evidence'>): boolean {
  return evidence.source === 'documentation';
}

/** A statement in lines that fit, the second and the following ones further in. */
function wrapped(statement: string, width: number): string[] {
  const lines = wrap(displayLine(withoutMarks(statement)), width - 6);
  return lines.map((line, at) => `${' '.repeat(at === 0 ? 4 : 6)}${line}`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
