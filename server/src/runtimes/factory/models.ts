// Models that Factory's documentation names: full ids, and those a user brings along.
import type { ValueDoc } from '../fields.ts';

export const FACTORY_MODELS: readonly ValueDoc[] = [
  { value: 'inherit', description: 'The model of the session. The default.' },
  { value: 'claude-sonnet-4-5-20250929', description: 'Claude Sonnet 4.5.' },
  { value: 'custom:my-model', description: 'A model of your own configuration.' },
];

/** Short names of model families that other runtimes take, and Factory does not document. */
export const SHORT_NAMES: ReadonlySet<string> = new Set(['sonnet', 'opus', 'haiku', 'fable']);
