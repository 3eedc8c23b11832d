// What a file is by where it lies, and where an agent's place is among the others.
import type { AgentPlace } from '../rules/workspaceView.ts';
import { fileStem } from '../util/fileStem.ts';
import { decoded, isWithin } from '../util/uri.ts';
import { isExtensionManifest, type KnownExtensions } from './extensions.ts';
import { pluginFileKind } from './pluginFiles.ts';
import type { Plugin, PluginRegistry } from './plugins.ts';
import { isSettingsFile } from './settingsIndex.ts';
import { baseName, parentUri, selfAndParents } from './uris.ts';

/** `markdown` may be an agent, by its place or its fields. */
export type FileRole =
  | 'plugins'
  | 'extension'
  | 'servers'
  | 'settings'
  | 'skill'
  | 'command'
  | 'workflow'
  | 'notes'
  | 'markdown';

/** Null for a file that has nothing to do with agents. */
export function roleOf(uri: string): FileRole | null {
  if (pluginFileKind(uri)) return 'plugins';
  if (isExtensionManifest(uri)) return 'extension';
  if (uri.endsWith('/.mcp.json') || uri.endsWith('/.claude.json')) return 'servers';
  // Measured: only scripts directly in the folder.
  if (/\/workflows\/[^/]+\.js$/.test(uri)) return 'workflow';
  if (isSettingsFile(uri)) return 'settings';
  if (!uri.endsWith('.md')) return null;
  if (uri.endsWith('/SKILL.md')) return 'skill';
  if (/\/(?:CLAUDE|CLAUDE\.local|AGENTS)\.md$/.test(uri)) return 'notes';
  return uri.includes(COMMANDS) ? 'command' : 'markdown';
}

const AGENTS = '/.claude/agents/';
const COMMANDS = '/.claude/commands/';
const WORKFLOWS = '/.claude/workflows';

export interface PlaceContext {
  readonly plugins: PluginRegistry;
  /** None, where it is left out. */
  readonly extensions?: KnownExtensions;
  /** The folder that has the user's own `agents`; null where there is none. */
  readonly userFolder: string | null;
  /** Folders that are the top of a repository. */
  readonly repositories: ReadonlySet<string>;
}

/** Null for a file that no place makes an agent: its fields then decide. */
export function placeOf(uri: string, { plugins, userFolder, repositories }: PlaceContext): AgentPlace | null {
  if (userFolder !== null && uri.startsWith(`${userFolder}/agents/`))
    return { ...NOWHERE, scope: 'user', root: userFolder };
  const claude = uri.indexOf(AGENTS);
  if (claude >= 0) {
    const root = uri.slice(0, claude);
    return { ...NOWHERE, scope: 'project', root, repository: repositoryOf(root, repositories) };
  }
  return placeInPlugin(uri, plugins);
}

function placeInPlugin(uri: string, plugins: PluginRegistry): AgentPlace | null {
  let unlisted: AgentPlace | null = null;
  for (const match of uri.matchAll(/\/agents\//g)) {
    const plugin = plugins.at(uri.slice(0, match.index));
    if (!plugin) continue;
    const folders = foldersBelow(uri, match.index + match[0].length);
    // Measured: paths in the manifest replace the folder. If the manifest is refused, the folder is probably meant too.
    if (!plugin.agents || plugin.refusal) return inPlugin(plugin, folders);
    unlisted ??= { ...inPlugin(plugin, folders), manifest: 'unlisted' };
  }
  const named = plugins.declaring(uri);
  if (!named) return unlisted;
  // Measured: the ID of a listed file has no folders; in a listed folder it has the folders below that.
  return inPlugin(named.plugin, foldersBelow(uri, named.path.length + 1));
}

const NOWHERE = { plugin: null, otherPlugins: [], folders: [], repository: null, manifest: 'loads' } as const;

function inPlugin({ root, name, otherNames, refusal }: Plugin, folders: readonly string[]): AgentPlace {
  const manifest = refusal ? 'refused' : 'loads';
  return { ...NOWHERE, scope: 'plugin', root, plugin: name, otherPlugins: otherNames, folders, manifest };
}

/** The folders between an offset and the file, decoded. */
function foldersBelow(uri: string, start: number): string[] {
  return uri.slice(start).split('/').slice(0, -1).map(decoded);
}

function repositoryOf(root: string, repositories: ReadonlySet<string>): string | null {
  if (repositories.size === 0) return null;
  return selfAndParents(root).find((folder) => repositories.has(folder)) ?? null;
}

/** The place of a file whose fields alone say that it is an agent. In `x/agents/` it would be one of a plugin `x`. */
export function loosePlace(uri: string): AgentPlace {
  const within = /^(.*)\/agents\/[^/]+$/.exec(uri)?.[1];
  const plugin = within === undefined ? null : baseName(within);
  return { ...NOWHERE, scope: 'loose', root: parentUri(uri), plugin };
}

/** The plugin a skill, a command or a configuration lies in; undefined outside of any. */
export function pluginAround(uri: string, { plugins }: PlaceContext): string | undefined {
  for (const folder of selfAndParents(parentUri(uri))) {
    const plugin = plugins.at(folder);
    if (plugin) return plugin.name;
  }
  return undefined;
}

/** What a command is asked for by, a plugin's prefix and its folders with it; null for a file that is none. Measured. */
export function commandId(uri: string, context: PlaceContext): string | null {
  const id = (prefix: readonly string[], start: number): string =>
    [...prefix, ...foldersBelow(uri, start), fileStem(uri)].join(':');
  const claude = uri.indexOf(COMMANDS);
  if (claude >= 0) return id([], claude + COMMANDS.length);
  const own = context.userFolder === null ? null : `${context.userFolder}/commands/`;
  if (own !== null && uri.startsWith(own)) return id([], own.length);
  for (const match of uri.matchAll(/\/commands\//g)) {
    const plugin = context.plugins.at(uri.slice(0, match.index));
    // Measured: paths in the manifest replace the folder.
    if (plugin && !plugin.commands) return id([plugin.name], match.index + match[0].length);
  }
  const named = context.plugins.declaringCommand(uri);
  return named ? `${named.plugin.name}:${fileStem(uri)}` : null;
}

/** The prefix of a workflow's name, empty outside plugins; null for a script that Claude Code does not read. Measured. */
export function workflowPrefix(uri: string, { plugins, userFolder }: PlaceContext): string | null {
  const folder = parentUri(uri);
  if (folder.endsWith(WORKFLOWS) || folder === `${userFolder}/workflows`) return '';
  for (const root of selfAndParents(folder)) {
    const plugin = plugins.at(root);
    if (!plugin) continue;
    const folders = plugin.workflows ?? [`${root}/workflows`];
    return folders.includes(folder) || folders.includes(uri) ? `${plugin.name}:` : null;
  }
  return null;
}

/** Measured: skills of a project and of the user lie one folder deep; those below are never found. */
export function isSkillPlace(uri: string, { userFolder }: PlaceContext): boolean {
  const own = userFolder !== null && isWithin(uri, `${userFolder}/skills`) ? `${userFolder}/skills/` : null;
  const project = /^.*?\/\.claude\/skills\//.exec(uri)?.[0];
  const folder = own ?? project;
  return folder === undefined || uri.slice(folder.length).split('/').length === 2;
}
