// The `tools` and `disallowedTools` fields: how their text is split, and which names grant a tool.
import { resolveAlias, type YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { FieldEntry, RefusedTool } from '../dialect.ts';
import { DEAD_TOOLS, MCP_PREFIX, TOOL_ALIASES, TOOLS } from './toolNames.ts';

/** One entry of a tool list: a name and an optional restriction in parentheses. */
export interface ToolMention {
  /** As written. */
  readonly text: string;
  readonly name: string;
  readonly spec: string | null;
  readonly span: Span;
}

export interface ToolGrant {
  readonly tools: 'inherit' | readonly string[];
  readonly refused: readonly RefusedTool[];
  readonly denied: readonly string[];
}

/** The tools that `memory` adds, in this order. */
export const MEMORY_TOOLS: readonly string[] = ['Write', 'Edit', 'Read'];
/** Measured: tools removed along with a disallowed one. */
export const DENIED_WITH: ReadonlyMap<string, string> = new Map([['Bash', 'Monitor']]);

const KNOWN = new Map(TOOLS.map((tool) => [tool.value, tool]));
const LOWER_CASE = new Set(TOOLS.map(({ value }) => value.toLowerCase()));

/** The tool a name grants, with aliases resolved; null if the name grants none. */
export function canonicalTool(name: string): string | null {
  if (name.startsWith(MCP_PREFIX)) return name;
  const canonical = Object.hasOwn(TOOL_ALIASES, name) ? (TOOL_ALIASES[name] ?? name) : name;
  return KNOWN.has(canonical) ? canonical : null;
}

/** The entries of a tool list in order; empty if the value is not a list (a number, mapping, or nothing). */
export function toolMentions(text: string, value: YamlNode | null): ToolMention[] {
  const node = resolveAlias(value);
  if (node?.kind === 'scalar') return typeof node.value === 'string' ? splitTools(node.value, text, node.span) : [];
  if (node?.kind !== 'sequence') return [];
  // Measured: items that are not strings, including lists, are skipped.
  return node.items.flatMap((item) => {
    const element = resolveAlias(item);
    if (element?.kind !== 'scalar' || typeof element.value !== 'string') return [];
    return splitTools(element.value, text, element.span);
  });
}

/** Measured: commas and spaces separate, except after an opening parenthesis; tabs and line breaks do not. */
function splitTools(value: string, text: string, within: Span): ToolMention[] {
  let searchFrom = within.start;
  return splitOutsideParentheses(value).map((part) => {
    const found = text.indexOf(part, searchFrom);
    const exact = found >= 0 && found + part.length <= within.end;
    const span = exact ? { start: found, end: found + part.length } : within;
    if (exact) searchFrom = span.end;
    return { ...readMention(part), span };
  });
}

function splitOutsideParentheses(value: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let inside = false;
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === '(') inside = true;
    else if (character === ')') inside = false;
    else if (!inside && (character === ',' || character === ' ')) {
      parts.push(value.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(value.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Measured: `Name(…)` with an unescaped closing parenthesis at the very end; anything else is a plain name. */
function readMention(part: string): Omit<ToolMention, 'span'> {
  const open = part.indexOf('(');
  const restricted = open > 0 && part.endsWith(')') && !isEscaped(part, part.length - 1);
  if (!restricted) return { text: part, name: part, spec: null };
  return { text: part, name: part.slice(0, open), spec: part.slice(open + 1, -1) };
}

function isEscaped(part: string, at: number): boolean {
  let backslashes = 0;
  while (part.charAt(at - 1 - backslashes) === '\\') backslashes++;
  return backslashes % 2 === 1;
}

export interface GrantFields {
  readonly tools: FieldEntry | undefined;
  readonly disallowedTools: FieldEntry | undefined;
  /** `memory` is set to a scope. */
  readonly memory: boolean;
  /** `permissionMode` is `plan`. */
  readonly plan: boolean;
}

export function grantTools(text: string, fields: GrantFields): ToolGrant {
  const denied = deniedTools(text, fields.disallowedTools);
  const nothingSaid = { tools: 'inherit', refused: [], denied } as const;
  if (!fields.tools) return nothingSaid;
  const mentions = toolMentions(text, fields.tools.value);
  if (mentions.some((mention) => mention.text === '*')) return nothingSaid;
  const granted = new Set<string>();
  const refused: RefusedTool[] = [];
  for (const { name, text: written, span } of mentions) {
    const tool = canonicalTool(name);
    const reason = tool === null ? unknownBecause(name) : refusedBecause(tool, denied, fields.plan);
    if (reason) refused.push({ name: written, span, reason });
    else if (tool) granted.add(tool);
  }
  if (fields.memory) for (const tool of MEMORY_TOOLS) if (!denied.includes(tool)) granted.add(tool);
  return { tools: [...granted], refused, denied };
}

/** Measured: restrictions do not count here, unknown names have no effect, and a `*` cancels the whole list. */
function deniedTools(text: string, disallowedTools: FieldEntry | undefined): string[] {
  const mentions = disallowedTools ? toolMentions(text, disallowedTools.value) : [];
  if (mentions.some((mention) => mention.text === '*')) return [];
  const denied = new Set<string>();
  for (const { name } of mentions) {
    const tool = canonicalTool(name);
    if (tool === null) continue;
    denied.add(tool);
    const companion = DENIED_WITH.get(tool);
    if (companion !== undefined) denied.add(companion);
  }
  return [...denied];
}

/** Documented: `mcp__server` and `mcp__server__*` stand for all tools of a server, `mcp__*` for those of all servers. */
export function coversTool(entry: string, tool: string): boolean {
  if (entry === tool) return true;
  const start = everyToolOf(entry);
  return start !== null && (everyToolOf(tool) ?? tool).startsWith(start);
}

const MCP_SERVER = /^mcp__(?:(?!__)[^*])+$/;

/** The common prefix of all tools an entry stands for; null if it stands for a single tool. */
function everyToolOf(entry: string): string | null {
  if (!entry.startsWith(MCP_PREFIX)) return null;
  if (entry.endsWith('__*')) return entry.slice(0, -1);
  return MCP_SERVER.test(entry) ? `${entry}__` : null;
}

function refusedBecause(tool: string, denied: readonly string[], plan: boolean): RefusedTool['reason'] | null {
  if (denied.some((entry) => coversTool(entry, tool))) return 'disallowed';
  return isForMainConversation(tool, plan) ? 'not-for-subagents' : null;
}

/** Never given to a subagent; a subagent in plan mode may leave it. */
export function isForMainConversation(tool: string, plan: boolean): boolean {
  return KNOWN.get(tool)?.neverInSubagents === true || (tool === 'ExitPlanMode' && !plan);
}

function unknownBecause(name: string): RefusedTool['reason'] {
  if (Object.hasOwn(DEAD_TOOLS, name)) return 'dead';
  if (LOWER_CASE.has(name.toLowerCase())) return 'wrong-case';
  return /^[A-Za-z][\w-]*$/.test(name) ? 'unknown' : 'malformed';
}
