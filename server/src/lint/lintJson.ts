// Runs the rules about one kind of JSON file on a file. If a rule throws, the caller is told and the other rules still run.
import type { JsonDocument } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import type { Reporting, Rule, RuleSpec } from '../rules/rule.ts';
import type { RuleSetting } from './config.ts';
import { byPosition, problemsOf } from './runRule.ts';

export interface LintJsonOptions {
  settingOf?(code: string): RuleSetting | undefined;
  onRuleError(code: string, error: unknown): void;
}

interface JsonContext extends Reporting<string> {
  readonly document: JsonDocument;
}

/** `context` is what the rules are given, but for `report`. In order of position. */
export function lintJson<Context extends JsonContext>(
  rules: readonly (Rule & RuleSpec<string, Context>)[],
  context: Omit<Context, 'report'> & Pick<JsonContext, 'document'>,
  { settingOf, onRuleError }: LintJsonOptions,
): Problem[] {
  const { text } = context.document;
  const found = rules.flatMap((rule) => {
    try {
      return problemsOf(rule, { setting: settingOf?.(rule.code), text }, (report) =>
        rule.check({ ...context, report } as Context),
      );
    } catch (error) {
      onRuleError(rule.code, error);
      return [];
    }
  });
  return found.sort(byPosition);
}
