// What an agent file refers to by name: agents, skills, and MCP servers, in its fields and in its text.

import type { AgentDocument } from '../../model/document.ts';
import { resolveAlias, type YamlNode } from '../../model/yaml.ts';
import { findMentions } from '../../text/mentions.ts';
import type { Span } from '../../util/text.ts';
import { entryOf } from '../entries.ts';
import type { IndexedReading } from '../indexed.ts';
import type { Reference } from '../reference.ts';
import { canonicalTool, type ToolMention, toolMentions } from './toolList.ts';
import { MCP_PREFIX } from './toolNames.ts';

/** Matches names that are certain to belong to MCP servers. Servers of plugins have names of a different form. */
const MCP_TOOL = /^mcp__((?:(?!__).)+)(?:__.*)?$/;

/** The index and several rules ask for them; a reading belongs to one text. */
const known = new WeakMap<IndexedReading, readonly Reference[]>();

/** In source order. */
export function referencesIn(document: AgentDocument, reading: IndexedReading): readonly Reference[] {
  const found = known.get(reading) ?? findReferences(document, reading);
  known.set(reading, found);
  return found;
}

function findReferences(document: AgentDocument, reading: IndexedReading): Reference[] {
  const found = [...fieldReferences(document, reading), ...mentionsIn(document, reading)];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function mentionsIn(document: AgentDocument, reading: IndexedReading): Reference[] {
  const description = entryOf(reading, 'description');
  const within = description ? [description.valueSpan, document.body] : [document.body];
  return findMentions(document.text, within, document.markdown).map((mention) => {
    const field = mention.span.start < document.body.start ? 'description' : null;
    return { to: 'agent', ...mention, field };
  });
}

function fieldReferences(document: AgentDocument, reading: IndexedReading): Reference[] {
  const tools = ['tools', 'disallowedTools'].flatMap((key) => {
    const entry = entryOf(reading, key);
    if (!entry) return [];
    const found = toolMentions(document.text, entry.value).flatMap((mention) => referencesOfTool(document, mention));
    return found.map((reference) => ({ ...reference, field: key }));
  });
  const value = (key: string): YamlNode | null => entryOf(reading, key)?.value ?? null;
  return [
    ...tools,
    ...namesIn(document, value('skills'), BY_COMMA_OR_BLANK).map(asReference('skill', 'skills')),
    ...namesIn(document, value('observer'), BY_COMMA).map(asReference('agent', 'observer')),
    ...serverNames(document, value('mcpServers')).map(asReference('mcp-server', 'mcpServers')),
  ];
}

interface Named {
  readonly name: string;
  readonly span: Span;
}

function asReference(to: Reference['to'], field: string): (named: Named) => Reference {
  return (named) => ({ to, form: 'field', field, ...named });
}

function referencesOfTool({ text }: AgentDocument, { name, spec, span }: ToolMention): Omit<Reference, 'field'>[] {
  const form = 'tool-list';
  if (name.startsWith(MCP_PREFIX)) {
    const server = MCP_TOOL.exec(name)?.[1];
    // `mcp__*` stands for every server.
    if (server === undefined || server.includes('*')) return [];
    const after = text.indexOf(MCP_PREFIX, span.start) + MCP_PREFIX.length;
    return [{ to: 'mcp-server', name: server, span: placeOf(server, text, span, after), form }];
  }
  if (spec === null) return [];
  const to = TAKES_NAMES[canonicalTool(name) ?? ''];
  if (to === undefined) return [];
  const named = splitNames(spec, text, span, BY_COMMA, text.indexOf('(', span.start));
  // Measured: `Agent(*)` stands for every agent, and no other pattern matches any.
  return named.filter(({ name }) => name !== '*').map((each) => ({ to, form, ...each }));
}

/** Tools whose parentheses contain names rather than patterns. */
const TAKES_NAMES: Readonly<Record<string, 'agent' | 'skill'>> = { Agent: 'agent', Skill: 'skill' };

const BY_COMMA = /[^,]+/g;
/** Measured: in `skills`, spaces also separate names, even within list items. */
const BY_COMMA_OR_BLANK = /[^,\s]+/g;

/** The names in a list or a string; empty for other values. */
function namesIn(document: AgentDocument, value: YamlNode | null, parts: RegExp): Named[] {
  const node = resolveAlias(value);
  if (node?.kind === 'sequence') return node.items.flatMap((item) => namesOf(document, resolveAlias(item), parts));
  return namesOf(document, node, parts);
}

function namesOf({ text }: AgentDocument, node: YamlNode | null, parts: RegExp): Named[] {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return [];
  return splitNames(node.value, text, node.span, parts);
}

/** Does not look for positions after a name that is not written as it is read: each search would scan the text. */
function splitNames(value: string, text: string, whole: Span, parts: RegExp, start = whole.start): Named[] {
  let from: number | null = start;
  const names = Array.from(value.matchAll(parts), ([part]) => part.trim()).filter((name) => name !== '');
  return names.map((name) => {
    const span = from === null ? whole : placeOf(name, text, whole, from);
    from = span === whole ? null : span.end;
    return { name, span };
  });
}

/** The position of a name in a value; the whole value if it is written differently, for example with escapes. */
function placeOf(name: string, text: string, whole: Span, from: number): Span {
  const start = text.indexOf(name, from);
  return start < 0 || start + name.length > whole.end ? whole : { start, end: start + name.length };
}

/** Entries that are only a name: the others define their own server. */
function serverNames(document: AgentDocument, value: YamlNode | null): Named[] {
  const list = resolveAlias(value);
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item) => {
    const node = resolveAlias(item);
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') return [];
    return [{ name: node.value, span: placeOf(node.value, document.text, node.span, node.span.start) }];
  });
}
