// The words of the Ring format. Plain data, so that the client can share it.
import type { ValueDoc } from '../fields.ts';

export const AGENT_TYPES: readonly ValueDoc[] = [
  { value: 'specialist', description: 'Does the work of one field: designs, implements, operates.' },
  { value: 'reviewer', description: 'Judges the work of others and gives a verdict.' },
  { value: 'orchestrator', description: 'Divides work and hands it to other agents.' },
  { value: 'planning', description: 'Turns a goal into a plan.' },
  { value: 'exploration', description: 'Finds out how something is, and changes nothing.' },
  { value: 'analyst', description: 'Examines data or requirements and recommends.' },
  { value: 'calculator', description: 'Computes figures from given input.' },
];

/** Kinds of figures under `metrics`. */
export const METRIC_TYPES: readonly string[] = [
  'integer',
  'percentage',
  'float',
  'boolean',
  'fraction',
  'string',
  'enum',
];

/** Kinds of input under `required_context` and `optional_context`. */
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
