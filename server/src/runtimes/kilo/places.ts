// Where Kilo looks for agents: its own folders, and those of its older name.
import type { AgentFolder } from '../runtime.ts';
import { agentFolders } from '../shared/opencode/places.ts';

export const PLACES: readonly AgentFolder[] = [
  ...agentFolders('project', '.kilo'),
  ...agentFolders('project', '.kilocode'),
  ...agentFolders('user', '.config/kilo'),
  ...agentFolders('user', '.kilo'),
  ...agentFolders('user', '.kilocode'),
];
