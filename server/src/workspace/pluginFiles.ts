// What one file says about plugins: a plugin's own manifest, a marketplace's list, the list of what is installed.

import { URI } from 'vscode-uri';
import { type JsonValue, parseJsonDocument } from '../model/json.ts';
import type { PluginRefusal } from '../rules/workspaceView.ts';
import { indexed } from '../runtimes/registry.ts';
import { isWithin } from '../util/uri.ts';
import { entriesOf, itemsOf, parseJson, textAt, valueAt } from './json.ts';
import { parentUri, resolvePath } from './uris.ts';

type Manifest = ReturnType<typeof indexed.files.readManifest>;

export interface PluginManifest {
  /** Null where it says none. */
  readonly name: string | null;
  /** Whether it is the plugin's own. */
  readonly isOwn: boolean;
  /** Why Claude Code does not load the plugin; null if it loads as far as known. */
  readonly refusal: PluginRefusal | null;
  /** Files that replace `agents/`, even if empty; null if the field is absent. */
  readonly agents: readonly string[] | null;
  /** Files with agents besides those. */
  readonly moreAgents: readonly string[];
  /** Files or folders that replace `commands/`; null if the field is absent. */
  readonly commands: readonly string[] | null;
  readonly moreCommands: readonly string[];
  /** Files or folders that replace `workflows/`; null if the field is absent. */
  readonly workflows: readonly string[] | null;
  /** It has commands or workflows whose names the index cannot know. */
  readonly hasOtherNames: boolean;
}

/** Folder by folder; a folder can be offered under several names. */
export type PluginFacts = ReadonlyMap<string, readonly PluginManifest[]>;

/** The plugin's own manifest, from its folder. */
export const MANIFEST = '.claude-plugin/plugin.json';

/** The file that tells about plugins a URI is, if it is one. */
export function pluginFileKind(uri: string): 'manifest' | 'marketplace' | 'installed' | null {
  if (uri.endsWith(`/${MANIFEST}`)) return 'manifest';
  if (uri.endsWith('/.claude-plugin/marketplace.json')) return 'marketplace';
  return uri.endsWith('/plugins/installed_plugins.json') ? 'installed' : null;
}

/** Total: what cannot be read says nothing. */
export function readPluginFile(uri: string, text: string): PluginFacts {
  const folder = parentUri(parentUri(uri));
  switch (pluginFileKind(uri)) {
    case 'manifest':
      return new Map([[folder, [ownManifest(uri, text, folder)]]]);
    case 'marketplace':
      return marketplaceFacts(parseJson(text), folder);
    case 'installed':
      return installedFacts(parseJson(text));
    case null:
      return new Map();
  }
}

function ownManifest(uri: string, text: string, folder: string): PluginManifest {
  const document = parseJsonDocument(uri, text);
  const manifest = indexed.files.readManifest(document);
  const { name, refusal } = manifest;
  const workflows = pathsOf(manifest, 'workflows', folder);
  return {
    name,
    isOwn: true,
    refusal: refusal && { field: refusal.field, range: document.lines.rangeOf(refusal.span) },
    agents: pathsOf(manifest, 'agents', folder),
    moreAgents: [],
    commands: pathsOf(manifest, 'commands', folder),
    moreCommands: [],
    workflows,
    hasOtherNames: hasNamedCommands(manifest) || (workflows ?? []).some((path) => !isInWorkflowFolder(path)),
  };
}

/** Commands in an object are named by its keys. */
function hasNamedCommands({ fields }: Manifest): boolean {
  return fields.get('commands')?.property.value.kind === 'object';
}

/** Scripts elsewhere are not read: most `.js` files are not workflows. */
function isInWorkflowFolder(path: string): boolean {
  return path.endsWith('/workflows') || path.includes('/workflows/');
}

/**
 * Null if the field is absent. Includes invalid paths, because their files are meant to be agents too.
 * Measured: a path out of the plugin is not followed.
 */
function pathsOf({ fields }: Manifest, key: string, folder: string): string[] | null {
  const paths = fields.get(key)?.paths.flatMap(({ path }) => resolvePath(folder, path) ?? []);
  return paths?.filter((path) => isWithin(path, folder)) ?? null;
}

/** What a file other than the plugin's own manifest says about it. */
function foreign(name: string, more: Partial<PluginManifest> = {}): PluginManifest {
  return {
    name,
    isOwn: false,
    refusal: null,
    agents: null,
    moreAgents: [],
    commands: null,
    moreCommands: [],
    workflows: null,
    hasOtherNames: false,
    ...more,
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
    const moreCommands = pathsAt(entry, 'commands', at) ?? [];
    facts.set(at, [...(facts.get(at) ?? []), foreign(name, { moreAgents, moreCommands })]);
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
      facts.set(at, [foreign(name)]);
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
