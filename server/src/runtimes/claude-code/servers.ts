// Whether the MCP server of a name is there in a session, as far as its configuration can be seen.
import type { RefusedTool } from '../powers.ts';
import type { Session } from '../session.ts';
import { isServerFromElsewhere, type McpName, serverInTools } from './mcpNames.ts';
import type { ServerEntry } from './mcpServers.ts';
import { MCP_PREFIX } from './toolNames.ts';

/** Why no tool of a server comes to exist by a name; null where one may. `own` are the servers of the agent itself. */
export function serverFault(
  name: string,
  { server, tool }: Extract<McpName, { kind: 'server' }>,
  own: readonly ServerEntry[],
  { servers, pluginServers }: Session,
): Extract<RefusedTool['reason'], 'short-server-name' | 'not-configured'> | null {
  if (own.some((each) => each.inline && serverInTools(each.name) === server)) return null;
  const configured = servers && inTools(servers);
  if (configured?.has(server)) return null;
  if (inTools(pluginServers).has(server)) return 'short-server-name';
  if (configured === null || isServerFromElsewhere(server)) return null;
  // Measured: a server with `__` in its name is found by the whole names of its tools only.
  if (tool !== null && [...configured].some((each) => name.startsWith(`${MCP_PREFIX}${each}__`))) return null;
  return 'not-configured';
}

/** Whether an entry of `mcpServers` adds a server. Measured: the name counts exactly, and plugins' servers are not found. */
export function isServerConfigured(
  { name, inline }: Pick<ServerEntry, 'name' | 'inline'>,
  { servers }: Session,
): boolean {
  if (inline || servers?.has(name)) return true;
  if (name.startsWith('plugin:')) return false;
  return servers === null || isServerFromElsewhere(name);
}

const inToolsOf = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** Names of servers as tools are called by them; computed once for each session. */
function inTools(servers: ReadonlySet<string>): ReadonlySet<string> {
  const known = inToolsOf.get(servers) ?? new Set([...servers].map(serverInTools));
  inToolsOf.set(servers, known);
  return known;
}
