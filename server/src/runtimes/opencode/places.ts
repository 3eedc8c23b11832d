// Where OpenCode looks for agents. The home folder counts twice: its configuration, and a project of its own.
import type { AgentFolder } from '../runtime.ts';
import { agentFolders } from '../shared/opencode/places.ts';

export const PLACES: readonly AgentFolder[] = [
  ...agentFolders('project', '.opencode'),
  ...agentFolders('user', '.config/opencode'),
  ...agentFolders('user', '.opencode'),
];
