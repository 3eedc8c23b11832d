// Models that Kiro's documentation names.
import type { ValueDoc } from '../fields.ts';

export const KIRO_MODELS: readonly ValueDoc[] = [{ value: 'claude-sonnet-4', description: 'Claude Sonnet 4.' }];
