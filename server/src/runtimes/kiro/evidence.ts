// Where the facts of this folder are from: Kiro's documentation alone.
import type { RuntimeEvidence } from '../runtime.ts';
import { documentedOn } from '../shared/documented.ts';

/** The documentation has no versions but its days. */
export const EVIDENCE: RuntimeEvidence = { source: 'documentation', version: '2026.11.20', on: '2026-11-20' };

export const documented = documentedOn('https://kiro.dev/docs/custom-agents/', EVIDENCE.on);
