// What one file says about plugins: a plugin's own manifest, a marketplace's list, the list of what is installed.
import { URI } from 'vscode-uri';
import { entriesOf, itemsOf, type JsonValue, parseJson, textAt, valueAt } from './json.ts';
import { parentUri, resolvePath } from './uris.ts';

export interface PluginManifest {
  /** Null where it says none. */
  readonly name: string | null;
  /** Whether it is the plugin's own. */
  readonly isOwn: boolean;
  /** Files or folders that stand in for `agents/`, even where there are none; null where nothing is said. */
  readonly agents: readonly string[] | null;
  /** Files or folders with agents besides those. */
  readonly moreAgents: readonly string[];
  /** Files or folders with commands besides `commands/`. */
  readonly commands: readonly string[];
}

/** Folder by folder; a folder can be offered under several names. */
export type PluginFacts = ReadonlyMap<string, readonly PluginManifest[]>;

/** The file that tells about plugins a URI is, if it is one. */
export function pluginFileKind(uri: string): 'manifest' | 'marketplace' | 'installed' | null {
  if (uri.endsWith('/.claude-plugin/plugin.json')) return 'manifest';
  if (uri.endsWith('/.claude-plugin/marketplace.json')) return 'marketplace';
  return uri.endsWith('/plugins/installed_plugins.json') ? 'installed' : null;
}

/** Total: what cannot be read says nothing. */
export function readPluginFile(uri: string, text: string): PluginFacts {
  const json = parseJson(text);
  const folder = parentUri(parentUri(uri));
  switch (pluginFileKind(uri)) {
    case 'manifest':
      return new Map([[folder, [ownManifest(json, folder)]]]);
    case 'marketplace':
      return marketplaceFacts(json, folder);
    case 'installed':
      return installedFacts(json);
    case null:
      return new Map();
  }
}

function ownManifest(json: JsonValue, folder: string): PluginManifest {
  return {
    name: textAt(json, 'name'),
    isOwn: true,
    agents: pathsAt(json, 'agents', folder),
    moreAgents: [],
    commands: pathsAt(json, 'commands', folder) ?? [],
  };
}

/** Measured: the agents an entry names come to those of the plugin, and do not stand in for them. */
function marketplaceFacts(json: JsonValue, folder: string): PluginFacts {
  const pluginRoot = textAt(valueAt(json, 'metadata'), 'pluginRoot');
  const facts = new Map<string, PluginManifest[]>();
  for (const entry of itemsOf(valueAt(json, 'plugins'))) {
    const name = textAt(entry, 'name');
    const at = sourceFolder(textAt(entry, 'source'), folder, pluginRoot);
    if (name === null || at === null) continue;
    const moreAgents = pathsAt(entry, 'agents', at) ?? [];
    const commands = pathsAt(entry, 'commands', at) ?? [];
    facts.set(at, [...(facts.get(at) ?? []), { name, isOwn: false, agents: null, moreAgents, commands }]);
  }
  return facts;
}

/** Null for a source that is fetched from elsewhere. Measured: `pluginRoot` counts for bare names, and those need it. */
function sourceFolder(source: string | null, folder: string, pluginRoot: string | null): string | null {
  if (source === null || /^[a-z]+:/i.test(source)) return null;
  if (source.startsWith('.')) return resolvePath(folder, source);
  const base = pluginRoot === null ? null : resolvePath(folder, pluginRoot);
  return base && resolvePath(base, source);
}

/** `{"plugins": {"name@marketplace": [{"installPath": …}]}}`; in the first version of the file without the list. */
function installedFacts(json: JsonValue): PluginFacts {
  const facts = new Map<string, PluginManifest[]>();
  for (const [id, written] of entriesOf(valueAt(json, 'plugins'))) {
    const name = id.replace(/@[^@]*$/, '');
    for (const install of Array.isArray(written) ? written : [written]) {
      const path = textAt(install, 'installPath');
      if (path === null) continue;
      const at = URI.file(path).toString().replace(/\/$/, '');
      facts.set(at, [{ name, isOwn: false, agents: null, moreAgents: [], commands: [] }]);
    }
  }
  return facts;
}

/** One path, a list of them, or an object of `{source: path}`; null where nothing is said. */
function pathsAt(value: JsonValue, key: string, folder: string): string[] | null {
  const written = valueAt(value, key);
  if (typeof written !== 'string' && (typeof written !== 'object' || written === null)) return null;
  const sources = [...itemsOf(written), ...entriesOf(written).map(([, entry]) => textAt(entry, 'source'))];
  const paths = typeof written === 'string' ? [written] : sources;
  return paths.flatMap((path) => (typeof path === 'string' ? (resolvePath(folder, path) ?? []) : []));
}
