// Which fixes of errors are certain: those that lead to no other error. Others are offered and never applied unasked.
import type { Fix, Problem } from '../model/problem.ts';
import { fixAll } from './fix.ts';

/**
 * The problems, with a fix of an error a suggestion where fixing everything leads to an error that was not there before,
 * or leaves a file lost that it should save: what such a fix brings to light may be a file that was never meant as an agent.
 * `problemsOf` lints a text, its fixes not yet judged.
 */
export function keepCertainFixes(
  text: string,
  problems: readonly Problem[],
  problemsOf: (text: string) => readonly Problem[],
): readonly Problem[] {
  const found = errorsIn(problems);
  const doubtful = new Set(found.filter(({ fixes }) => fixes.some(isSafe)));
  if (doubtful.size === 0) return problems;
  const fixed = fixAll(text, (current) => (current === text ? problems : problemsOf(current)));
  const known = new Set(found.map(({ code }) => code));
  const saves = [...doubtful].some(({ saysWhyLost }) => saysWhyLost);
  const left = errorsIn(problemsOf(fixed.text));
  if (left.every(({ code, saysWhyLost }) => known.has(code) && !(saves && saysWhyLost))) return problems;
  return problems.map((problem) =>
    doubtful.has(problem)
      ? { ...problem, fixes: problem.fixes.map((fix) => ({ ...fix, kind: 'suggestion' as const })) }
      : problem,
  );
}

function isSafe({ kind }: Fix): boolean {
  return kind === 'safe';
}

function errorsIn(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity, saysWhyLost }) => severity === 'error' || saysWhyLost);
}
