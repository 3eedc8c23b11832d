// Who reads the file at a URI, its owner first.
import { ownerAndReaders, type Readers } from '../runtimes/owner.ts';
import type { Place, Runtime } from '../runtimes/runtime.ts';
import { decoded } from '../util/uri.ts';
import type { KnownExtensions } from './extensions.ts';
import { parentUri } from './uris.ts';

export interface OwnerContext {
  /** The folder that has the user's own `agents`; null where there is none. */
  readonly userFolder: string | null;
  readonly extensions?: KnownExtensions;
  /** All there are, where it is left out. */
  readonly runtimes?: readonly Runtime[];
}

export function readersIn(uri: string, context: OwnerContext): Readers {
  const path = pathOf(uri);
  const base = uri.slice(0, uri.length - path.length);
  const home = context.userFolder?.startsWith(base) ? pathOf(parentUri(context.userFolder)) : null;
  // Which other runtimes a plugin is installed in, its folder does not tell. Its owner is found by `detectIn`.
  const isPluginRoot = (): boolean => false;
  const isExtensionRoot = (folder: string, manifest: string): boolean =>
    context.extensions?.has(base + folder, manifest) === true;
  const { owner, others } = ownerAndReaders(path, { home, isPluginRoot, isExtensionRoot }, context.runtimes);
  return { owner: owner && withDecodedPlace(owner), others: others.map(withDecodedPlace) };
}

/** Runtimes name agents after their files, and a file is not called as it stands in a URI. */
function withDecodedPlace<Each extends { readonly place: Place }>(each: Each): Each {
  return { ...each, place: { ...each.place, path: decoded(each.place.path) } };
}

/** What follows the scheme and the authority, still encoded: the names looked for in it have nothing to encode. */
export function pathOf(uri: string): string {
  return uri.replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?/i, '');
}
