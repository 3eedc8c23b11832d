// Where VS Code looks for agents, and what else it takes for one.
import type { AgentFolder, Place } from '../runtime.ts';

export const PLACES: readonly AgentFolder[] = [
  { scope: 'project', path: '.github/agents', extensions: ['.md'], nested: false },
  { scope: 'project', path: '.claude/agents', extensions: ['.md'], nested: false, foreign: true },
  { scope: 'user', path: '.copilot/agents', extensions: ['.md'], nested: false, foreign: true },
  { scope: 'user', path: '.claude/agents', extensions: ['.md'], nested: false, foreign: true },
  // Whatever folder they lie in, these open as agents.
  { scope: 'project', path: '', extensions: ['.agent.md', '.chatmode.md'], nested: true },
];

/** Measured: folders are read flat, and exactly `README.md` is left out. */
export function isRead({ folder, path }: Place): boolean {
  if (folder === '') return true;
  return !path.includes('/') && path !== 'README.md';
}

/** The name an agent has where it says none. */
export function nameOfFile({ path }: Place): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.agent|\.chatmode)?\.md$/, '');
}
