// The run the conformance set was measured in: Linux, no login, agents started as the main thread.
import { resolveModel } from '../../server/src/runtimes/claude-code/models.ts';
import type { IndexedReport } from '../../server/src/runtimes/indexed.ts';
import { type Session, UNKNOWN_SESSION } from '../../server/src/runtimes/session.ts';

/** Tools that were there; the others are gated by platform, plan or login. `Task` is how the run shows `Agent`. */
const PRESENT = new Set(
  (
    'Agent Bash CronCreate CronDelete CronList DesignSync Edit EnterWorktree ExitWorktree Glob Grep ListAgents Monitor ' +
    'NotebookEdit Read ReportFindings ScheduleWakeup SendMessage Skill TaskStop ToolSearch WebFetch WebSearch Workflow Write'
  ).split(' '),
);
const SESSION_MODEL = 'claude-opus-5-5';

/** No MCP server was configured, and no settings. */
export const MEASURED_SESSION: Session = { ...UNKNOWN_SESSION, servers: new Set() };

/** What the run shows for the tools of a report: the agents ran as the main session. */
export function toolsInMeasuredRun({ tools, mainSession }: IndexedReport): 'inherit' | string[] {
  const own = mainSession?.tools ?? tools;
  if (own === 'inherit') return 'inherit';
  const present = own.filter((tool) => PRESENT.has(tool));
  // On Linux, Glob and Grep are added at the end, and only where Bash is not granted.
  const searching = present.includes('Bash') ? [] : ['Grep', 'Glob'].filter((tool) => present.includes(tool));
  const others = present.filter((tool) => tool !== 'Glob' && tool !== 'Grep');
  return [...others, ...searching].map((tool) => (tool === 'Agent' ? 'Task' : tool));
}

export function sessionModel(written: string | null): string {
  return resolveModel(written).id ?? SESSION_MODEL;
}
