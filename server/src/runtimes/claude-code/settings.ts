// What the settings of a project and of the user decide over an agent. Measured on 2.1.331.
import type { DenyRule, SessionSettings } from '../session.ts';
import { mcpName } from './mcpNames.ts';
import { MCP_PREFIX, TOOL_ALIASES } from './toolNames.ts';

/** A rule of `permissions.deny`, taken apart. */
export interface ReadDenyRule {
  /** The tool, aliases followed; `*` in it stands for any characters. */
  readonly tool: string;
  /** The agent that cannot be started; null where the rule is about tools. */
  readonly agent: string | null;
}

/**
 * `Tool` and `Tool(*)` take a tool away, `Agent(name)` an agent. Null for a rule that does neither: what else stands in
 * parentheses forbids single calls.
 */
export function readDenyRule(rule: string): ReadDenyRule | null {
  const open = rule.indexOf('(');
  if (open < 0) return { tool: canonical(rule), agent: null };
  if (open === 0 || !rule.endsWith(')')) return null;
  const tool = canonical(rule.slice(0, open));
  const inside = rule.slice(open + 1, -1);
  if (inside === '*') return { tool, agent: null };
  return tool === 'Agent' && inside !== '' ? { tool, agent: inside } : null;
}

function canonical(name: string): string {
  return Object.hasOwn(TOOL_ALIASES, name) ? (TOOL_ALIASES[name] ?? name) : name;
}

/** The rule that takes a tool away; undefined where none does. Measured: Monitor goes with Bash here too. */
export function toolDeniedBy(tool: string, { deny }: SessionSettings): DenyRule | undefined {
  return deny.find(
    (rule) => rule.agent === null && (covers(rule, tool) || (tool === 'Monitor' && covers(rule, 'Bash'))),
  );
}

/** The rule that keeps an agent from being started, by its id; undefined where none does. */
export function agentDeniedBy(id: string, { deny }: SessionSettings): DenyRule | undefined {
  return deny.find((rule) => (rule.agent === null ? covers(rule, 'Agent') : rule.agent === id));
}

function covers({ tool: pattern }: DenyRule, tool: string): boolean {
  const name = mcpName(tool);
  if (name?.kind !== 'server') return matchesGlob(pattern, tool);
  const server = MCP_PREFIX + name.server;
  // A star in the place of the tool is matched only by patterns that no tool of the server escapes.
  return pattern === server || matchesGlob(pattern, `${server}__${name.tool ?? '*'}`);
}

/** Linear in the text for each part: `*` takes the shortest run that lets the next part begin. */
function matchesGlob(pattern: string, text: string): boolean {
  if (!pattern.includes('*')) return pattern === text;
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Whether a value of `CLAUDE_CODE_SUBAGENT_MODEL_FORCE` switches it on. */
export function isSwitchedOn(value: string): boolean {
  return /^(?:1|true|yes|on)$/i.test(value);
}
