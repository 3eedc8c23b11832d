// Models that GitHub documents for Copilot. The loader takes any string.
import type { ValueDoc } from '../fields.ts';

export const COPILOT_MODELS: readonly ValueDoc[] = [
  { value: 'claude-sonnet-4.5', description: 'Claude Sonnet 4.5.' },
  { value: 'claude-sonnet-4.6', description: 'Claude Sonnet 4.6.' },
  { value: 'claude-opus-4.6', description: 'Claude Opus 4.6.' },
  { value: 'claude-haiku-4.5', description: 'Claude Haiku 4.5.' },
  { value: 'gpt-5', description: 'GPT-5.' },
  { value: 'gpt-5-mini', description: 'GPT-5 mini.' },
  { value: 'gemini-3-pro', description: 'Gemini 3 Pro.' },
];
