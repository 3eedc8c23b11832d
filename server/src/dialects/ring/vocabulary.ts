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
