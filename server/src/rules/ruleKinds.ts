// Which kind of file a rule is about.
import { isManifestRule } from './manifestRule.ts';
import type { AgentRule, Rule } from './rule.ts';
import { isSettingsRule } from './settingsRule.ts';

export { isManifestRule, isSettingsRule };

export function isAgentRule(rule: Rule): rule is AgentRule {
  return !isManifestRule(rule) && !isSettingsRule(rule);
}
