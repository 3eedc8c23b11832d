// What `disallowedTools` takes away, and which names of `tools` it answers for. Measured on 2.1.331.
import type { FieldEntry } from '../entries.ts';
import type { Session } from '../session.ts';
import { coversTool, mcpName } from './mcpNames.ts';
import { serverFault } from './servers.ts';
import { canonicalTool, DENIED_WITH, type ToolMention, toolMentions } from './toolList.ts';
import { TOOL_ALIASES } from './toolNames.ts';

export interface Denials {
  /** The tools that are gone, in order of writing. */
  readonly denied: readonly string[];
  /** Whether a name of `tools` may come to nothing because it is taken away again: the agent is then started all the same. */
  excuses(mention: ToolMention): boolean;
}

/** A restriction does not count, unknown names take nothing away, and a `*` undoes the whole list. */
export function readDenials(text: string, field: FieldEntry | undefined, session: Session): Denials {
  const mentions = field ? toolMentions(text, field.value) : [];
  if (mentions.length === 0 || mentions.some((mention) => mention.text === '*')) return NOTHING_DENIED;
  const denied = new Set<string>();
  const excused = new Set<string>();
  for (const { name, spec } of mentions) {
    const tool = canonicalTool(name);
    const names = [tool ?? name, ...(tool === null ? [] : [DENIED_WITH.get(tool) ?? []].flat())];
    if (spec === null) for (const each of names) excused.add(each);
    if (tool !== null && takesAway(name, session)) for (const each of names) denied.add(each);
  }
  return {
    denied: [...denied],
    excuses: (mention) => isExcused(mention, excused),
  };
}

const NOTHING_DENIED: Denials = { denied: [], excuses: () => false };

/** A plugin's own server has another name in the session. */
function takesAway(name: string, session: Session): boolean {
  const mcp = mcpName(name);
  return mcp?.kind !== 'server' || serverFault(name, mcp, [], session) !== 'short-server-name';
}

/** Measured: names that are no tools count here as well; of `Agent` only the plain name does. */
function isExcused({ text, name }: ToolMention, excused: ReadonlySet<string>): boolean {
  const canonical = Object.hasOwn(TOOL_ALIASES, name) ? (TOOL_ALIASES[name] ?? name) : name;
  if (canonical === 'Agent') return text === 'Agent' && excused.has(text);
  if (excused.has(canonical)) return true;
  return mcpName(canonical) !== null && [...excused].some((entry) => coversTool(entry, canonical));
}
