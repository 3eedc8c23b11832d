// Where Copilot CLI looks for agents, what it calls them, and which of two with one name counts.
import type { AgentFolder, LoadReport, Place } from '../runtime.ts';

const EXTENSIONS = ['.agent.md', '.md'];

export const PLACES: readonly AgentFolder[] = [
  { scope: 'project', path: '.github/agents', extensions: EXTENSIONS, nested: true },
  { scope: 'project', path: '.claude/agents', extensions: EXTENSIONS, nested: true, foreign: true },
  { scope: 'user', path: '.copilot/agents', extensions: EXTENSIONS, nested: true },
  { scope: 'plugin', path: 'agents', extensions: EXTENSIONS, nested: true, foreign: true },
];

export type PlaceFault = 'elsewhere' | 'extension' | 'hidden';

/** Why a file is not read; null where it is. Measured: case counts in `.md`, and names that start with a dot are skipped. */
export function placeFault({ folder, path }: Place): PlaceFault | null {
  if (folder === '') return 'elsewhere';
  if (path.split('/').some((name) => name.startsWith('.'))) return 'hidden';
  return path.endsWith('.md') ? null : 'extension';
}

/** Measured: the path below the agent folder, `--` between folders, whatever `name` says. */
export function idOf({ path }: Place): string {
  return path.replace(/(?:\.agent)?\.md$/, '').replaceAll('/', '--');
}

/**
 * Of agents with one id, the one that counts. Measured: the user's before the project's, `.github/agents` before
 * `.claude/agents`, `x.agent.md` before `x.md`. Documented: plugins come last.
 */
export function winners(reports: readonly LoadReport[]): LoadReport[] {
  const byName = new Map<string, LoadReport>();
  for (const report of reports) {
    const known = report.name === null ? undefined : byName.get(report.name);
    if (report.name !== null && (!known || rankOf(report.as) < rankOf(known.as))) byName.set(report.name, report);
  }
  return [...byName.values()];
}

/** The lower, the sooner. */
function rankOf({ scope, folder, path }: Place): number {
  const source = ['user', 'project', 'plugin'].indexOf(scope);
  const isForeign = folder === '.claude/agents';
  return 4 * source + (isForeign ? 2 : 0) + (path.endsWith('.agent.md') ? 0 : 1);
}
