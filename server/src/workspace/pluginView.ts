// What rules about a manifest can ask about the folder of its plugin.

import type { PluginView } from '../rules/jsonViews.ts';
import { decoded, isWithin } from '../util/uri.ts';
import type { AgentIndex } from './agentIndex.ts';
import type { FileKind } from './host.ts';
import { baseName, normalizeUri, parentUri, resolvePath } from './uris.ts';

/** What is at a URI, if that has been looked up. */
export type KindOf = (uri: string) => FileKind | 'missing' | 'unknown';

export function pluginView(manifestUri: string, index: AgentIndex, kindOf: KindOf): PluginView {
  const root = parentUri(parentUri(normalizeUri(manifestUri)));
  const resolved = (path: string): string | null => {
    const uri = resolvePath(root, path);
    return uri !== null && isWithin(uri, root) ? uri : null;
  };
  return {
    folderName: baseName(root),
    kindOf(path) {
      const uri = resolved(path);
      if (uri === null) return 'outside';
      const kind = kindOf(uri);
      return kind === 'other' ? 'missing' : kind;
    },
    normalized(path) {
      const uri = resolved(path);
      return uri === null ? null : shownIn(root, uri);
    },
    agentFiles: () => (index.complete ? agentFilesOf(root, index) : null),
  };
}

/** Leaves out files of other plugins and of projects inside the plugin's folder. */
function agentFilesOf(root: string, index: AgentIndex): string[] {
  return index.filesWithin(root).flatMap((uri) => {
    const place = index.summaryOf(uri)?.agent?.place;
    const isOwn = place?.scope === 'loose' || (place?.scope === 'plugin' && place.root === root);
    return isOwn ? [shownIn(root, uri)] : [];
  });
}

/** As written in a manifest. */
function shownIn(root: string, uri: string): string {
  return `.${uri.slice(root.length).split('/').map(decoded).join('/')}`;
}
