// A checked file, as reporters receive it.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../model/problem.ts';
import type { LineIndex } from '../util/text.ts';

export interface CheckedFile {
  /** As given, or relative to the working directory. */
  readonly path: string;
  /** The ID of the runtime that owns it. */
  readonly dialect: string;
  /** The text the problems refer to: after fixing, if fixes were applied. */
  readonly text: string;
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
}

/**
 * The path of another file, in the same form as those of checked files: relative to the working directory if it is
 * inside.
 */
export function relativePath(uri: string): string {
  const path = fileURLToPath(uri);
  const shown = relative(process.cwd(), path);
  return shown === '' || shown.startsWith('..') ? path : shown;
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function countProblems(files: readonly CheckedFile[]): ProblemCounts {
  let errors = 0;
  let warnings = 0;
  let infos = 0;
  for (const { problems } of files) {
    for (const { severity } of problems) {
      if (severity === 'error') errors++;
      else if (severity === 'warning') warnings++;
      else if (severity === 'information') infos++;
    }
  }
  return { errors, warnings, infos };
}

/** Whether "fix all" fixes it. */
export function isFixable({ fixes }: Problem): boolean {
  return fixes.some(({ kind }) => kind === 'safe');
}
