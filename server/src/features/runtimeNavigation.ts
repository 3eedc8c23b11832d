// Definition, references and rename among agents of runtimes other than Claude Code, which name each other in fields.
import type { Location, LocationLink, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import type { ForeignLoad } from '../rules/events.ts';
import type { RuntimeAgent } from '../rules/workspaceView.ts';
import { contains, type Span } from '../util/text.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import { normalizeUri } from '../workspace/uris.ts';
import { toRange } from './range.ts';

export interface OwnedSurroundings {
  readonly document: AgentDocument;
  readonly foreign: ForeignLoad;
  readonly index: AgentIndex;
}

interface Named {
  readonly name: string;
  readonly span: Span;
}

/** The name of an agent at the cursor: one that the file names, or its own. */
function namedAt({ document, foreign, index }: OwnedSurroundings, offset: number): Named | null {
  const { runtime, report } = foreign;
  const mention = runtime.naming?.mentions(report).find(({ span }) => contains(span, offset));
  if (mention) return mention;
  const own = index.runtimeAgents.at(normalizeUri(document.uri));
  if (!own?.isNameWritten) return null;
  const { start, end } = own.nameRange;
  const span = { start: document.lines.offsetAt(start), end: document.lines.offsetAt(end) };
  return contains(span, offset) ? { name: own.name, span } : null;
}

function agentsAt(around: OwnedSurroundings, offset: number): { named: Named; agents: readonly RuntimeAgent[] } | null {
  const named = namedAt(around, offset);
  return named && { named, agents: around.index.runtimeAgents.called(around.foreign.runtime.id, named.name) };
}

/** Several where agents share the name. */
export function ownedDefinition(around: OwnedSurroundings, offset: number): LocationLink[] {
  const found = agentsAt(around, offset);
  if (!found) return [];
  const originSelectionRange = toRange(around.document, found.named.span);
  return found.agents.map(({ uri, nameRange }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: nameRange,
    targetSelectionRange: nameRange,
  }));
}

export function ownedReferences(
  around: OwnedSurroundings,
  offset: number,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] {
  const found = agentsAt(around, offset);
  if (!found || found.agents.length === 0) return [];
  const { name } = found.named;
  const mentions = around.index.runtimeAgents.mentionsOf(around.foreign.runtime.id, name);
  const own = includeDeclaration ? found.agents.map(({ uri, nameRange }) => ({ uri, range: nameRange })) : [];
  return [...own, ...mentions];
}

export interface OwnedRenameStart {
  readonly range: ReturnType<typeof toRange>;
  readonly placeholder: string;
}

/** Only the name of one agent that says it itself: another is called after its file, or shares the name. */
export function prepareOwnedRename(around: OwnedSurroundings, offset: number): OwnedRenameStart | null {
  const found = agentsAt(around, offset);
  if (found?.agents.length !== 1 || !found.agents[0]?.isNameWritten) return null;
  return { range: toRange(around.document, found.named.span), placeholder: found.named.name };
}

/** The name and all that name it. Null for a name that would have to be quoted, or that another agent has. */
export function renameOwned(around: OwnedSurroundings, offset: number, newName: string): WorkspaceEdit | null {
  const found = agentsAt(around, offset);
  const [agent] = found?.agents ?? [];
  const { runtimeAgents } = around.index;
  const { id } = around.foreign.runtime;
  if (!found || !agent?.isNameWritten || found.agents.length !== 1) return null;
  if (!PLAIN_NAME.test(newName) || runtimeAgents.called(id, newName).length > 0) return null;
  const changes: Record<string, TextEdit[]> = {};
  const places = [{ uri: agent.uri, range: agent.nameRange }, ...runtimeAgents.mentionsOf(id, found.named.name)];
  for (const { uri, range } of places) {
    changes[uri] ??= [];
    changes[uri].push({ range, newText: newName });
  }
  return { changes };
}

/** What stands in YAML and between quotes alike. */
const PLAIN_NAME = /^[\p{L}\p{N}_](?:[\p{L}\p{N} _.-]{0,98}[\p{L}\p{N}_])?$/u;
