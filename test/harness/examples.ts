// What the examples of a rule demand of it, as words: nothing where the rule does what they say.
import { runOwnExample } from '../../scripts/generate/runExample.ts';
import type { InvalidExample, Rule } from '../../server/src/rules/rule.ts';
import { toFinding } from './checkRule.ts';

/** Where a rule does not report an invalid example exactly as marked, with its message. */
export function invalidExampleFault(rule: Rule, example: InvalidExample): string | null {
  const { document, marked, problems } = runOwnExample(rule, example);
  if (marked === null) return 'an invalid example marks what is reported';
  const findings = problems.map((problem) => toFinding(document, problem));
  const places = findings.map((finding) => finding.marked);
  if (places.length !== 1 || places[0] !== example.text) return `reported at ${JSON.stringify(places)}`;
  const message = findings[0]?.message ?? '';
  if (!messagePattern(rule, example.message).test(message)) return `not the message ${example.message}: ${message}`;
  return /\{\w+\}/.test(message) ? `a placeholder is left in: ${message}` : null;
}

/** The message with its placeholders standing for any text. */
function messagePattern(rule: Rule, key: string): RegExp {
  const message = rule.messages[key];
  if (message === undefined) throw new Error(`${rule.code} has no message ${key}`);
  const text = typeof message === 'string' ? message : message.text;
  const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`);
}
