// Where Qwen Code looks for agents, and which of two with one name counts.
import type { AgentFolder, LoadReport, Place } from '../runtime.ts';

const EXTENSIONS = ['.md'];

export const PLACES: readonly AgentFolder[] = [
  { scope: 'project', path: '.qwen/agents', extensions: EXTENSIONS, nested: false },
  { scope: 'user', path: '.qwen/agents', extensions: EXTENSIONS, nested: false },
  { scope: 'extension', path: 'agents', extensions: EXTENSIONS, nested: false, manifest: 'qwen-extension.json' },
];

export type PlaceFault = 'elsewhere' | 'extension';

/** Why a file is not read; null where it is. Measured: case counts in `.md`; `README.md` and `.a.md` are read. */
export function placeFault({ folder, path }: Place): PlaceFault | null {
  if (folder === '' || path.includes('/')) return 'elsewhere';
  return path.endsWith('.md') ? null : 'extension';
}

/**
 * Of agents with one name, the one that counts. Measured: the first file of a folder; documented: the project before the
 * user, extensions last.
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
function rankOf({ scope }: Place): number {
  return ['project', 'user', 'extension'].indexOf(scope);
}
