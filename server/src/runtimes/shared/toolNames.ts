// Lists of tools both ways: from a runtime's own names to tools everyone has, and back to names that grant no more.
import type { MeantTool, MeantTools } from '../meaning.ts';
import { CANONICAL_TOOLS, type CanonicalTool, type RuntimeId } from '../runtime.ts';

/** What names of one runtime grant. A name may grant several tools. */
export type Grants = ReadonlyMap<string, readonly CanonicalTool[]>;

export function isMcp(tool: MeantTool): boolean {
  return tool.startsWith('mcp:');
}

/** The server and the tool of `mcp:server/tool`; null for a tool of no server. */
export function mcpParts(tool: MeantTool): { readonly server: string; readonly tool: string | null } | null {
  if (!isMcp(tool)) return null;
  const [, server = '', name = null] = /^mcp:([^/]*)(?:\/(.*))?$/s.exec(tool) ?? [];
  return { server, tool: name };
}

/** Null and `*` stand for every tool of the server. */
export function mcpTool(server: string, tool: string | null): MeantTool {
  return tool === null || tool === '*' || tool === '' ? `mcp:${server}` : `mcp:${server}/${tool}`;
}

/** The name of `own:runtime:name`; undefined for a tool that others have too, or another runtime alone. */
export function ownName(tool: MeantTool, runtime: RuntimeId): string | undefined {
  const prefix = `own:${runtime}:`;
  return tool.startsWith(prefix) ? tool.slice(prefix.length) : undefined;
}

/** A tool that is not canonical where those of servers are `server/tool`; empty where it cannot be named. */
export function slashName(tool: MeantTool, runtime: RuntimeId): string[] {
  const mcp = mcpParts(tool);
  if (mcp) return mcp.server === '*' ? [] : [`${mcp.server}/${mcp.tool ?? '*'}`];
  const own = ownName(tool, runtime);
  return own === undefined ? [] : [own];
}

/** Whether whoever has one of them has the other. */
export function coversMeant(wide: MeantTool, narrow: MeantTool): boolean {
  if (wide === narrow) return true;
  if (wide === 'mcp:*') return isMcp(narrow);
  return isMcp(wide) && !wide.includes('/') && narrow.startsWith(`${wide}/`);
}

/** Whether an agent with these tools has this one. */
export function hasTool({ allowed, denied }: MeantTools, tool: MeantTool): boolean {
  if (denied.some((each) => coversMeant(each, tool))) return false;
  return allowed === 'all' || allowed.some((each) => coversMeant(each, tool));
}

/**
 * The fewest names that grant these tools and nothing else. A tool that no name grants alone is granted by the name that
 * grants the least besides it. Tools without a name are left out.
 */
export function namesGranting(wanted: readonly CanonicalTool[], grants: Grants): string[] {
  const byCount = [...grants]
    .filter(([, tools]) => tools.length > 0)
    .sort(([, one], [, other]) => other.length - one.length);
  const missing = new Set(wanted);
  const names: string[] = [];
  const take = (name: string, tools: readonly CanonicalTool[]): void => {
    names.push(name);
    for (const tool of tools) missing.delete(tool);
  };
  for (const [name, tools] of byCount) {
    const isExact = tools.every((tool) => wanted.includes(tool));
    if (isExact && tools.some((tool) => missing.has(tool))) take(name, tools);
  }
  for (const [name, tools] of byCount.reverse()) if (tools.some((tool) => missing.has(tool))) take(name, tools);
  const rank = (name: string): number =>
    Math.min(...(grants.get(name) ?? []).map((tool) => CANONICAL_TOOLS.indexOf(tool)));
  return names.sort((one, other) => rank(one) - rank(other));
}

/**
 * The names in a list of what is allowed, for runtimes that cannot take a tool away; undefined where every tool is.
 * `otherNames`: of a tool that is not canonical.
 */
export function allowedNames(
  { allowed, denied }: MeantTools,
  grants: Grants,
  otherNames: (tool: MeantTool) => readonly string[],
): readonly string[] | undefined {
  if (allowed === 'all' && denied.length === 0) return undefined;
  const wanted: readonly MeantTool[] = allowed === 'all' ? everythingBut(denied, grants) : allowed;
  return [...namesGranting(wanted.filter(isCanonical), grants), ...wanted.flatMap(otherNames)];
}

/** Every tool but those that are taken away, for runtimes that know only lists of what is allowed. */
export function everythingBut(denied: readonly MeantTool[], grants: Grants): CanonicalTool[] {
  const known = new Set([...grants.values()].flat());
  return CANONICAL_TOOLS.filter((tool) => known.has(tool) && !denied.includes(tool));
}

export function isCanonical(tool: MeantTool): tool is CanonicalTool {
  return (CANONICAL_TOOLS as readonly string[]).includes(tool);
}

/** Without repetitions, in the order in which everyone lists them. */
export function inOrder(tools: Iterable<MeantTool>): MeantTool[] {
  const unique = [...new Set(tools)];
  const rank = (tool: MeantTool): number =>
    isCanonical(tool) ? CANONICAL_TOOLS.indexOf(tool) : CANONICAL_TOOLS.length;
  return unique.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0));
}

export const EVERY_TOOL: MeantTools = { allowed: 'all', denied: [], rules: [] };

/** What each name stands for; a name that stands for nothing is left out. */
export function meantTools(names: readonly string[], read: (name: string) => readonly MeantTool[]): MeantTool[] {
  const tools = inOrder(names.flatMap(read));
  return tools.filter((tool) => !tools.some((wide) => wide !== tool && coversMeant(wide, tool)));
}
