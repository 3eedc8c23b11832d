// The reporter for people: each problem under its file, with its source line and carets under the characters.
import pc from 'picocolors';
import type { Problem, Severity } from '../../model/problem.ts';
import type { Span } from '../../util/text.ts';
import { type CheckedFile, countProblems, isFixable, relativePath } from '../checkedFile.ts';
import { columnsOf, displayLine, fitEnd, fitStart, wrap } from './columns.ts';

export interface PrettyOptions {
  readonly color: boolean;
}

type Colors = ReturnType<typeof pc.createColors>;

const INDENT = '  ';
/** Columns for messages and excerpts: fits half of a split terminal. */
const WIDTH = 100;
/** Columns of a long line shown before the problem for context. */
const CONTEXT_BEFORE = 30;
const CUT = '…';
/** Code units looked at on either side of a range: enough for any excerpt, and little enough for any line. */
const WINDOW = 2 * WIDTH;

export function renderPretty(files: readonly CheckedFile[], { color }: PrettyOptions): string {
  const colors = pc.createColors(color);
  const sections = files.filter(({ problems }) => problems.length > 0).map((file) => renderFile(file, colors));
  return [...sections, summary(files, colors)].join('\n');
}

/** A problem as shown under its file, without color: for the documentation. */
export function renderPlainProblem(file: CheckedFile, problem: Problem, pathOf = relativePath): string {
  return renderProblem(masked(file), problem, pc.createColors(false), pathOf).join('\n');
}

function renderFile(whole: CheckedFile, colors: Colors): string {
  const file = masked(whole);
  const problems = file.problems.flatMap((problem) => [
    ...renderProblem(file, problem, colors).map((line) => `${INDENT}${line}`.trimEnd()),
    '',
  ]);
  return [colors.underline(displayLine(file.path)), '', ...problems].join('\n');
}

function renderProblem(file: CheckedFile, problem: Problem, colors: Colors, pathOf = relativePath): string[] {
  const { start } = file.lines.rangeOf(problem.span);
  const position = `${start.line + 1}:${start.character + 1}`;
  const mark = isFixable(problem) ? colors.green('fixable') : '';
  const title = [
    position,
    colorOf(problem.severity, colors)(problem.severity),
    colors.bold(problem.code),
    ...(mark ? [mark] : []),
  ];
  const message = wrap(displayLine(problem.message), WIDTH);
  return [title.join(INDENT), ...excerpt(file, problem, colors), ...message, ...renderRelated(problem, colors, pathOf)];
}

/** The editor lists any others. */
const RELATED_SHOWN = 5;

function renderRelated({ related = [] }: Problem, colors: Colors, pathOf: (uri: string) => string): string[] {
  return related.slice(0, RELATED_SHOWN).map(({ uri, range, message }) => {
    const place = `${pathOf(uri)}:${range.start.line + 1}:${range.start.character + 1}`;
    return colors.dim(`→ ${displayLine(place)}  ${displayLine(message)}`);
  });
}

/** The line where a problem starts, trimmed to the width around it, with carets under the problem. */
function excerpt({ text, lines }: CheckedFile, problem: Problem, colors: Colors): string[] {
  const { span, severity } = problem;
  const { line } = lines.positionAt(span.start);
  const shown = cut(text, lines.lineSpan(line), span);
  const gutter = ' '.repeat(String(line + 1).length);
  const carets = colorOf(severity, colors)('^'.repeat(Math.max(1, shown.caretColumns)));
  const blanks = ' '.repeat(shown.columnsBefore);
  return [
    `${colors.dim(`${line + 1} │`)} ${shown.line}`.trimEnd(),
    `${colors.dim(`${gutter} │`)} ${blanks}${carets}${shown.goesOn ? colors.dim(CUT) : ''}`,
  ];
}

/** The first characters are enough to find it. */
const SHOWN_OF_SENSITIVE = 4;

/** The file as it may be shown: whatever problem a line is shown for, what is sensitive in it stays hidden. */
function masked(file: CheckedFile): CheckedFile {
  const { text, problems } = file;
  const pieces: string[] = [];
  let at = 0;
  for (const { span, sensitive } of problems) {
    if (!sensitive || span.end <= at) continue;
    const from = Math.min(span.end, Math.max(at, span.start + SHOWN_OF_SENSITIVE));
    pieces.push(text.slice(at, from), '•'.repeat(span.end - from));
    at = span.end;
  }
  return at === 0 ? file : { ...file, text: pieces.join('') + text.slice(at) };
}

interface Excerpt {
  readonly line: string;
  readonly columnsBefore: number;
  readonly caretColumns: number;
  /** The problem extends beyond the excerpt. */
  readonly goesOn: boolean;
}

function cut(text: string, line: Span, span: Span): Excerpt {
  const start = Math.min(span.start, line.end);
  const end = Math.max(start, Math.min(span.end, line.end));
  const before = displayLine(text.slice(wholeCharacter(text, Math.max(line.start, start - WINDOW)), start));
  const marked = displayLine(text.slice(start, wholeCharacter(text, Math.min(end, start + WINDOW))));
  const after = displayLine(text.slice(end, wholeCharacter(text, Math.min(line.end, end + WINDOW))));
  const fits = columnsOf(before) + columnsOf(marked) + columnsOf(after) <= WIDTH;
  const head = fits || columnsOf(before) <= CONTEXT_BEFORE ? before : `${CUT}${fitEnd(before, CONTEXT_BEFORE)}`;
  const room = WIDTH - columnsOf(head);
  const body = fits ? marked : fitStart(marked, room);
  const rest = fits ? after : fitStart(body === marked ? after : '', room - columnsOf(body));
  const isCut = !fits && rest.length < after.length;
  return {
    line: `${head}${body}${rest}${isCut ? CUT : ''}`,
    columnsBefore: columnsOf(head),
    caretColumns: columnsOf(body),
    goesOn: body !== marked || span.end > line.end + 2,
  };
}

/** The offset, or the one before it if it would split a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function summary(files: readonly CheckedFile[], colors: Colors): string {
  const { errors, warnings, infos } = countProblems(files);
  const affected = files.filter(({ problems }) => problems.length > 0).length;
  if (affected === 0) return `${colors.green('No problems')} in ${counted(files.length, 'file')}\n`;
  const parts = [
    errors > 0 ? colors.red(counted(errors, 'error')) : '',
    warnings > 0 ? colors.yellow(counted(warnings, 'warning')) : '',
    infos > 0 ? colors.blue(counted(infos, 'info')) : '',
  ].filter((part) => part !== '');
  const where = affected === files.length ? counted(affected, 'file') : `${affected} of ${files.length} files`;
  const fixable = files.flatMap(({ problems }) => problems.filter(isFixable)).length;
  const hint = fixable > 0 ? `${counted(fixable, 'problem')} can be fixed with --fix\n` : '';
  return `${parts.join(', ') || 'Hints'} in ${where}\n${hint}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function colorOf(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'information':
      return colors.blue;
    case 'hint':
      return colors.dim;
  }
}
