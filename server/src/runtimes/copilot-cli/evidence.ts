// What the facts of this folder were measured on, and the pages the others are taken from.
import type { Evidence } from '../fields.ts';
import type { RuntimeEvidence } from '../runtime.ts';

export const EVIDENCE: RuntimeEvidence = { source: 'measured', version: '1.0.102', on: '2026-11-20' };

const PAGE = 'https://docs.github.com/en/copilot/reference/custom-agents-configuration';
const CHANGELOG = 'https://github.com/github/copilot-cli/blob/main/changelog.md';

export function documented(detail: string): Evidence {
  return { source: 'documentation', detail, url: PAGE, verifiedOn: '2026-11-20' };
}

export function announced(detail: string): Evidence {
  return { source: 'documentation', detail, url: CHANGELOG, verifiedOn: '2026-08-03' };
}

export function measured(detail: string): Evidence {
  return { source: 'measured', detail: `Copilot CLI ${EVIDENCE.version}: ${detail}`, verifiedOn: EVIDENCE.on };
}
