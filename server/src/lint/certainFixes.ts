// Which fixes of a file that is lost are certain: those after which it loads. Others are offered and never applied unasked.
import type { Fix, Problem } from '../model/problem.ts';
import { fixAll } from './fix.ts';

/**
 * The problems, with a fix of why the file is lost a suggestion where fixing everything leads to an error that was not
 * there before, or leaves the file lost: what such a fix brings to light may be a file that was never meant as an agent.
 * `problemsOf` lints a text, its fixes not yet judged.
 */
export function keepCertainFixes(
  text: string,
  problems: readonly Problem[],
  problemsOf: (text: string) => readonly Problem[],
): readonly Problem[] {
  if (!problems.some((problem) => problem.saysWhyLost && problem.fixes.some(isSafe))) return problems;
  const fixed = fixAll(text, (current) => (current === text ? problems : problemsOf(current)));
  const errors = new Set(errorsIn(problems).map(({ code }) => code));
  const left = errorsIn(problemsOf(fixed.text));
  if (left.every(({ code, saysWhyLost }) => errors.has(code) && !saysWhyLost)) return problems;
  return problems.map((problem) =>
    problem.saysWhyLost ? { ...problem, fixes: problem.fixes.map((fix) => ({ ...fix, kind: 'suggestion' })) } : problem,
  );
}

function isSafe({ kind }: Fix): boolean {
  return kind === 'safe';
}

function errorsIn(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity, saysWhyLost }) => severity === 'error' || saysWhyLost);
}
