// The sources of the facts about Claude Code.
import type { Evidence } from '../fields.ts';

const SUB_AGENTS_PAGE = 'https://code.claude.com/docs/en/sub-agents';

export function measured(detail: string): Evidence {
  return measuredIn('2.1.329', '2026-11-20', detail);
}

export function measuredIn(version: string, verifiedOn: string, detail: string): Evidence {
  return { source: 'measured', detail: `Claude Code ${version}: ${detail}`, verifiedOn };
}

/** Measured on running subagents in whole projects, not only on how their files are read. */
export function measuredOnSubagents(detail: string): Evidence {
  return { source: 'measured', detail: `Claude Code 2.1.331: ${detail}`, verifiedOn: '2026-11-25' };
}

/** Measured on the manifests of plugins, and on whole projects. */
export function measuredOnPlugins(detail: string): Evidence {
  return { source: 'measured', detail: `Claude Code 2.1.331: ${detail}`, verifiedOn: '2026-11-25' };
}

export function documented(detail: string): Evidence {
  return { source: 'documentation', detail, url: SUB_AGENTS_PAGE, verifiedOn: '2026-10-08' };
}

export function reported(detail: string, issue: number): Evidence {
  const url = `https://github.com/anthropics/claude-code/issues/${issue}`;
  return { source: 'documentation', detail, url, verifiedOn: '2026-11-20' };
}
