// What the facts of this folder were measured on: the sources and the running editor, not every field of every file.
import type { RuntimeEvidence } from '../runtime.ts';

export const EVIDENCE: RuntimeEvidence = { source: 'measured', version: '1.139.1', on: '2026-11-20' };
