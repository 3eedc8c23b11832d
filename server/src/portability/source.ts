// Where an agent comes from: the runtime that owns its file, and the place it stands in.
import { indexed, runtimes } from '../runtimes/registry.ts';
import type { Place, Runtime } from '../runtimes/runtime.ts';
import type { Identity } from '../workspace/identify.ts';

export interface Source {
  readonly runtime: Runtime;
  readonly place: Place;
}

/** Null for a file of a runtime that is known by its folders alone. `path` is absolute, with forward slashes. */
export function sourceOf({ owner, scope }: Pick<Identity, 'owner' | 'scope'>, path: string): Source | null {
  if (owner) return owner.runtime && { runtime: owner.runtime, place: owner.place };
  const runtime = runtimes.find(({ id }) => id === indexed.id);
  if (!runtime) return null;
  const folder = runtime.places.find((each) => each.scope === scope)?.path ?? '';
  const at = path.lastIndexOf(`/${folder}/`);
  const below = at < 0 ? path.slice(path.lastIndexOf('/') + 1) : path.slice(at + folder.length + 2);
  return { runtime, place: { scope, folder, path: below } };
}

/** The folder of the project, plugin or extension that a file lies in; null for one that lies in no agent folder. */
export function rootOf({ place }: Source, path: string): string | null {
  const at = place.folder === '' ? -1 : path.lastIndexOf(`/${place.folder}/`);
  return at < 0 ? null : path.slice(0, at);
}
