// Shared by rules about agent references: which references count, which are certain, and which mean built-in agents.

import type { AgentDocument } from '../../../../model/document.ts';
import type { IndexedReport } from '../../../indexed.ts';
import type { Reference } from '../../../reference.ts';
import { BUILT_IN_AGENTS, foldName } from '../../agents.ts';
import { referencesIn } from '../../references.ts';

/** In source order. Measured: in `disallowedTools`, the names in `Agent(…)` do not count. */
export function agentReferences(document: AgentDocument, { reading }: IndexedReport): Reference[] {
  return referencesIn(document, reading).filter(({ to, field }) => to === 'agent' && field !== 'disallowedTools');
}

/** Whether the name can only be an agent's. */
export function isCertain({ form }: Reference): boolean {
  return form === 'tool-list' || form === 'field' || form === 'subagent-type';
}

/** The built-in agent with this name. */
export function builtInCalled(name: string): string | undefined {
  return BUILT_IN_AGENTS.find((each) => foldName(each) === foldName(name));
}
