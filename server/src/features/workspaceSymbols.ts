// Go to symbol in workspace: agents, skills, and commands by name.
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { TEXT_START } from '../util/text.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';

/** More than anyone scrolls through; editors ask again as the query grows. */
const MOST_SYMBOLS = 1000;

export function workspaceSymbols(index: AgentIndex, query: string): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const { uri, id, nameRange } of index.agents()) {
    if (found.length >= MOST_SYMBOLS) break;
    if (!isSubsequence(query, id)) continue;
    found.push({
      name: id,
      kind: SymbolKind.Class,
      containerName: index.shownPath(uri),
      location: { uri, range: nameRange },
    });
  }
  const range = TEXT_START;
  for (const { uri, id } of index.skills()) {
    if (found.length >= MOST_SYMBOLS) break;
    if (!isSubsequence(query, id)) continue;
    found.push({ name: id, kind: SymbolKind.Function, containerName: index.shownPath(uri), location: { uri, range } });
  }
  return found;
}

/** Matches the way editors do: the letters of the query in order, ignoring case and anything in between. */
function isSubsequence(query: string, name: string): boolean {
  const wanted = query.toLowerCase();
  let at = 0;
  for (const letter of name.toLowerCase()) if (letter === wanted[at]) at++;
  return at >= wanted.length;
}
