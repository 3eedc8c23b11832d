// Which folders are extensions of a runtime: those that hold its manifest, wherever in the workspace they lie.
import { runtimes } from '../runtimes/registry.ts';
import { baseName, parentUri } from './uris.ts';

/** The names of the manifests: `gemini-extension.json`. */
export const EXTENSION_MANIFESTS: readonly string[] = [
  ...new Set(runtimes.flatMap(({ places }) => places.flatMap(({ manifest }) => manifest ?? []))),
];

export function isExtensionManifest(uri: string): boolean {
  // Asked of every file of a workspace.
  return uri.endsWith('.json') && EXTENSION_MANIFESTS.includes(baseName(uri));
}

export interface KnownExtensions {
  /** Whether a folder (a URI without a final slash) is an extension by a manifest of that name. */
  has(folder: string, manifest: string): boolean;
}

export class Extensions implements KnownExtensions {
  private readonly manifests = new Set<string>();

  /** Answers the folders that have become extensions by it, or are none any more. */
  set(manifest: string, isThere: boolean): string[] {
    if (this.manifests.has(manifest) === isThere) return [];
    if (isThere) this.manifests.add(manifest);
    else this.manifests.delete(manifest);
    return [parentUri(manifest)];
  }

  has(folder: string, manifest: string): boolean {
    return this.manifests.has(`${folder}/${manifest}`);
  }
}
