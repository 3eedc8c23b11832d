// Where Kiro looks for agents, by its documentation, and what it calls them.
import type { AgentFolder, Place } from '../runtime.ts';

export const PLACES: readonly AgentFolder[] = [
  { scope: 'project', path: '.kiro/agents', extensions: ['.md'], nested: true },
  { scope: 'user', path: '.kiro/agents', extensions: ['.md'], nested: true },
];

/** The path below the agent folder: `team/planner`. */
export function idOf({ path }: Place): string {
  return path.replace(/\.md$/, '');
}
