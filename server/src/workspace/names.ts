// How names of agents are compared.
export { bareName, foldName } from '../dialects/claude-code/agents.ts';
