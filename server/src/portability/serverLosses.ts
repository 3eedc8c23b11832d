// What becomes of an agent's MCP servers in another runtime.
import type { MeantServer, ServerConfig } from '../runtimes/meaning.ts';
import { type Comparison, isEqual, type Loss, shownValue } from './loss.ts';

export function serverLosses({ source, target, to }: Comparison): Loss[] {
  const field = source.settings.servers?.field ?? 'mcpServers';
  const after = new Map((target.settings.servers?.value ?? []).map((server) => [server.name, server]));
  return (source.settings.servers?.value ?? []).flatMap((server): Loss[] => {
    const kept = after.get(server.name);
    if (!kept) return [lostServer(server, field, to.label)];
    return configLosses(server, kept, `${field}.${server.name}`, to.label);
  });
}

function lostServer({ name, config }: MeantServer, field: string, label: string): Loss {
  const message = `${label} takes no such MCP server from an agent file. Set \`${name}\` up in ${label} itself if the agent needs it.`;
  return {
    about: 'servers',
    field: `${field}.${name}`,
    value: shownValue(config ?? name),
    how: 'dropped',
    wider: false,
    message,
  };
}

function configLosses(before: MeantServer, after: MeantServer, field: string, label: string): Loss[] {
  const [one, other] = [flat(before.config), flat(after.config)];
  return Object.entries(one).flatMap(([key, value]): Loss[] => {
    if (isEqual(value, other[key])) return [];
    const wider = LIMITS.test(key);
    const message = `\`${key}\` of the MCP server \`${before.name}\` is dropped: ${label} does not know it.`;
    return [{ about: 'servers', field: `${field}.${key}`, value: shownValue(value), how: 'dropped', wider, message }];
  });
}

/** Keys that limit which tools of a server count. */
const LIMITS = /tools$/i;

function flat(config: ServerConfig | null): Readonly<Record<string, unknown>> {
  const { rest = {}, ...known } = config ?? {};
  return { ...known, ...rest };
}
