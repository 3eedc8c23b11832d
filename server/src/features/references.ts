// Find all references: where agents, skills, commands, and notes in the workspace mention an agent.
import type { Location } from 'vscode-languageserver-types';
import type { KnownAgent } from '../rules/workspaceView.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import { type Surroundings, targetAt } from './target.ts';

export interface ReferenceOptions {
  /** Include the place that declares the agent's name. */
  readonly includeDeclaration: boolean;
}

export function references(around: Surroundings, offset: number, options: ReferenceOptions): Location[] {
  const target = targetAt(around, offset);
  return target?.kind === 'agent' ? referencesTo(target.agent, around.index, options) : [];
}

function referencesTo(agent: KnownAgent, index: AgentIndex, options: ReferenceOptions): Location[] {
  const mentions = index.mentionsOf(agent).map(({ uri, range }) => ({ uri, range }));
  return options.includeDeclaration ? [{ uri: agent.uri, range: agent.nameRange }, ...mentions] : mentions;
}
