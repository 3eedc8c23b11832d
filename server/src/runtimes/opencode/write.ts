// An agent as a file of OpenCode.
import type { AgentMeaning, WriteOptions, Written } from '../meaning.ts';
import { BUILT_IN_AGENTS } from '../shared/opencode/tools.ts';
import { legacyFields, type OpenCodeTarget, pathFor } from '../shared/opencode/write.ts';
import { keptFields, writtenAgent } from '../shared/writeAgent.ts';
import { OPENCODE_MODELS } from './models.ts';

const TARGET: OpenCodeTarget = { id: 'opencode', models: OPENCODE_MODELS, builtIn: BUILT_IN_AGENTS };

export function write(meaning: AgentMeaning, options: WriteOptions): Written {
  const fields = { ...legacyFields(meaning, options, TARGET), ...keptFields(meaning, 'opencode') };
  return writtenAgent(fields, meaning.prompt, `${pathFor(meaning, options, TARGET)}.md`);
}
