// The `tools` and `disallowedTools` fields: how their text is split, and which names give a tool.
import { resolveAlias, type YamlNode } from '../../model/yaml.ts';
import { type Span, slice } from '../../util/text.ts';
import type { FieldEntry, RefusedTool } from '../dialect.ts';
import { DEAD_TOOLS, MCP_PREFIX, TOOL_ALIASES, TOOLS } from './toolNames.ts';

/** One entry of a tool list: a name and, in parentheses, a restriction. */
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

/** Tools a set `memory` adds, in this order. */
export const MEMORY_TOOLS: readonly string[] = ['Write', 'Edit', 'Read'];

const KNOWN = new Map(TOOLS.map((tool) => [tool.value, tool]));
const LOWER_CASE = new Map(TOOLS.map(({ value }) => [value.toLowerCase(), value]));

/** The tool a name gives, aliases followed; null for a name that gives none. */
export function canonicalTool(name: string): string | null {
  if (name.startsWith(MCP_PREFIX)) return name;
  const canonical = Object.hasOwn(TOOL_ALIASES, name) ? (TOOL_ALIASES[name] ?? name) : name;
  return KNOWN.has(canonical) ? canonical : null;
}

/** The mentions of a tool list, null where the value is none (number, map, nothing). */
export function toolMentions(text: string, value: YamlNode | null): ToolMention[] {
  const node = resolveAlias(value);
  if (node?.kind === 'scalar') return typeof node.value === 'string' ? splitTools(node.value, text, node.span) : [];
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item) => {
    const element = resolveAlias(item);
    if (element?.kind !== 'scalar' || typeof element.value !== 'string') return [];
    return splitTools(element.value, text, element.span);
  });
}

/** Measured: commas and blanks separate, except between parentheses; a line break does not. */
export function splitTools(value: string, text: string, within: Span): ToolMention[] {
  const mentions: ToolMention[] = [];
  let searchFrom = within.start;
  for (const part of splitOutsideParentheses(value)) {
    const found = text.indexOf(part, searchFrom);
    const exact = found >= 0 && found + part.length <= within.end;
    const span = exact ? { start: found, end: found + part.length } : within;
    if (exact) searchFrom = span.end;
    const open = part.indexOf('(');
    const spec = open > 0 && part.endsWith(')') ? part.slice(open + 1, -1) : null;
    mentions.push({ text: part, name: spec === null ? part : part.slice(0, open), spec, span });
  }
  return mentions;
}

function splitOutsideParentheses(value: string): string[] {
  const parts: string[] = [];
  let part = '';
  let inside = false;
  for (const character of value) {
    if (character === '(') inside = true;
    if (character === ')') inside = false;
    if (!inside && (character === ',' || character === ' ')) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  parts.push(part);
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}

export function grantTools(
  text: string,
  tools: FieldEntry | undefined,
  disallowed: FieldEntry | undefined,
  memory: boolean,
): ToolGrant {
  const denied = new Set<string>();
  for (const { name } of disallowed ? toolMentions(text, disallowed.value) : []) {
    const canonical = canonicalTool(name);
    if (canonical) denied.add(canonical);
  }
  if (!tools) return { tools: 'inherit', refused: [], denied: [...denied] };
  const mentions = toolMentions(text, tools.value);
  if (mentions.some((mention) => mention.text === '*')) return { tools: 'inherit', refused: [], denied: [...denied] };
  const granted: string[] = [];
  const refused: RefusedTool[] = [];
  for (const { name, text: name_, span } of mentions) {
    const canonical = canonicalTool(name);
    const reason = canonical === null ? refusal(name_) : denied.has(canonical) ? 'disallowed' : null;
    if (reason) refused.push({ name: name_, span, reason });
    else if (KNOWN.get(canonical ?? '')?.neverInSubagents) refused.push({ name: name_, span, reason: 'not-for-subagents' });
    else if (canonical && !granted.includes(canonical)) granted.push(canonical);
  }
  if (memory) granted.push(...MEMORY_TOOLS.filter((tool) => !granted.includes(tool)));
  return { tools: granted, refused, denied: [...denied] };
}

function refusal(written: string): RefusedTool['reason'] {
  if (Object.hasOwn(DEAD_TOOLS, written)) return 'dead';
  if (LOWER_CASE.has(written.toLowerCase())) return 'wrong-case';
  return /^[A-Za-z][\w-]*$/.test(written) ? 'unknown' : 'malformed';
}

/** The part of the document a mention stands in, as written. */
export function mentionText(text: string, mention: ToolMention): string {
  return slice(text, mention.span);
}
