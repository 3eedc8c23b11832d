// Models that Cursor's documentation names. Which there are depends on the plan.
import type { ValueDoc } from '../fields.ts';

export const CURSOR_MODELS: readonly ValueDoc[] = [
  { value: 'inherit', description: 'The model of the session. The default.' },
  { value: 'fast', description: 'A small and fast model.' },
  { value: 'claude-4-sonnet', description: 'Claude Sonnet 4.' },
  { value: 'gpt-5-mini', description: 'GPT-5 mini.' },
];
