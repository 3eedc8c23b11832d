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
      const changed = roots.filter((root) => said(root, before) !== said(root, facts));
      if (facts) told.set(uri, facts);
      else told.delete(uri);
      if (roots.length > 0) found = undefined;
      return changed;
    },
    at: (root) => known().byRoot.get(root),
    declaring: (uri) => nearestOf(uri, known().byAgentPath),
    declaringCommand: (uri) => nearestOf(uri, known().byCommandPath),
    called: (name) => known().byName.get(name) ?? [],
    roots: () => [...known().byRoot.keys()].sort(),
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
    for (const path of plugin.namedAgents) byAgentPath.set(path, plugin);
    for (const path of plugin.namedCommands) byCommandPath.set(path, plugin);
  }
  return { byRoot, byName, byAgentPath, byCommandPath };
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
