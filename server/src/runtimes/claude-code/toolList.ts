// Lists of tools: how the text of `tools` and `disallowedTools` is split, and which names stand for a tool.
import { resolveAlias, type YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { RefusedTool } from '../powers.ts';
import { mcpName } from './mcpNames.ts';
import { DEAD_TOOLS, TOOL_ALIASES, TOOLS } from './toolNames.ts';

/** One entry of a tool list: a name and an optional restriction in parentheses. */
export interface ToolMention {
  /** As written. */
  readonly text: string;
  readonly name: string;
  readonly spec: string | null;
  readonly span: Span;
}

/** The tools that `memory` adds, in this order. */
export const MEMORY_TOOLS: readonly string[] = ['Write', 'Edit', 'Read'];
/** Measured: tools removed along with a disallowed one. */
export const DENIED_WITH: ReadonlyMap<string, string> = new Map([['Bash', 'Monitor']]);

const KNOWN = new Map(TOOLS.map((tool) => [tool.value, tool]));
const LOWER_CASE = new Set(TOOLS.map(({ value }) => value.toLowerCase()));

/** The tool a name stands for, with aliases resolved; null if the name stands for none in any list. */
export function canonicalTool(name: string): string | null {
  const mcp = mcpName(name);
  if (mcp) return mcp.kind === 'pattern' ? null : name;
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

/** Never given to a subagent; a subagent in plan mode may leave it. */
export function isForMainConversation(tool: string, plan: boolean): boolean {
  return KNOWN.get(tool)?.neverInSubagents === true || (tool === 'ExitPlanMode' && !plan);
}

export function unknownBecause(name: string): RefusedTool['reason'] {
  if (Object.hasOwn(DEAD_TOOLS, name)) return 'dead';
  if (LOWER_CASE.has(name.toLowerCase())) return 'wrong-case';
  return /^[A-Za-z][\w-]*$/.test(name) ? 'unknown' : 'malformed';
}
