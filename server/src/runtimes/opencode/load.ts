// What the loader of OpenCode does with an agent file: one wrong value stops every agent of the project.
import type { AgentDocument } from '../../model/document.ts';
import type { Place } from '../runtime.ts';
import { loadV1, type V1Report } from '../shared/opencode/loadV1.ts';
import { BUILT_IN_AGENTS, OFF_TOOLS, toolNames } from '../shared/opencode/tools.ts';
import { opencodeFields } from './fields.ts';
import { opencodeTools } from './tools.ts';

const TOOLS = toolNames(opencodeTools.all);

/** Total. */
export function load(document: AgentDocument, place: Place): V1Report {
  return loadV1(document, place, {
    runtime: 'opencode',
    fields: opencodeFields,
    fault: 'blocks-project',
    rewriting: 'block',
    tools: TOOLS,
    off: OFF_TOOLS,
    builtIn: BUILT_IN_AGENTS,
  });
}
