// How names of agents are compared.
export { bareName, foldName } from '../runtimes/claude-code/agents.ts';
