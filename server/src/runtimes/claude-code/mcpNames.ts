// Names of MCP tools in the lists of an agent: which forms Claude Code takes, and which it passes over. Measured on 2.1.331.
import { MCP_PREFIX } from './toolNames.ts';

/**
 * `tool`: one tool of a server, or all of them where `tool` is null; `all`: every tool of every server, which only
 * `disallowedTools` takes; `pattern`: anything else that begins with `mcp__`, which stands for nothing in either list.
 */
export type McpName =
  | { readonly kind: 'server'; readonly server: string; readonly tool: string | null }
  | { readonly kind: 'all' }
  | { readonly kind: 'pattern' };

const PATTERN: McpName = { kind: 'pattern' };

/** Null for a name that is not one of an MCP tool. */
export function mcpName(name: string): McpName | null {
  if (!name.startsWith(MCP_PREFIX)) return null;
  const rest = name.slice(MCP_PREFIX.length);
  if (rest === '*' || rest === '*__*') return { kind: 'all' };
  const separator = rest.indexOf('__', 1);
  const server = separator < 0 ? rest : rest.slice(0, separator);
  const tool = separator < 0 ? '*' : rest.slice(separator + 2);
  if (isPattern(server) || tool === '') return PATTERN;
  if (tool === '*') return { kind: 'server', server, tool: null };
  return isPattern(tool) ? PATTERN : { kind: 'server', server, tool };
}

function isPattern(part: string): boolean {
  return part === '' || /[*?{}[\]:]/.test(part);
}

/** Whether an entry of a list stands for a tool, or for every tool the other entry stands for. */
export function coversTool(entry: string, tool: string): boolean {
  if (entry === tool) return true;
  const [wide, narrow] = [mcpName(entry), mcpName(tool)];
  if (wide === null || narrow?.kind !== 'server') return false;
  if (wide.kind === 'all') return true;
  return wide.kind === 'server' && wide.tool === null && wide.server === narrow.server;
}

/** All tools of a server, as an entry of a list. */
export function everyToolOf(server: string): string {
  return `${MCP_PREFIX}${serverInTools(server)}__*`;
}

/** Documented: in names of tools everything but letters, digits, `_` and `-` of a server becomes `_`. */
export function serverInTools(server: string): string {
  return server.replace(/[^A-Za-z0-9_-]/g, '_');
}

/** What a plugin's server is called in every session: `plugin:kit:atlas`, in tools `plugin_kit_atlas`. */
export function pluginServer(plugin: string, server: string): string {
  return serverInTools(`plugin:${plugin}:${server}`);
}

/** Servers that no file of a project or user configures: of plugins, of an account, of the editor, built in. */
const FROM_ELSEWHERE = /^(?:plugin_|claude_ai_|claude\.ai |(?:ide|computer-use|claude-in-chrome)$)/;

/** Whether a server may be there although no configuration that can be read has it. */
export function isServerFromElsewhere(server: string): boolean {
  return FROM_ELSEWHERE.test(server);
}
