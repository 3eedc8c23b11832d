// What the facts of this folder were measured on: the V2 core that ships in this version of OpenCode.
import type { Evidence } from '../fields.ts';
import type { RuntimeEvidence } from '../runtime.ts';

export const EVIDENCE: RuntimeEvidence = { source: 'measured', version: '1.18.34', on: '2026-11-20' };

export function documented(detail: string): Evidence {
  return { source: 'documentation', detail, url: 'https://opencode.ai/v2/docs/agents', verifiedOn: '2026-11-20' };
}

export function measured(detail: string): Evidence {
  return { source: 'measured', detail: `OpenCode V2 in ${EVIDENCE.version}: ${detail}`, verifiedOn: EVIDENCE.on };
}
