// Hover: keys and values of the front matter and, on the fence, what the runtime does with the file.

import type { Hover } from 'vscode-languageserver-types';
import { cursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import { fenceSpan } from '../model/fence.ts';
import { resolveAlias } from '../model/yaml.ts';
import type { FieldEntry } from '../runtimes/entries.ts';
import type { Field } from '../runtimes/fields.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { indexed } from '../runtimes/registry.ts';
import { capitalized, contains, slice } from '../util/text.ts';
import { fieldMarkdown, valueMarkdown } from './fieldDocs.ts';
import { makeHover, nestedHover } from './hoverParts.ts';

export interface HoverContext {
  readonly document: AgentDocument;
  readonly load: IndexedReport;
}

export function hover(context: HoverContext, offset: number): Hover | null {
  const { document, load } = context;
  const { frontMatter, keyLines } = document;
  if (frontMatter.state === 'missing') return null;
  const fence = fenceSpan(frontMatter);
  if (contains(fence, offset)) return makeHover(document, indexed.words.explain(load, indexed), fence);
  const line = keyLines.find(({ keySpan }) => contains(keySpan, offset));
  if (line) {
    const field = indexed.fields.get(line.key);
    const report = line.key === 'name' ? `\n\n---\n\n${indexed.words.explain(load, indexed)}` : '';
    return field ? makeHover(document, fieldMarkdown(field, indexed) + report, line.keySpan) : null;
  }
  const entry = load.reading.entries.find(({ valueSpan }) => contains(valueSpan, offset));
  const field = entry && indexed.fields.get(entry.key);
  return entry && field ? valueHover(context, entry, field, offset) : null;
}

function valueHover(context: HoverContext, entry: FieldEntry, field: Field, offset: number): Hover | null {
  const { document } = context;
  const fieldCalled = (key: string): Field | undefined => (key === field.key ? field : undefined);
  switch (entry.key) {
    case 'tools':
    case 'disallowedTools':
      return toolHover(context, entry, offset);
    case 'model':
      return modelHover(context, entry, field);
    case 'hooks':
      return hookHover(document, offset);
    default:
      return nestedHover(document, offset, fieldCalled) ?? choiceHover(document, entry, field);
  }
}

function toolHover({ document, load }: HoverContext, entry: FieldEntry, offset: number): Hover | null {
  const mention = indexed.tools.mentions(document.text, entry.value).find(({ span }) => contains(span, offset));
  if (!mention) return null;
  const canonical = indexed.tools.canonical(mention.name);
  const known = indexed.tools.all.find(({ value }) => value === canonical);
  const lines = [`**${mention.name}**`];
  if (known) lines.push(known.description);
  const { aliases } = indexed.tools;
  if (Object.hasOwn(aliases, mention.name)) lines.push(`Older name for \`${aliases[mention.name]}\`.`);
  const mcp = indexed.tools.mcpName(mention.name);
  const refused = load.refusedTools.find(({ span }) => span.start === mention.span.start);
  if (mcp && refused?.reason !== 'pattern') lines.push(MCP_WORDS[kindOf(mcp)]);
  if (known?.deprecated) lines.push(`Deprecated: ${known.deprecated}.`);
  if (refused) lines.push(`${capitalized(indexed.words.refusal(refused))}.`);
  else if (known?.neverInSubagents) lines.push('A subagent is never given this tool.');
  else if (!canonical && !mcp) lines.push('No tool has this name, so it takes nothing away.');
  if (mention.spec !== null) lines.push('The parentheses restrict nothing: this means the whole tool.');
  return makeHover(document, lines.join('\n\n'), mention.span);
}

type McpName = NonNullable<ReturnType<typeof indexed.tools.mcpName>>;

function kindOf(mcp: McpName): McpName['kind'] | 'tool' {
  return mcp.kind === 'server' && mcp.tool !== null ? 'tool' : mcp.kind;
}

const MCP_WORDS: Readonly<Record<McpName['kind'] | 'tool', string>> = {
  tool: 'A tool from an MCP server.',
  server: 'Every tool of an MCP server.',
  all: 'Every tool of every MCP server, in `disallowedTools` only.',
  pattern: 'Claude Code does not expand this wildcard, so it takes nothing away.',
};

function modelHover({ document, load }: HoverContext, entry: FieldEntry, field: Field): Hover | null {
  const node = resolveAlias(entry.value);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return null;
  const { kind, id } = indexed.models.resolve(node.value);
  const written = node.value
    .trim()
    .toLowerCase()
    .replace(/\[1m\]$/, '');
  const alias = indexed.models.aliases.find(({ value }) => value === written);
  const words = {
    inherit: 'The model of the main conversation.',
    alias: `${alias ? valueMarkdown(field, alias) : ''}${id ? `\n\nResolves to \`${id}\`.` : ''}`,
    id: `The model ID \`${id}\`, used unchanged.`,
    unchecked: `\`${id}\` is sent to the API unchanged; Claude Code does not check it.`,
  };
  const forced = load.effectiveModel.by ? [indexed.words.model(load)] : [];
  return makeHover(document, [words[kind], ...forced].join('\n\n'), entry.valueSpan);
}

function hookHover(document: AgentDocument, offset: number): Hover | null {
  const place = cursorPlace(document.text, offset);
  if (place?.in !== 'key' || place.path.length !== 1) return null;
  const event = slice(document.text, place.span);
  if (!indexed.hookEvents.includes(event)) return null;
  const note = event === 'Stop' ? ' In a subagent, it runs as `SubagentStop`.' : '';
  return makeHover(document, `**${event}** — a Claude Code hook event.${note}`, place.span);
}

function choiceHover(document: AgentDocument, entry: FieldEntry, field: Field): Hover | null {
  const node = resolveAlias(entry.value);
  if (node?.kind !== 'scalar') return null;
  const value = field.values?.find((candidate) => candidate.value === String(node.value));
  return value ? makeHover(document, valueMarkdown(field, value), entry.valueSpan) : null;
}
