// What a document is: an agent of which kind, by its place or by its fields. The one answer for editor and command line.

import type { AgentDocument } from '../model/document.ts';
import type { AgentPlace } from '../rules/workspaceView.ts';
import type { Detected, LoadScope } from '../runtimes/indexed.ts';
import { meantReaders, type Owner, type Readers } from '../runtimes/owner.ts';
import { placeUnder, type Reader } from '../runtimes/readers.ts';
import { indexed } from '../runtimes/registry.ts';
import type { Runtime, Scope } from '../runtimes/runtime.ts';
import { decoded } from '../util/uri.ts';
import { pathOf, readersIn } from './owners.ts';
import { loosePlace, type PlaceContext, placeOf } from './places.ts';
import { isMeantAsAgent, loadScopeOf } from './summary.ts';
import { normalizeUri } from './uris.ts';

export interface Identity {
  /** The id of the runtime that owns the file. */
  readonly runtime: string;
  /** How the loader treats it. */
  readonly scope: LoadScope;
  /** `path`: the runtime reads this place; `fields`: a loose file that looks like an agent. */
  readonly by: Detected['by'];
  /** Where it stands among the other agents. */
  readonly place: AgentPlace;
  /** The owner, where that is not Claude Code. */
  readonly owner?: Owner;
  /** The runtimes that read this place besides the owner. */
  readonly others?: readonly Reader[];
}

export interface IdentifyContext extends PlaceContext {
  /** Whether a folder (a URI without a final slash) holds `.claude-plugin`, for plugins the registry has not read. */
  isPluginFolder(uri: string): boolean;
  /** All there are, where it is left out. */
  readonly runtimes?: readonly Runtime[];
}

/** Null for a document that is no agent. */
export function identify(document: AgentDocument, context: IdentifyContext): Identity | null {
  const uri = normalizeUri(document.uri);
  const readers = meantReaders(readersIn(uri, context), document);
  const known = placeOf(uri, context);
  const isPlugins = (): boolean => known?.scope === 'plugin' || detectIn(uri, document, context)?.by === 'path';
  const isShared = readers.owner?.place.scope === 'extension' && isPlugins();
  const { owner, others } = isShared ? besidesPlugin(readers) : readers;
  if (owner && owner.id !== indexed.id) return { ...ownedBy(owner, uri), others };
  if (known && !isMeantAsAgent(document, known)) return null;
  const found = detectIn(uri, document, context);
  const place = known ?? loosePlace(uri);
  if (found?.by === 'path') return { ...found, place, others };
  // The manifest of a plugin may name files that lie anywhere.
  if (known && !indexed.isOtherFormat(pathOf(uri))) {
    return { runtime: indexed.id, scope: loadScopeOf(known), by: 'path', place, others };
  }
  return found && { ...found, place, others };
}

/** A folder can be a plugin and an extension at once: the plugin comes first, and the extension reads its agents too. */
function besidesPlugin({ owner, others }: Readers): Readers {
  if (!owner?.runtime) return { owner, others };
  const { runtime, place } = owner;
  return { owner: null, others: [{ runtime, place, owns: true, isTooDeep: false }, ...others] };
}

/** What a document counts as where someone says it is an agent and neither its place nor its fields do. */
export function looseIdentity(document: AgentDocument, context: PlaceContext): Identity {
  const uri = normalizeUri(document.uri);
  const place = placeOf(uri, context);
  if (place) return { runtime: indexed.id, scope: loadScopeOf(place), by: 'path', place };
  return { runtime: indexed.id, scope: 'project', by: 'fields', place: loosePlace(uri) };
}

/** A document as if it stood in the folder of a runtime; null for a runtime that has no such place. */
export function identityUnder(document: AgentDocument, runtime: Runtime, scope: Scope | undefined): Identity | null {
  const uri = normalizeUri(document.uri);
  const place = placeUnder(runtime, decoded(pathOf(uri)), scope);
  return place && ownedBy({ id: runtime.id, label: runtime.label, runtime, place }, uri);
}

function ownedBy(owner: Owner, uri: string): Identity {
  const scope = owner.place.scope === 'plugin' ? 'plugin' : 'project';
  return { runtime: owner.id, scope, by: 'path', place: loosePlace(uri), owner };
}

function detectIn(uri: string, document: AgentDocument, context: IdentifyContext): Detected | null {
  const path = pathOf(uri);
  const base = uri.slice(0, uri.length - path.length);
  return indexed.detect(path, document, (folder) => {
    const folderUri = base + folder;
    return context.plugins.at(folderUri) !== undefined || context.isPluginFolder(folderUri);
  });
}
