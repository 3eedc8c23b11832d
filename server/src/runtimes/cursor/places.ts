// Where Cursor looks for agents, by its documentation.
import type { AgentFolder, Place } from '../runtime.ts';

const folder = { extensions: ['.md'], nested: false };

/** By the documentation every field is optional, and an agent of another runtime has whatever tools it lists. */
const others = { foreign: true, neverLoses: true };

/** The project wins over the user, and Cursor's own folder over the others. */
export const PLACES: readonly AgentFolder[] = [
  { ...folder, scope: 'project', path: '.cursor/agents' },
  { ...folder, scope: 'user', path: '.cursor/agents' },
  { ...folder, scope: 'project', path: '.claude/agents', ...others },
  { ...folder, scope: 'user', path: '.claude/agents', ...others },
  { ...folder, scope: 'project', path: '.codex/agents', ...others },
  { ...folder, scope: 'user', path: '.codex/agents', ...others },
];

/** What an agent without a name is called. */
export function nameOfFile({ path }: Place): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}
