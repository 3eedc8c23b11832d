// What the facts of this folder were measured on, and the page the others are taken from.
import type { Evidence } from '../fields.ts';
import type { RuntimeEvidence } from '../runtime.ts';

export const EVIDENCE: RuntimeEvidence = { source: 'measured', version: '7.7.9', on: '2026-11-20' };

export function documented(detail: string): Evidence {
  return {
    source: 'documentation',
    detail,
    url: 'https://kilo.ai/docs/customize/custom-subagents',
    verifiedOn: '2026-11-20',
  };
}

export function measured(detail: string): Evidence {
  return { source: 'measured', detail: `Kilo ${EVIDENCE.version}: ${detail}`, verifiedOn: EVIDENCE.on };
}
