// Which folders are plugins, what they are called and where their agents lie: put together from what files say of them.
import type { KnownPlugin } from '../rules/workspaceView.ts';
import { MANIFEST, type PluginFacts, type PluginManifest } from './pluginFiles.ts';
import { baseName, selfAndParents } from './uris.ts';

export interface Plugin extends KnownPlugin {
  /** Other names it is installed under: lists of a marketplace can offer one folder several times. */
  readonly otherNames: readonly string[];
  /** Files that replace `agents/`; null if `agents/` counts. */
  readonly agents: readonly string[] | null;
  /** Files or folders that replace `commands/`; null if `commands/` counts. */
  readonly commands: readonly string[] | null;
  /** Files or folders that replace `workflows/`; null if `workflows/` counts. */
  readonly workflows: readonly string[] | null;
  /** All paths of agents in its manifest or in a marketplace's list. */
  readonly namedAgents: readonly string[];
  readonly namedCommands: readonly string[];
  /** It has commands or workflows whose names are not known. */
  readonly hasOtherNames: boolean;
}

export interface Named {
  readonly plugin: Plugin;
  /** A URI. */
  readonly path: string;
}

export interface PluginRegistry {
  /** Answers the folders about which something else is known now. */
  set(uri: string, facts: PluginFacts | null): string[];
  at(root: string): Plugin | undefined;
  /** The plugin that lists a file, or a folder above it, as an agent. */
  declaring(uri: string): Named | undefined;
  /** The same for commands. */
  declaringCommand(uri: string): Named | undefined;
  /** Those of a name, by any of their names. */
  called(name: string): readonly Plugin[];
  roots(): string[];
}

/** Everything that is known, by what it is asked for. */
interface Known {
  readonly byName: ReadonlyMap<string, readonly Plugin[]>;
  readonly byAgentPath: ReadonlyMap<string, Plugin>;
  readonly byCommandPath: ReadonlyMap<string, Plugin>;
}

export function createPluginRegistry(): PluginRegistry {
  /** By the file that says it. */
  const told = new Map<string, PluginFacts>();
  /** By their roots, then by the file: one plugin is asked for much more often than all are. */
  const manifestsOf = new Map<string, Map<string, readonly PluginManifest[]>>();
  const plugins = new Map<string, Plugin>();
  let found: Known | undefined;

  function known(): Known {
    found ??= merge(rootsInOrder(told).flatMap((root) => at(root) ?? []));
    return found;
  }

  function at(root: string): Plugin | undefined {
    const said = manifestsOf.get(root);
    if (!said || plugins.has(root)) return plugins.get(root);
    const manifests = [...said.keys()].sort().flatMap((file) => said.get(file) ?? []);
    const plugin = toPlugin(root, manifests);
    plugins.set(root, plugin);
    return plugin;
  }

  function replace(root: string, uri: string, manifests: readonly PluginManifest[] | undefined): void {
    plugins.delete(root);
    const said = manifestsOf.get(root) ?? new Map<string, readonly PluginManifest[]>();
    if (manifests) said.set(uri, manifests);
    else said.delete(uri);
    if (said.size > 0) manifestsOf.set(root, said);
    else manifestsOf.delete(root);
  }

  return {
    set(uri, facts) {
      const before = told.get(uri);
      const roots = [...new Set([...(before?.keys() ?? []), ...(facts?.keys() ?? [])])].sort();
      const changed = roots.filter((root) => said(root, before) !== said(root, facts));
      if (facts) told.set(uri, facts);
      else told.delete(uri);
      for (const root of roots) replace(root, uri, facts?.get(root));
      if (roots.length > 0) found = undefined;
      return changed;
    },
    at,
    declaring: (uri) => nearestOf(uri, known().byAgentPath),
    declaringCommand: (uri) => nearestOf(uri, known().byCommandPath),
    called: (name) => known().byName.get(name) ?? [],
    roots: () => [...manifestsOf.keys()].sort(),
  };
}

/** The range of a refusal is left out: it changes with every key typed in the manifest and does not affect other files. */
function said(root: string, facts: PluginFacts | null | undefined): string {
  return JSON.stringify(facts?.get(root) ?? null, (key, value: unknown) => (key === 'range' ? undefined : value));
}

function nearestOf(uri: string, paths: ReadonlyMap<string, Plugin>): Named | undefined {
  if (paths.size === 0) return undefined;
  for (const path of selfAndParents(uri)) {
    const plugin = paths.get(path);
    if (plugin) return { plugin, path };
  }
  return undefined;
}

/** In the order of the files that tell of them. */
function rootsInOrder(told: ReadonlyMap<string, PluginFacts>): string[] {
  return [...new Set([...told.keys()].sort().flatMap((file) => [...(told.get(file)?.keys() ?? [])]))];
}

function merge(plugins: readonly Plugin[]): Known {
  const byName = new Map<string, Plugin[]>();
  const byAgentPath = new Map<string, Plugin>();
  const byCommandPath = new Map<string, Plugin>();
  for (const plugin of plugins) {
    for (const name of [plugin.name, ...plugin.otherNames]) byName.set(name, [...(byName.get(name) ?? []), plugin]);
    for (const path of plugin.namedAgents) byAgentPath.set(path, plugin);
    for (const path of plugin.namedCommands) byCommandPath.set(path, plugin);
  }
  return { byName, byAgentPath, byCommandPath };
}

/** Measured: the name in the plugin’s own manifest counts before any that a marketplace gives it. */
function toPlugin(root: string, manifests: readonly PluginManifest[]): Plugin {
  const own = manifests.find(({ isOwn }) => isOwn);
  const given = manifests.flatMap(({ name }) => name ?? []);
  const [name = baseName(root), ...otherNames] = own?.name ? [own.name] : [...new Set(given)];
  const { agents = null, commands = null, workflows = null } = own ?? {};
  return {
    root,
    name,
    manifest: own ? `${root}/${MANIFEST}` : null,
    refusal: own?.refusal ?? null,
    otherNames,
    agents,
    commands,
    workflows,
    namedAgents: [...(agents ?? []), ...manifests.flatMap(({ moreAgents }) => moreAgents)],
    namedCommands: [...(commands ?? []), ...manifests.flatMap(({ moreCommands }) => moreCommands)],
    hasOtherNames: manifests.some(({ hasOtherNames }) => hasOtherNames),
  };
}
