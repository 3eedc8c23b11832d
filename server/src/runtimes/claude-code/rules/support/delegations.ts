// To which agents an agent certainly hands work: by calls that a prompt shows, and by sentences that tell to do so.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Span } from '../../../../util/text.ts';
import type { IndexedReport } from '../../../indexed.ts';
import type { Reference } from '../../../reference.ts';
import { bareName, foldName } from '../../agents.ts';
import { referencesIn } from '../../references.ts';
import { handOffs } from './handOffs.ts';

/**
 * Measured: `disallowedTools` takes the tool away whatever its parentheses hold. Settings do not count: the index asks too,
 * and what it keeps of an agent must not depend on other files.
 */
export function mayStartAgents({ tools, deniedTools, deniedBySettings }: IndexedReport): boolean {
  if (tools === 'inherit') return !deniedTools.includes('Agent');
  return tools.includes('Agent') || deniedBySettings.some(({ name }) => name === 'Agent');
}

/** In order of writing. None where the agent has no tool to start others. */
export function delegations(document: AgentDocument, load: IndexedReport): Reference[] {
  if (!mayStartAgents(load)) return [];
  const ordered = new Set(handOffs(document, load.reading).flatMap((each) => (each.always ? each.reference : [])));
  const own = foldName(bareName(load.name ?? ''));
  return referencesIn(document, load.reading).filter((reference) => {
    const { to, form, field, span, name } = reference;
    if (to !== 'agent') return false;
    if (form === 'tool-list') return field === 'tools';
    // A description is read by those who call the agent.
    if (field !== null) return false;
    const isOwn = foldName(bareName(name)) === own;
    if (form === 'subagent-type') return !isOwn || !isShown(document, span);
    // What a prompt says of its own agent in words is how others use it.
    return ordered.has(reference) && !isOwn;
  });
}

/** In a code block or an example. What an agent shows there with its own name is how others call it. */
function isShown({ markdown: { fences, tags } }: AgentDocument, { start }: Span): boolean {
  const examples = tags.filter((tag) => /example/i.test(tag.name));
  return [...fences, ...examples].some(({ span }) => span.start <= start && start < span.end);
}
