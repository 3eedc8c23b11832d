// What the facts of this folder were measured on, and the page the others are taken from.
import type { Evidence } from '../fields.ts';
import type { RuntimeEvidence } from '../runtime.ts';

export const EVIDENCE: RuntimeEvidence = { source: 'measured', version: '1.18.34', on: '2026-11-20' };

export function documented(detail: string): Evidence {
  return { source: 'documentation', detail, url: 'https://opencode.ai/docs/agents', verifiedOn: '2026-11-20' };
}

export function measured(detail: string): Evidence {
  return { source: 'measured', detail: `OpenCode ${EVIDENCE.version}: ${detail}`, verifiedOn: EVIDENCE.on };
}
