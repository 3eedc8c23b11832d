// Models that Gemini CLI offers. Its loader takes any string.
import type { ValueDoc } from '../fields.ts';

export const GEMINI_MODELS: readonly ValueDoc[] = [
  { value: 'inherit', description: 'The model of the session. The default.' },
  { value: 'auto', description: 'Gemini CLI chooses.' },
  { value: 'pro', description: 'The current Pro model.' },
  { value: 'flash', description: 'The current Flash model.' },
  { value: 'flash-lite', description: 'The current Flash-Lite model.' },
  { value: 'gemini-3-pro-preview', description: 'Gemini 3 Pro.' },
  { value: 'gemini-2.5-pro', description: 'Gemini 2.5 Pro.' },
  { value: 'gemini-2.5-flash', description: 'Gemini 2.5 Flash.' },
];
