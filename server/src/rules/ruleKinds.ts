// Which kind of file a rule is about.
import { isManifestRule } from '../runtimes/claude-code/rules/manifestRule.ts';
import { isSettingsRule } from '../runtimes/claude-code/rules/settingsRule.ts';
import type { AgentRule, Rule } from './rule.ts';

export { isManifestRule, isSettingsRule };

export function isAgentRule(rule: Rule): rule is AgentRule {
  return !isManifestRule(rule) && !isSettingsRule(rule);
}
