// An agent as a file of Kilo.
import type { AgentMeaning, WriteOptions, Written } from '../meaning.ts';
import { legacyFields, type OpenCodeTarget, pathFor } from '../shared/opencode/write.ts';
import { keptFields, writtenAgent } from '../shared/writeAgent.ts';
import { BUILT_IN } from './load.ts';
import { KILO_MODELS } from './models.ts';

const TARGET: OpenCodeTarget = { id: 'kilo', models: KILO_MODELS, builtIn: BUILT_IN };

export function write(meaning: AgentMeaning, options: WriteOptions): Written {
  const fields = { ...legacyFields(meaning, options, TARGET), ...keptFields(meaning, 'kilo') };
  return writtenAgent(fields, meaning.prompt, `${pathFor(meaning, options, TARGET)}.md`);
}
