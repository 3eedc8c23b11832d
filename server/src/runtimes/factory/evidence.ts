// Where the facts of this folder are from: Factory's documentation alone.
import type { RuntimeEvidence } from '../runtime.ts';
import { documentedOn } from '../shared/documented.ts';

/** The documentation has no versions but its days. */
export const EVIDENCE: RuntimeEvidence = { source: 'documentation', version: '2026.07.24', on: '2026-11-20' };

export const documented = documentedOn('https://docs.factory.ai/cli/configuration/custom-droids', EVIDENCE.on);
