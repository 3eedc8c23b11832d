// Call hierarchy: which agents delegate to an agent, and which agents it delegates to.

import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Range,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { KnownAgent } from '../rules/workspaceView.ts';
import type { Reference } from '../runtimes/reference.ts';
import { TEXT_START } from '../util/text.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import type { FileSummary } from '../workspace/summary.ts';
import { baseName } from '../workspace/uris.ts';
import { type Surroundings, targetAt } from './target.ts';

/** The agent at the cursor; elsewhere in a file, the file's own agent. */
export function prepareCallHierarchy(around: Surroundings, offset: number): CallHierarchyItem[] {
  const target = targetAt(around, offset);
  const agent = target?.kind === 'agent' ? target.agent : around.index.agentAt(around.document.uri);
  return agent ? [agentItem(agent, around.index)] : [];
}

export function incomingCalls(uri: string, index: AgentIndex): CallHierarchyIncomingCall[] {
  const agent = index.agentAt(uri);
  const calls = new Map<string, Range[]>();
  for (const mention of agent ? index.mentionsOf(agent) : []) {
    if (handsOver(mention)) calls.set(mention.uri, [...(calls.get(mention.uri) ?? []), mention.range]);
  }
  return [...calls].flatMap(([from, fromRanges]) => {
    const summary = index.summaryOf(from);
    return summary ? [{ from: fileItem(summary, index), fromRanges }] : [];
  });
}

export function outgoingCalls(uri: string, index: AgentIndex): CallHierarchyOutgoingCall[] {
  const calls = new Map<KnownAgent, Range[]>();
  for (const reference of index.summaryOf(uri)?.references ?? []) {
    const [agent] = reference.to === 'agent' && handsOver(reference) ? index.agentsCalled(reference.name, uri) : [];
    if (agent) calls.set(agent, [...(calls.get(agent) ?? []), reference.range]);
  }
  return [...calls].map(([agent, fromRanges]) => ({ to: agentItem(agent, index), fromRanges }));
}

/** A word that only looks like a mention delegates nothing. */
function handsOver({ form }: Pick<Reference, 'form'>): boolean {
  return form !== 'name';
}

function fileItem({ uri, agent, skill }: FileSummary, index: AgentIndex): CallHierarchyItem {
  if (agent) return agentItem(agent, index);
  return {
    name: skill?.id ?? baseName(uri),
    detail: index.shownPath(uri),
    kind: skill ? SymbolKind.Function : SymbolKind.File,
    uri,
    range: TEXT_START,
    selectionRange: TEXT_START,
  };
}

function agentItem({ uri, id, nameRange }: KnownAgent, index: AgentIndex): CallHierarchyItem {
  return {
    name: id,
    detail: index.shownPath(uri),
    kind: SymbolKind.Class,
    uri,
    range: nameRange,
    selectionRange: nameRange,
  };
}
