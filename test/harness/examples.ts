// What the examples of a rule demand of it, as words: nothing where the rule does what they say.
import { runOwnExample } from '../../server/src/cli/runExample.ts';
import type { InvalidExample, Rule } from '../../server/src/rules/rule.ts';
import { toFinding } from './checkRule.ts';

/** Where a rule does not report an invalid example exactly as marked, with its message. */
export function invalidExampleFault(rule: Rule, example: InvalidExample): string | null {
  const { document, marked, problems } = runOwnExample(rule, example);
  if (marked === null) return 'an invalid example marks what is reported';
  const findings = problems.map((problem) => toFinding(document, problem));
  const places = findings.map((finding) => finding.marked);
  if (places.length !== 1 || places[0] !== example.text) return `reported at ${JSON.stringify(places)}`;
  const [problem] = problems;
  if (problem?.messageId !== example.message) return `not the message ${example.message}: ${problem?.messageId}`;
  return /\{\w+\}/.test(problem.message) ? `a placeholder is left in: ${problem.message}` : null;
}
