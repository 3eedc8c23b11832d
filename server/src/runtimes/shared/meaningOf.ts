// What is the same in the meaning of an agent for most runtimes: who it is, and its prompt.
import type { AgentDocument } from '../../model/document.ts';
import { slice } from '../../util/text.ts';
import type { AgentMeaning, CoreKeys } from '../meaning.ts';
import { comesToExist, type LoadReport } from '../runtime.ts';

/** Null where no agent comes to exist, or one whose prompt is the raw file, which nobody means. */
export function identityOf(
  document: AgentDocument,
  { runtime, outcome, name, description, reading }: LoadReport,
): Pick<AgentMeaning, 'runtime' | 'name' | 'description' | 'prompt'> | null {
  if (!comesToExist({ outcome }) || outcome === 'raw-prompt' || name === null) return null;
  return { runtime, name, description, prompt: slice(document.text, reading.body).trim() };
}

export const CORE_KEYS: CoreKeys = {
  name: 'name',
  description: 'description',
  tools: 'tools',
  denied: 'tools',
  model: 'model',
};
