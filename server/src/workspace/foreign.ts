// What is said about files of other runtimes than Claude Code: what their own loader does, and what is wrong with any prompt.

import { rules as allRules } from '../lint/allRules.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Rule } from '../rules/rule.ts';
import { eventRules, type ForeignLoad } from '../rules/support/events.ts';
import { equivalentKey, equivalentTool } from '../runtimes/equivalents.ts';
import type { Owner } from '../runtimes/owner.ts';
import { runtimes } from '../runtimes/registry.ts';

/** Null where the loader of the owner is not known. */
export function loadForeign(document: AgentDocument, { runtime, place }: Owner): ForeignLoad | null {
  if (!runtime) return null;
  return {
    runtime,
    report: runtime.load(document, place),
    equivalentOf: (kind, name) => (kind === 'key' ? equivalentKey : equivalentTool)(name, runtime, runtimes),
  };
}

/** Rules whose whole subject is what a runtime reports. */
const EVENT_CODES: ReadonlySet<string> = new Set([
  'frontmatter/missing-key',
  'frontmatter/lost-prompt',
  'workspace/unread-file',
]);

/** Rules that read the text alone, and so hold for every runtime. */
function isTextRule({ code }: Rule): boolean {
  return code.startsWith('structure/') || code.startsWith('suppression/');
}

let foreignRules: readonly Rule[] | undefined;

/** Of the rules asked for, those that hold for a file of another runtime, and one for each cause. */
export function rulesForForeign(rules: readonly Rule[]): readonly Rule[] {
  if (rules === allRules && foreignRules) return foreignRules;
  const shared = rules.filter((rule) => isTextRule(rule) || EVENT_CODES.has(rule.code));
  const found = [...shared, ...eventRules(EVENT_CODES)];
  if (rules === allRules) foreignRules = found;
  return found;
}
