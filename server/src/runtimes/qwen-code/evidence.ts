// What the facts of this folder were measured on, and the pages the others are taken from.
import type { Evidence } from '../fields.ts';
import type { RuntimeEvidence } from '../runtime.ts';

export const EVIDENCE: RuntimeEvidence = { source: 'measured', version: '0.24.4', on: '2026-11-20' };

const PAGE = 'https://github.com/QwenLM/qwen-code/blob/main/docs/users/features/sub-agents.md';

export function documented(detail: string): Evidence {
  return { source: 'documentation', detail, url: PAGE, verifiedOn: '2026-11-20' };
}

export function measured(detail: string): Evidence {
  return { source: 'measured', detail: `Qwen Code ${EVIDENCE.version}: ${detail}`, verifiedOn: EVIDENCE.on };
}
