// The tools of OpenCode V2. Its documentation calls two of them otherwise than the measured core does.
import { createToolVocabulary } from '../runtime.ts';
import { OPENCODE_TOOLS } from '../shared/opencode/tools.ts';

const DOCUMENTED_NAMES: Readonly<Record<string, string>> = { shell: 'bash', subagent: 'task' };

export const v2Tools = createToolVocabulary(OPENCODE_TOOLS, DOCUMENTED_NAMES);

/** The name the measured core has for an action. */
export function measuredName(action: string): string {
  return Object.hasOwn(DOCUMENTED_NAMES, action) ? (DOCUMENTED_NAMES[action] ?? action) : action;
}
