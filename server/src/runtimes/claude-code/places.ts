// Where Claude Code looks for agents.
import type { AgentFolder } from '../runtime.ts';

export const PLACES: readonly AgentFolder[] = [
  { scope: 'project', path: '.claude/agents', extensions: ['.md'], nested: true },
  { scope: 'user', path: '.claude/agents', extensions: ['.md'], nested: true },
  // Measured: the names of a plugin's files may end in upper case.
  { scope: 'plugin', path: 'agents', extensions: ['.md', '.MD'], nested: true },
];
