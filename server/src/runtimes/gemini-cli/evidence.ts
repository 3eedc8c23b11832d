// What the facts of this folder were measured on.
import type { RuntimeEvidence } from '../runtime.ts';

export const EVIDENCE: RuntimeEvidence = { source: 'measured', version: '0.61.0', on: '2026-11-20' };
