// Where Cursor looks for agents, by its documentation.
import type { AgentFolder, Place } from '../runtime.ts';

const folder = { extensions: ['.md'], nested: false };

/** The project wins over the user, and Cursor's own folder over the others. */
export const PLACES: readonly AgentFolder[] = [
  { ...folder, scope: 'project', path: '.cursor/agents' },
  { ...folder, scope: 'user', path: '.cursor/agents' },
  { ...folder, scope: 'project', path: '.claude/agents', foreign: true },
  { ...folder, scope: 'user', path: '.claude/agents', foreign: true },
  { ...folder, scope: 'project', path: '.codex/agents', foreign: true },
  { ...folder, scope: 'user', path: '.codex/agents', foreign: true },
];

/** What an agent without a name is called. */
export function nameOfFile({ path }: Place): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}
