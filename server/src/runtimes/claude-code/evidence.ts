// The sources of the facts about Claude Code.
import type { Evidence } from '../fields.ts';
import type { RuntimeEvidence } from '../runtime.ts';

/** What the loader was last measured on. */
export const EVIDENCE: RuntimeEvidence = { source: 'measured', version: '2.1.331', on: '2026-11-25' };

const SUB_AGENTS_PAGE = 'https://code.claude.com/docs/en/sub-agents';

export function measured(detail: string): Evidence {
  return measuredIn('2.1.329', '2026-11-20', detail);
}

export function measuredIn(version: string, verifiedOn: string, detail: string): Evidence {
  return { source: 'measured', detail: `Claude Code ${version}: ${detail}`, verifiedOn };
}

/** Measured on whole projects: on running subagents, on plugins and their manifests, on settings. */
export function measuredOnProjects(detail: string): Evidence {
  return measuredIn(EVIDENCE.version, EVIDENCE.on, detail);
}

export function documented(detail: string): Evidence {
  return { source: 'documentation', detail, url: SUB_AGENTS_PAGE, verifiedOn: '2026-10-08' };
}

/** From the types that Claude Code publishes. */
export function typed(detail: string): Evidence {
  return { source: 'types', detail, verifiedOn: '2026-11-20' };
}

export function reported(detail: string, issue: number): Evidence {
  const url = `https://github.com/anthropics/claude-code/issues/${issue}`;
  return { source: 'documentation', detail, url, verifiedOn: '2026-11-20' };
}
