// Which rules have something to say about a file at all.

import type { AgentDocument } from '../model/document.ts';
import type { Rule } from '../rules/rule.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { indexed } from '../runtimes/registry.ts';
import { rules } from './allRules.ts';

/** Documentation is no prompt, and its front matter no agent's: all that is said is that the runtime skips it. */
export function applicableRules(document: AgentDocument, load: IndexedReport): readonly Rule[] {
  if (!indexed.isDocumentation(document, load)) return rules;
  return rules.filter(({ code }) => code === load.reason || code.startsWith('suppression/'));
}
