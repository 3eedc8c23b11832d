// Where OpenCode V2 looks for agents: where V1 does.
import type { AgentFolder } from '../runtime.ts';
import { agentFolders } from '../shared/opencode/places.ts';

export const PLACES: readonly AgentFolder[] = [
  ...agentFolders('project', '.opencode'),
  ...agentFolders('user', '.config/opencode'),
  ...agentFolders('user', '.opencode'),
];
