// Lints a marked text with some rules and says what is found in words a failing test can show.
import { lintExample, runExample, runOwnExample } from '../../server/src/cli/runExample.ts';
import { rules as allRules } from '../../server/src/lint/allRules.ts';
import { applyFix } from '../../server/src/lint/fix.ts';
import type { MessageValues, Problem } from '../../server/src/model/problem.ts';
import type { ExampleFile, Rule } from '../../server/src/rules/rule.ts';
import { createLineIndex, type SourceText } from '../../server/src/util/text.ts';

export function ruleByCode(code: string): Rule {
  const rule = allRules.find((each) => each.code === code);
  if (!rule) throw new Error(`there is no rule ${code}`);
  return rule;
}

export interface Finding {
  readonly problem: Problem;
  /** The whole text with ⟦…⟧ around what the problem sits on. */
  readonly marked: string;
  readonly id: string;
  readonly values: MessageValues;
}

/** What one rule finds in a text without marks. */
export function findings(code: string, text: string, options: Omit<ExampleFile, 'text'> = {}): Finding[] {
  const { document, problems } = runOwnExample(ruleByCode(code), { ...options, text });
  return problems.map((problem) => toFinding(document, problem));
}

/** The marked texts of what one rule finds: the usual thing to compare. */
export function marks(code: string, text: string, options: Omit<ExampleFile, 'text'> = {}): string[] {
  return findings(code, text, options).map(({ problem }) => text.slice(problem.span.start, problem.span.end));
}

/** What all rules find, as `code: marked characters`. */
export function allFindings(text: string, options: Omit<ExampleFile, 'text'> = {}): string[] {
  const { problems } = runExample(allRules, { ...options, text });
  return problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
}

export function toFinding({ text }: SourceText, problem: Problem): Finding {
  const { start, end } = problem.span;
  const marked = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
  return { problem, marked, id: problem.messageId, values: problem.values };
}

/** The text after a fix, and what the same rules find in it. */
export function afterFix(
  rules: readonly Rule[],
  { uri, text: before }: SourceText,
  problem: Problem,
  example: ExampleFile,
): { readonly text: string; readonly problems: readonly Problem[] } {
  const fix = problem.fixes[0];
  if (!fix) throw new Error(`${problem.code} has no fix`);
  const text = applyFix(before, fix);
  const document = { uri, text, lines: createLineIndex(text) };
  return { text, problems: lintExample(rules, document, example).problems };
}
