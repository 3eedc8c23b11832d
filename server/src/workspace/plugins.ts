// Which folders are plugins and what they are called: by their own manifest, a marketplace's list, or an installation.

import { URI } from 'vscode-uri';
import { entriesOf, itemsOf, type JsonValue, parseJson, textAt, valueAt } from './json.ts';
import { baseName, isWithin, parentUri, resolvePath } from './uris.ts';

export interface PluginManifest {
  /** Null where the manifest says none. */
  readonly name: string | null;
  /** Files or folders that stand in for `agents/`; null where the manifest names none. */
  readonly agents: readonly string[] | null;
}

/** What one file says about plugins: folder by folder. */
export type PluginFacts = ReadonlyMap<string, PluginManifest>;

export interface Plugin {
  readonly root: string;
  readonly name: string;
  readonly agents: readonly string[] | null;
}

export interface PluginRegistry {
  /** Answers the folders about which something else is known now. */
  set(uri: string, facts: PluginFacts | null): string[];
  at(root: string): Plugin | undefined;
  /** The plugin a file belongs to as an agent, by the paths of its manifest. */
  declaring(uri: string): Plugin | undefined;
  isKnown(name: string): boolean;
  roots(): string[];
}

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
      return new Map([[folder, { name: textAt(json, 'name'), agents: pathsAt(json, 'agents', folder) }]]);
    case 'marketplace':
      return marketplaceFacts(json, folder);
    case 'installed':
      return installedFacts(json);
    case null:
      return new Map();
  }
}

function marketplaceFacts(json: JsonValue, folder: string): PluginFacts {
  const base = textAt(valueAt(json, 'metadata'), 'pluginRoot');
  const start = base === null ? folder : (resolvePath(folder, base) ?? folder);
  const facts = new Map<string, PluginManifest>();
  for (const entry of itemsOf(valueAt(json, 'plugins'))) {
    const name = textAt(entry, 'name');
    const source = textAt(entry, 'source');
    // Any other source is fetched from elsewhere.
    const at = source === null || /^[a-z]+:/i.test(source) ? null : resolvePath(start, source);
    if (name !== null && at !== null) facts.set(at, { name, agents: pathsAt(entry, 'agents', at) });
  }
  return facts;
}

/** `{"plugins": {"name@marketplace": [{"installPath": …}]}}`; in the first version of the file without the list. */
function installedFacts(json: JsonValue): PluginFacts {
  const facts = new Map<string, PluginManifest>();
  for (const [id, written] of entriesOf(valueAt(json, 'plugins'))) {
    const name = id.replace(/@[^@]*$/, '');
    for (const install of Array.isArray(written) ? written : [written]) {
      const path = textAt(install, 'installPath');
      if (path !== null) facts.set(URI.file(path).toString().replace(/\/$/, ''), { name, agents: null });
    }
  }
  return facts;
}

export function createPluginRegistry(): PluginRegistry {
  /** By the file that says it; a plugin's own manifest counts before what others say of it. */
  const told = new Map<string, PluginFacts>();
  let plugins: Map<string, Plugin> | undefined;

  function all(): Map<string, Plugin> {
    plugins ??= merge(told);
    return plugins;
  }

  return {
    set(uri, facts) {
      const before = told.get(uri);
      if (facts) told.set(uri, facts);
      else told.delete(uri);
      plugins = undefined;
      return [...new Set([...(before?.keys() ?? []), ...(facts?.keys() ?? [])])].sort();
    },
    at: (root) => all().get(root),
    declaring(uri) {
      for (const plugin of all().values()) {
        if (plugin.agents?.some((path) => isWithin(uri, path))) return plugin;
      }
      return undefined;
    },
    isKnown: (name) => [...all().values()].some((plugin) => plugin.name === name),
    roots: () => [...all().keys()].sort(),
  };
}

function merge(told: ReadonlyMap<string, PluginFacts>): Map<string, Plugin> {
  const plugins = new Map<string, Plugin>();
  const files = [...told.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const file of files) {
    for (const [root, { name, agents }] of told.get(file) ?? []) {
      const known = plugins.get(root);
      plugins.set(root, {
        root,
        name: known?.name ?? name ?? baseName(root),
        agents: known?.agents ?? agents,
      });
    }
  }
  return plugins;
}

function rank(uri: string): number {
  return ['manifest', 'marketplace', 'installed', null].indexOf(pluginFileKind(uri));
}

/** One path or a list of them. */
function pathsAt(value: JsonValue, key: string, folder: string): string[] | null {
  const written = valueAt(value, key);
  const all = typeof written === 'string' ? [written] : itemsOf(written);
  const paths = all.flatMap((path) => (typeof path === 'string' ? (resolvePath(folder, path) ?? []) : []));
  return paths.length > 0 ? paths : null;
}
