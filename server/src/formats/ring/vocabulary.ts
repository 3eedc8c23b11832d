// The vocabulary of the Ring format. Plain data that the client can share.
import type { ValueDoc } from '../../runtimes/fields.ts';

export const AGENT_TYPES: readonly ValueDoc[] = [
  { value: 'specialist', description: 'Works in one field: designs, implements, operates.' },
  { value: 'reviewer', description: 'Judges the work of others and gives a verdict.' },
  { value: 'orchestrator', description: 'Divides work and delegates it to other agents.' },
  { value: 'planning', description: 'Turns a goal into a plan.' },
  { value: 'exploration', description: 'Investigates the current state without changing anything.' },
  { value: 'analyst', description: 'Analyzes data or requirements and makes recommendations.' },
  { value: 'calculator', description: 'Computes figures from the given input.' },
];

/** Types of metrics under `metrics`. */
export const METRIC_TYPES: readonly string[] = [
  'integer',
  'percentage',
  'float',
  'boolean',
  'fraction',
  'string',
  'enum',
];

/** Types of inputs under `required_context` and `optional_context`. */
export const INPUT_TYPES: readonly string[] = [
  'string',
  'file_content',
  'markdown',
  'list[string]',
  'object',
  'list',
  'list[object]',
  'file_path',
  'list[file_path]',
  'boolean',
  'integer',
  'enum',
];

/** The format has changed twice: A (2025), B and C (2026). */
export const RING_GENERATIONS = ['auto', 'A', 'B', 'C'] as const;
export type RingGenerationSetting = (typeof RING_GENERATIONS)[number];
