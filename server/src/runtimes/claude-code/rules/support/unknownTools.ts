// Whether no name in a tool list is a tool.

import type { RuleContext } from '../../../../rules/rule.ts';
import type { RefusedTool } from '../../../powers.ts';

const UNKNOWN: ReadonlySet<RefusedTool['reason']> = new Set(['unknown', 'dead', 'wrong-case', 'malformed']);

/** Claude Code refuses to start the agent because no name in `tools` is a tool. */
export function areAllUnknown({ load, environment }: Pick<RuleContext<string>, 'load' | 'environment'>): boolean {
  if (load.startFault?.kind !== 'no-tools') return false;
  return load.refusedTools.every(({ name, reason }) => UNKNOWN.has(reason) && !environment.knownTools.has(name));
}
