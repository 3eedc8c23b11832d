// Models in agent files of Qwen Code. Its loader takes any string and hands it to the provider as it is.
import type { ValueDoc } from '../fields.ts';

export const QWEN_MODELS: readonly ValueDoc[] = [
  { value: 'inherit', description: 'The model of the session. The default.' },
  { value: 'fast', description: 'The fast model that is set up; the model of the session where none is.' },
  { value: 'qwen3-coder-plus', description: 'Qwen3 Coder Plus.' },
  { value: 'openai:gpt-4o', description: 'GPT-4o of the provider `openai`: `provider:model`.' },
];

/** Providers that may stand before the colon; what has another word there is a name as a whole. */
const PROVIDERS: ReadonlySet<string> = new Set(['openai', 'qwen-oauth', 'gemini', 'vertex-ai', 'anthropic']);

/** Measured: a provider without a model rejects the file. */
export function isModel(written: string): boolean {
  const model = written.trim();
  const colon = model.indexOf(':');
  const isProvider = colon >= 0 && PROVIDERS.has(model.slice(0, colon).trim());
  return model !== '' && !(isProvider && model.slice(colon + 1).trim() === '');
}
