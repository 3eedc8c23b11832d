// The run the conformance set was measured in: Linux, no login, agents started as the main thread.
import { resolveModel } from '../../server/src/dialects/claude-code/model.ts';
import type { LoadReport } from '../../server/src/dialects/dialect.ts';

/** Tools that were there; the others are gated by platform, plan or login. `Task` is how the run shows `Agent`. */
const PRESENT = new Set(
  (
    'Agent Bash CronCreate CronDelete CronList DesignSync Edit EnterWorktree ExitWorktree Glob Grep ListAgents Monitor ' +
    'NotebookEdit Read ReportFindings ScheduleWakeup SendMessage Skill TaskStop ToolSearch WebFetch WebSearch Workflow Write'
  ).split(' '),
);
const SESSION_MODEL = 'claude-opus-5-5';

/** What the run shows for the tools of a report. */
export function toolsInMeasuredRun({ tools, refusedTools }: LoadReport): 'inherit' | string[] {
  if (tools === 'inherit') return 'inherit';
  // The agents ran as the main thread, where tools that subagents never get are there.
  const mainThread = refusedTools.filter(({ reason }) => reason === 'not-for-subagents').map(({ name }) => name);
  const present = [...tools, ...mainThread].filter((tool) => PRESENT.has(tool));
  // On Linux, Glob and Grep are added at the end, and only where Bash is not granted.
  const searching = present.includes('Bash') ? [] : ['Grep', 'Glob'].filter((tool) => present.includes(tool));
  const others = present.filter((tool) => tool !== 'Glob' && tool !== 'Grep');
  return [...others, ...searching].map((tool) => (tool === 'Agent' ? 'Task' : tool));
}

export function sessionModel(written: string | null): string {
  return resolveModel(written).id ?? SESSION_MODEL;
}
