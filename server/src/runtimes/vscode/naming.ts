// The agents that an agent of VS Code names: where its handoffs lead, and those it may start.

import type { YamlNode } from '../../model/yaml.ts';
import { entryOf } from '../entries.ts';
import type { AgentMention, AgentNaming, LoadReport } from '../runtime.ts';
import { insideQuotes, scalarText } from './values.ts';

export const naming: AgentNaming = {
  fields: ['agents', 'handoffs.agent'],
  // Chat modes that are always there, and agents of the Copilot extension.
  builtIn: ['agent', 'ask', 'edit', 'Plan', 'Explore'],
  mentions,
};

/** Nothing is called by an empty name. */
function mentions({ reading }: LoadReport): AgentMention[] {
  const handoffs = entryOf(reading, 'handoffs')?.value ?? null;
  const agents = entryOf(reading, 'agents')?.value ?? null;
  const targets = itemsOf(handoffs).map((item) => (item.kind === 'map' ? valueUnder(item, 'agent') : null));
  return [...targets.flatMap(mentionIn), ...itemsOf(agents).flatMap(mentionIn)];
}

function itemsOf(node: YamlNode | null): readonly YamlNode[] {
  return node?.kind === 'sequence' ? node.items : [];
}

function valueUnder(node: YamlNode & { readonly kind: 'map' }, key: string): YamlNode | null {
  return node.pairs.find((pair) => scalarText(pair.key) === key)?.value ?? null;
}

/** `*` stands for all of them. */
function mentionIn(node: YamlNode | null): AgentMention[] {
  const name = scalarText(node);
  return node && name && name !== '*' ? [{ name, span: insideQuotes(node) }] : [];
}
