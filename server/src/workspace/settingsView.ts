// The agents of the sessions that read a settings file, for the rules about settings.

import type { SettingsView } from '../rules/jsonViews.ts';
import type { KnownAgent } from '../rules/workspaceView.ts';
import { indexed } from '../runtimes/registry.ts';
import { nearest } from '../util/similar.ts';
import { decoded, isWithin } from '../util/uri.ts';
import type { AgentIndex } from './agentIndex.ts';
import { userSettingsFile } from './settingsIndex.ts';
import { baseName, parentUri } from './uris.ts';

/** `uri` is that of the settings file. */
export function settingsView(uri: string, index: AgentIndex): SettingsView {
  const isOfUser = index.userFolder !== null && uri === userSettingsFile(index.userFolder);
  const root = isOfUser ? null : parentUri(parentUri(uri));
  const seen = index.agents().filter((agent) => agent.loads && isSeen(agent, root));
  const names = [...new Set(seen.flatMap(({ name, id, otherIds }) => [name, id, ...otherIds]))];
  return {
    finds: (value) => names.includes(value) || indexed.names.builtIn.includes(value),
    inFile: (path) => fileOf(path, seen)?.id,
    nearest: (value) => (index.complete && root !== null ? nearest(value, names) : undefined),
    knowledgeOf(value) {
      if (!index.complete) return 'none';
      const [plugin, ...rest] = value.split(':');
      if (plugin !== undefined && rest.length > 0) return index.knowsPlugin(plugin) ? 'all' : 'none';
      return root === null ? 'none' : 'most';
    },
  };
}

/** Agents of the folder and of those above it, of the user, and of plugins. `root` is null for the user's own settings. */
function isSeen({ place }: KnownAgent, root: string | null): boolean {
  if (place.scope !== 'project') return place.scope !== 'loose';
  return root !== null && isWithin(root, place.root);
}

/** A path that ends as the file's path does is better than the same file name. */
function fileOf(path: string, agents: readonly KnownAgent[]): KnownAgent | undefined {
  const written = path.replace(/^(?:\.?\/)+/, '');
  const name = written.slice(written.lastIndexOf('/') + 1);
  const inFile = agents.filter(({ uri }) => baseName(uri) === name);
  return inFile.find(({ uri }) => decoded(uri).endsWith(`/${written}`)) ?? inFile[0];
}
