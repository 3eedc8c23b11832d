// What an agent file refers to by name: agents, skills and MCP servers, in its fields and in its text.
import type { AgentDocument } from '../../model/document.ts';
import { findMentions, type MentionForm } from '../../model/mentions.ts';
import { keyText, resolveAlias, type YamlNode, type YamlScalar } from '../../model/yaml.ts';
import { type Span, slice } from '../../util/text.ts';
import { entryOf, type Reading } from '../dialect.ts';
import { MCP_PREFIX } from './toolNames.ts';
import { canonicalTool, type ToolMention, toolMentions } from './tools.ts';

export interface Reference {
  readonly to: 'agent' | 'skill' | 'mcp-server';
  /** As the runtime reads it, a plugin's prefix with it. */
  readonly name: string;
  /** The name's own characters; the whole value where they cannot be told from it. */
  readonly span: Span;
  /** `tool-list`: in `Agent(…)` or `mcp__server__tool`; `field`: the value of a field; the others are in the text. */
  readonly form: 'tool-list' | 'field' | MentionForm;
}

/** Where names can be told to be those of MCP servers. Plugins' servers have names of another shape. */
const MCP_TOOL = /^mcp__((?:(?!__).)+)(?:__.*)?$/;

/** Asked for by the index and by several rules; a reading belongs to one text. */
const known = new WeakMap<Reading, readonly Reference[]>();

/** In order of writing. */
export function referencesIn(document: AgentDocument, reading: Reading): readonly Reference[] {
  const found = known.get(reading) ?? findReferences(document, reading);
  known.set(reading, found);
  return found;
}

function findReferences(document: AgentDocument, reading: Reading): Reference[] {
  const found = [...fieldReferences(document, reading), ...mentionsIn(document, reading)];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function mentionsIn(document: AgentDocument, reading: Reading): Reference[] {
  const description = entryOf(reading, 'description');
  const within = description ? [description.valueSpan, document.body] : [document.body];
  return findMentions(document.text, within, document.markdown).map((mention) => ({ to: 'agent', ...mention }));
}

function fieldReferences(document: AgentDocument, reading: Reading): Reference[] {
  const tools = ['tools', 'disallowedTools'].flatMap((key) => {
    const entry = entryOf(reading, key);
    return entry ? toolMentions(document.text, entry.value).flatMap(referencesOfTool) : [];
  });
  const value = (key: string): YamlNode | null => entryOf(reading, key)?.value ?? null;
  return [
    ...tools,
    ...namesIn(document, value('skills')).map(asReference('skill')),
    ...namesIn(document, value('observer')).map(asReference('agent')),
    ...serverNames(document, value('mcpServers')).map(asReference('mcp-server')),
  ];
}

interface Named {
  readonly name: string;
  readonly span: Span;
}

function asReference(to: Reference['to']): (named: Named) => Reference {
  return (named) => ({ to, form: 'field', ...named });
}

function referencesOfTool({ name, spec, text, span }: ToolMention): Reference[] {
  const form = 'tool-list';
  if (name.startsWith(MCP_PREFIX)) {
    const server = MCP_TOOL.exec(name)?.[1];
    const start = span.start + MCP_PREFIX.length;
    // `mcp__*` stands for every server.
    if (server === undefined || server.includes('*')) return [];
    return [{ to: 'mcp-server', name: server, span: { start, end: start + server.length }, form }];
  }
  if (spec === null) return [];
  const to = TAKES_NAMES[canonicalTool(name) ?? ''];
  if (to === undefined) return [];
  const exact = span.end - span.start === text.length;
  const offset = span.start + text.indexOf('(') + 1;
  return splitNames(spec, exact ? offset : null, span).map((named) => ({ to, form, ...named }));
}

/** Tools whose parentheses hold names and not patterns. */
const TAKES_NAMES: Readonly<Record<string, 'agent' | 'skill'>> = { Agent: 'agent', Skill: 'skill' };

/** The names of a list or of a text with commas; nothing for values of other kinds. */
function namesIn(document: AgentDocument, value: YamlNode | null): Named[] {
  const node = resolveAlias(value);
  if (node?.kind === 'sequence') return node.items.flatMap((item) => namesOf(document, resolveAlias(item)));
  return namesOf(document, node);
}

function namesOf(document: AgentDocument, node: YamlNode | null): Named[] {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return [];
  return splitNames(node.value, textStart(document, node), node.span);
}

/** `offset` is where the value stands in the text; null where it is written with escapes or over several lines. */
function splitNames(value: string, offset: number | null, whole: Span): Named[] {
  const names: Named[] = [];
  for (const { 0: part, index } of value.matchAll(/[^,]+/g)) {
    const name = part.trim();
    if (name === '') continue;
    const start = (offset ?? 0) + index + part.indexOf(name);
    names.push({ name, span: offset === null ? whole : { start, end: start + name.length } });
  }
  return names;
}

function textStart(document: AgentDocument, { span, value }: YamlScalar): number | null {
  const at = slice(document.text, span).indexOf(String(value));
  return at < 0 ? null : span.start + at;
}

/** Entries that are only a name: the others bring their server with them. */
function serverNames(document: AgentDocument, value: YamlNode | null): Named[] {
  const list = resolveAlias(value);
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item) => {
    const node = resolveAlias(item);
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') return [];
    const start = textStart(document, node);
    return [{ name: node.value, span: start === null ? node.span : { start, end: start + node.value.length } }];
  });
}

/** The servers an agent defines for itself under `mcpServers`. */
export function ownServers(reading: Reading): string[] {
  const list = resolveAlias(entryOf(reading, 'mcpServers')?.value ?? null);
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item) => {
    const node = resolveAlias(item);
    return node?.kind === 'map' ? node.pairs.map(({ key }) => keyText(key)) : [];
  });
}
