// `check --format json`: a public contract. Keys may be added, but none is removed or changes its meaning.
import type { MessageValues } from '../../model/problem.ts';
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
  /** Which message of the rule, and its values: stable, unlike the wording of `message`. */
  readonly messageId: string;
  readonly values: MessageValues;
  readonly message: string;
  /** Ids of the runtimes it is about, where that is not the owner of the file alone. */
  readonly runtimes?: readonly string[];
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
        messageId: problem.messageId,
        values: problem.values,
        message: problem.message,
        ...(problem.runtimes ? { runtimes: problem.runtimes } : {}),
        range: lines.rangeOf(problem.span),
        fixable: isFixable(problem),
      })),
    })),
    summary: { files: files.length, ...countProblems(files) },
  };
}
