// What zod finds wrong with a value, as single faults with a path each.
import type * as z from 'zod';

export type Issue = z.core.$ZodIssue;

/**
 * A union says only that nothing fits. What was meant is the branch that got furthest, and of two the one that finds the
 * least to say.
 */
export function likeliest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((issues) => issues.flatMap(likeliest));
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));
  const best = branches.reduce((one, other) =>
    depth(other) > depth(one) || (depth(other) === depth(one) && other.length < one.length) ? other : one,
  );
  return best.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}
