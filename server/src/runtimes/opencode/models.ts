// Models as OpenCode writes them: the provider, a slash, and its own id. Which there are depends on the account.
import type { ValueDoc } from '../fields.ts';

export const OPENCODE_MODELS: readonly ValueDoc[] = [
  { value: 'anthropic/claude-sonnet-4-5', description: 'Claude Sonnet 4.5 from Anthropic.' },
  { value: 'anthropic/claude-opus-4-5', description: 'Claude Opus 4.5 from Anthropic.' },
  { value: 'anthropic/claude-haiku-4-5', description: 'Claude Haiku 4.5 from Anthropic.' },
  { value: 'openai/gpt-5', description: 'GPT-5 from OpenAI.' },
  { value: 'google/gemini-2.5-pro', description: 'Gemini 2.5 Pro from Google.' },
  { value: 'opencode/grok-code', description: 'Grok Code through OpenCode.' },
];
