// MCP servers as agents configure them. Runtimes mostly call the same things by the same names.
import type { MeantServer, ServerConfig } from '../meaning.ts';
import { recordOf } from './settings.ts';
import { asYaml } from './writeAgent.ts';
import type { YamlRecord, YamlValue } from './writeYaml.ts';

/** How one runtime spells what others call otherwise. */
export interface ServerWords {
  /** The key of an address that speaks HTTP, where that is another than the one of SSE. */
  readonly httpUrl?: string;
  /** The key of the tools of a server that count. */
  readonly tools?: string;
  /** What stands under `type` for a program that is started. */
  readonly local?: string;
  /** Whether `type` tells the transport of an address. */
  readonly typed: boolean;
  /** Keys that the runtime knows beyond those that all have. */
  readonly rest?: readonly string[];
}

const COMMON: ReadonlySet<string> = new Set(['command', 'args', 'env', 'cwd', 'url', 'type', 'headers']);

/** A mapping of names to configurations; undefined for anything else. */
export function serversIn(written: unknown, words: ServerWords): MeantServer[] | undefined {
  const servers = recordOf(written);
  if (!servers) return undefined;
  return Object.entries(servers).flatMap(([name, config]): MeantServer[] => {
    const record = recordOf(config);
    return record ? [{ name, config: readServer(record, words) }] : [];
  });
}

export function readServer(written: Readonly<Record<string, unknown>>, words: ServerWords): ServerConfig {
  const { command, args, env, cwd, url, type, headers } = written;
  const httpUrl = words.httpUrl === undefined ? undefined : written[words.httpUrl];
  const tools = words.tools === undefined ? undefined : written[words.tools];
  const address = httpUrl ?? url;
  const rest = Object.entries(written).filter(
    ([key]) => !COMMON.has(key) && key !== words.httpUrl && key !== words.tools,
  );
  return {
    ...(typeof command === 'string' ? { command } : {}),
    ...(Array.isArray(args) ? { args: args.map(String) } : {}),
    ...(recordOf(env) ? { env: strings(env) } : {}),
    ...(typeof cwd === 'string' ? { cwd } : {}),
    ...(typeof address === 'string' ? { url: address, transport: transportOf(type, httpUrl, words) } : {}),
    ...(recordOf(headers) ? { headers: strings(headers) } : {}),
    ...(Array.isArray(tools) && !tools.includes('*') ? { tools: tools.map(String) } : {}),
    ...(rest.length > 0 ? { rest: Object.fromEntries(rest) } : {}),
  };
}

function transportOf(type: unknown, httpUrl: unknown, words: ServerWords): 'http' | 'sse' {
  if (httpUrl !== undefined || type === 'http') return 'http';
  if (type === 'sse' || words.httpUrl !== undefined) return 'sse';
  return 'http';
}

function strings(written: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(recordOf(written) ?? {}).map(([key, value]) => [key, String(value)]));
}

/** Servers with a configuration, by name; undefined where there is none. */
export function writeServers(
  servers: readonly MeantServer[] | undefined,
  words: ServerWords,
  extra: (config: ServerConfig) => YamlRecord = () => ({}),
): YamlRecord | undefined {
  const configured = (servers ?? []).flatMap(({ name, config }) =>
    config ? [[name, { ...writeServer(config, words), ...extra(config) }] as const] : [],
  );
  return configured.length > 0 ? Object.fromEntries(configured) : undefined;
}

export function writeServer(config: ServerConfig, words: ServerWords): YamlRecord {
  const { command, args, env, cwd, url, transport, headers, tools, rest = {} } = config;
  const type = url === undefined ? words.local : words.typed ? transport : undefined;
  const urlKey = transport === 'http' ? (words.httpUrl ?? 'url') : 'url';
  const known = Object.entries(rest).filter(([key]) => words.rest?.includes(key));
  const written: Record<string, YamlValue | undefined> = {
    type,
    command,
    args,
    env,
    cwd,
    ...(url === undefined ? {} : { [urlKey]: url }),
    headers,
    ...(words.tools === undefined || tools === undefined ? {} : { [words.tools]: tools }),
    ...Object.fromEntries(known.map(([key, value]) => [key, asYaml(value)])),
  };
  return Object.fromEntries(
    Object.entries(written).filter((entry): entry is [string, YamlValue] => entry[1] !== undefined),
  );
}
