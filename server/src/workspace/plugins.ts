// Which folders are plugins, what they are called and where their agents lie: put together from what files say of them.
import type { PluginFacts, PluginManifest } from './pluginFiles.ts';
import { baseName, selfAndParents } from './uris.ts';

export { type PluginFacts, pluginFileKind, readPluginFile } from './pluginFiles.ts';

export interface Plugin {
  readonly root: string;
  readonly name: string;
  /** Other names it is installed under: lists of a marketplace can offer one folder several times. */
  readonly otherNames: readonly string[];
  /** It has a manifest of its own, so that it is there: what is only listed may lie elsewhere. */
  readonly hasManifest: boolean;
  /** Files or folders that stand in for `agents/`; null where `agents/` counts. */
  readonly agents: readonly string[] | null;
  /** Files or folders with commands, besides `commands/`. */
  readonly commands: readonly string[];
}

export interface PluginRegistry {
  /** Answers the folders about which something else is known now. */
  set(uri: string, facts: PluginFacts | null): string[];
  at(root: string): Plugin | undefined;
  /** The plugin a file belongs to as an agent, by a path that is named. */
  declaring(uri: string): Plugin | undefined;
  /** The same for commands. */
  declaringCommand(uri: string): Plugin | undefined;
  /** Those of a name, by any of their names. */
  called(name: string): readonly Plugin[];
  roots(): string[];
}

/** Everything that is known, by what it is asked for. */
interface Known {
  readonly byRoot: ReadonlyMap<string, Plugin>;
  readonly byName: ReadonlyMap<string, readonly Plugin[]>;
  readonly byAgentPath: ReadonlyMap<string, Plugin>;
  readonly byCommandPath: ReadonlyMap<string, Plugin>;
}

export function createPluginRegistry(): PluginRegistry {
  /** By the file that says it. */
  const told = new Map<string, PluginFacts>();
  let found: Known | undefined;

  function known(): Known {
    found ??= merge(told);
    return found;
  }

  return {
    set(uri, facts) {
      const before = told.get(uri);
      const roots = [...new Set([...(before?.keys() ?? []), ...(facts?.keys() ?? [])])].sort();
      const said = (root: string, by: PluginFacts | null | undefined): string => JSON.stringify(by?.get(root) ?? null);
      const changed = roots.filter((root) => said(root, before) !== said(root, facts));
      if (facts) told.set(uri, facts);
      else told.delete(uri);
      if (changed.length > 0) found = undefined;
      return changed;
    },
    at: (root) => known().byRoot.get(root),
    declaring: (uri) => nearestOf(uri, known().byAgentPath),
    declaringCommand: (uri) => nearestOf(uri, known().byCommandPath),
    called: (name) => known().byName.get(name) ?? [],
    roots: () => [...known().byRoot.keys()].sort(),
  };
}

function nearestOf(uri: string, paths: ReadonlyMap<string, Plugin>): Plugin | undefined {
  if (paths.size === 0) return undefined;
  for (const each of selfAndParents(uri)) {
    const plugin = paths.get(each);
    if (plugin) return plugin;
  }
  return undefined;
}

function merge(told: ReadonlyMap<string, PluginFacts>): Known {
  const saidOf = new Map<string, PluginManifest[]>();
  for (const file of [...told.keys()].sort()) {
    for (const [root, manifests] of told.get(file) ?? []) {
      saidOf.set(root, [...(saidOf.get(root) ?? []), ...manifests]);
    }
  }
  const byName = new Map<string, Plugin[]>();
  const byAgentPath = new Map<string, Plugin>();
  const byCommandPath = new Map<string, Plugin>();
  const byRoot = new Map([...saidOf].map(([root, manifests]) => [root, toPlugin(root, manifests)]));
  for (const plugin of byRoot.values()) {
    for (const name of [plugin.name, ...plugin.otherNames]) byName.set(name, [...(byName.get(name) ?? []), plugin]);
    const more = saidOf.get(plugin.root)?.flatMap(({ moreAgents }) => moreAgents) ?? [];
    for (const path of [...(plugin.agents ?? []), ...more]) byAgentPath.set(path, plugin);
    for (const path of plugin.commands) byCommandPath.set(path, plugin);
  }
  return { byRoot, byName, byAgentPath, byCommandPath };
}

/** Measured: the name in the plugin’s own manifest counts before any that a marketplace gives it. */
function toPlugin(root: string, manifests: readonly PluginManifest[]): Plugin {
  const own = manifests.find(({ isOwn, name }) => isOwn && name !== null)?.name;
  const given = manifests.flatMap(({ name }) => name ?? []);
  const [name = baseName(root), ...otherNames] = own ? [own] : [...new Set(given)];
  return {
    root,
    name,
    otherNames,
    hasManifest: manifests.some(({ isOwn }) => isOwn),
    agents: manifests.find(({ agents }) => agents !== null)?.agents ?? null,
    commands: manifests.flatMap(({ commands }) => commands),
  };
}
