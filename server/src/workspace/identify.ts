// What a document is: an agent of which kind, by its place or by its fields. The one answer for editor and command line.
import { type Detected, detect } from '../dialects/detect.ts';
import { isOtherDialect } from '../dialects/detectPath.ts';
import type { DialectId, LoadScope } from '../dialects/dialect.ts';
import type { AgentDocument } from '../model/document.ts';
import type { AgentPlace } from '../rules/workspaceView.ts';
import { loosePlace, type PlaceContext, placeOf } from './places.ts';
import { loadScopeOf } from './summary.ts';
import { normalizeUri } from './uris.ts';

export interface Identity {
  readonly dialect: DialectId;
  /** How the loader treats it. */
  readonly scope: LoadScope;
  /** `path`: the runtime reads this place; `fields`: a loose file that looks like an agent. */
  readonly by: Detected['by'];
  /** Where it stands among the other agents. */
  readonly place: AgentPlace;
}

export interface IdentifyContext extends PlaceContext {
  /** Whether a folder (a URI without a final slash) holds `.claude-plugin`, for plugins the registry has not read. */
  isPluginFolder(uri: string): boolean;
}

/** Null for a document that is no agent. */
export function identify(document: AgentDocument, context: IdentifyContext): Identity | null {
  const uri = normalizeUri(document.uri);
  const known = placeOf(uri, context);
  const found = detectIn(uri, document, context);
  const place = known ?? loosePlace(uri);
  if (found?.by === 'path') return { ...found, place };
  // The manifest of a plugin may name files that lie anywhere.
  if (known && !isOtherDialect(pathOf(uri))) {
    return { dialect: 'claude-code', scope: loadScopeOf(known), by: 'path', place };
  }
  return found && { ...found, place };
}

/** What a document counts as where someone says it is an agent and neither its place nor its fields do. */
export function looseIdentity(document: AgentDocument): Identity {
  return { dialect: 'claude-code', scope: 'project', by: 'fields', place: loosePlace(normalizeUri(document.uri)) };
}

function detectIn(uri: string, document: AgentDocument, context: IdentifyContext): Detected | null {
  const path = pathOf(uri);
  const base = uri.slice(0, uri.length - path.length);
  return detect(path, document, (folder) => {
    const folderUri = base + folder;
    return context.plugins.at(folderUri) !== undefined || context.isPluginFolder(folderUri);
  });
}

/** What follows the scheme and the authority, still encoded: the names looked for in it have nothing to encode. */
function pathOf(uri: string): string {
  return uri.replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?/i, '');
}
