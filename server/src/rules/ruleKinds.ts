// Which kind of file a rule is about.
import type { AgentRule, Rule } from './rule.ts';

const JSON_GROUPS = /^(?:manifest|settings)\//;

export function isAgentRule(rule: Rule): rule is AgentRule {
  return !JSON_GROUPS.test(rule.code);
}
