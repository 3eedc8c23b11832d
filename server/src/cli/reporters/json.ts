// `check --format json`: the public contract of DESIGN.md section 4, and nothing else.
import type { Range } from '../../util/text.ts';
import { type CheckedFile, countProblems, isFixable, type ProblemCounts } from '../checkedFile.ts';

export interface JsonReport {
  readonly files: readonly {
    readonly path: string;
    readonly dialect: string;
    readonly problems: readonly JsonProblem[];
  }[];
  readonly summary: { readonly files: number } & ProblemCounts;
}

export interface JsonProblem {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  /** Zero-based, in UTF-16 code units, as in LSP. */
  readonly range: Range;
  readonly fixable: boolean;
}

export function renderJson(files: readonly CheckedFile[]): string {
  return `${JSON.stringify(jsonReport(files), null, 2)}\n`;
}

export function jsonReport(files: readonly CheckedFile[]): JsonReport {
  return {
    files: files.map(({ path, dialect, lines, problems }) => ({
      path,
      dialect,
      problems: problems.map((problem) => ({
        code: problem.code,
        severity: problem.severity,
        message: problem.message,
        range: lines.rangeOf(problem.span),
        fixable: isFixable(problem),
      })),
    })),
    summary: { files: files.length, ...countProblems(files) },
  };
}
