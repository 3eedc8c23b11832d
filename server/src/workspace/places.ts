// What a file is by where it lies, and where an agent's place is among the others.
import type { AgentPlace } from '../rules/workspaceView.ts';
import { type PluginRegistry, pluginFileKind } from './plugins.ts';
import { baseName, decodeSegment, parentUri, selfAndParents } from './uris.ts';

/** `markdown` may be an agent, by its place or its fields. */
export type FileRole = 'plugins' | 'servers' | 'skill' | 'command' | 'notes' | 'markdown';

/** Null for a file that has nothing to do with agents. */
export function roleOf(uri: string): FileRole | null {
  if (pluginFileKind(uri)) return 'plugins';
  if (uri.endsWith('/.mcp.json') || uri.endsWith('/.claude.json')) return 'servers';
  if (!uri.endsWith('.md')) return null;
  if (uri.endsWith('/SKILL.md')) return 'skill';
  if (/\/(?:CLAUDE|CLAUDE\.local|AGENTS)\.md$/.test(uri)) return 'notes';
  if (/\/\.claude\/commands\//.test(uri)) return 'command';
  return 'markdown';
}

const AGENTS = '/.claude/agents/';

export interface PlaceContext {
  readonly plugins: PluginRegistry;
  /** The folder that has the user's own `agents`; null where there is none. */
  readonly userFolder: string | null;
}

/** Null for a file that no place makes an agent: its fields then decide. */
export function placeOf(uri: string, { plugins, userFolder }: PlaceContext): AgentPlace | null {
  if (userFolder !== null && uri.startsWith(`${userFolder}/agents/`)) {
    return { scope: 'user', root: userFolder, plugin: null, folders: [] };
  }
  const claude = uri.indexOf(AGENTS);
  if (claude >= 0) return { scope: 'project', root: uri.slice(0, claude), plugin: null, folders: [] };
  for (const match of uri.matchAll(/\/agents\//g)) {
    const root = uri.slice(0, match.index);
    const plugin = plugins.at(root);
    // Measured elsewhere and documented: paths in the manifest stand in for the folder.
    if (!plugin || plugin.agents) continue;
    const folders = uri
      .slice(match.index + match[0].length)
      .split('/')
      .slice(0, -1)
      .map(decodeSegment);
    return { scope: 'plugin', root, plugin: plugin.name, folders };
  }
  const declaring = plugins.declaring(uri);
  return declaring ? { scope: 'plugin', root: declaring.root, plugin: declaring.name, folders: [] } : null;
}

/** The place of a file whose fields alone say that it is an agent. In `x/agents/` it would be one of a plugin `x`. */
export function loosePlace(uri: string): AgentPlace {
  const root = parentUri(uri);
  const within = /^(.*)\/agents\/[^/]+$/.exec(uri)?.[1];
  return { scope: 'loose', root, plugin: within === undefined ? null : baseName(within), folders: [] };
}

/** The plugin a skill, a command or a configuration lies in; undefined outside of any. */
export function pluginAround(uri: string, { plugins }: PlaceContext): string | undefined {
  for (const folder of selfAndParents(parentUri(uri))) {
    const plugin = plugins.at(folder);
    if (plugin) return plugin.name;
  }
  return undefined;
}
