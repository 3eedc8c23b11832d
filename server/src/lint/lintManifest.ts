// Runs the rules about manifests on one. If a rule throws, the caller is told and the other rules still run.
import type { Problem } from '../model/problem.ts';
import { isManifestRule, type ManifestContext } from '../rules/manifestRule.ts';
import type { Rule } from '../rules/rule.ts';
import type { RuleSetting } from './config.ts';
import { byPosition, problemsOf } from './runRule.ts';

export interface LintManifestOptions extends Omit<ManifestContext, 'report'> {
  readonly rules: readonly Rule[];
  settingOf?(code: string): RuleSetting | undefined;
  onRuleError(code: string, error: unknown): void;
}

/** In order of position. */
export function lintManifest({ rules, settingOf, onRuleError, ...context }: LintManifestOptions): Problem[] {
  const { text } = context.document;
  const found = rules.filter(isManifestRule).flatMap((rule) => {
    try {
      return problemsOf(rule, { setting: settingOf?.(rule.code), text }, (report) =>
        rule.check({ ...context, report }),
      );
    } catch (error) {
      onRuleError(rule.code, error);
      return [];
    }
  });
  return found.sort(byPosition);
}
