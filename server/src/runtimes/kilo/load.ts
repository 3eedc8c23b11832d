// What the loader of Kilo does with an agent file: a wrong value skips that file alone.
import type { AgentDocument } from '../../model/document.ts';
import type { Place } from '../runtime.ts';
import { loadV1, type V1Report } from '../shared/opencode/loadV1.ts';
import { OFF_TOOLS, toolNames } from '../shared/opencode/tools.ts';
import { kiloFields } from './fields.ts';
import { kiloTools } from './tools.ts';

const TOOLS = toolNames(kiloTools.all);
/** `build` is the older name of `code`. */
export const BUILT_IN: ReadonlySet<string> = new Set(
  'ask build code compaction debug explore general orchestrator plan summary title'.split(' '),
);

/** Total. */
export function load(document: AgentDocument, place: Place): V1Report {
  return loadV1(document, place, {
    runtime: 'kilo',
    fields: kiloFields,
    fault: 'drops-file',
    rewriting: 'quotes',
    tools: TOOLS,
    off: [...OFF_TOOLS, 'plan_exit', 'suggest'],
    builtIn: BUILT_IN,
  });
}
