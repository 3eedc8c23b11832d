// Completion of names from the workspace: agents, skills, MCP servers, and headings, in text and fields.

import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { cursorPlace } from '../model/cursor.ts';
import { isInFence } from '../model/markdown.ts';
import { isSeenTogether, type KnownAgent } from '../rules/workspaceView.ts';
import { indexed } from '../runtimes/registry.ts';
import { headingSlugs } from '../text/slug.ts';
import type { Span } from '../util/text.ts';
import { pluginFileKind } from '../workspace/pluginFiles.ts';
import { toRange } from './range.ts';
import type { Surroundings } from './target.ts';
import { ASKED, type Trigger } from './trigger.ts';

/** Editors filter the list; anything longer only slows them down. */
const MOST_NAMES = 2000;
const LONGEST_LINE = 500;

export interface NameOptions {
  /** The editor itself completes anchors. */
  readonly ownHeadings?: boolean;
  readonly trigger?: Trigger;
}

/** The names that can complete the text at the cursor; null if no name is expected there. */
export function nameItems(
  around: Surroundings,
  offset: number,
  { ownHeadings = false, trigger = ASKED }: NameOptions = {},
): CompletionItem[] | null {
  const { document } = around;
  const place = cursorPlace(document.text, offset);
  const lineStart = Math.max(document.text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST_LINE);
  const before = document.text.slice(lineStart, offset);
  if (place?.in === 'key') return null;
  const slot = place ? slotInField(before, place.path) : offset < document.body.start ? null : slotInText(before);
  if (!slot || (ownHeadings && slot.kind === 'anchor')) return null;
  // Right after a word of prose, answers only explicit requests: otherwise Enter at the end of the line would insert the
  // selected item.
  if (slot.kind === 'heading' && slot.opening === '' && (slot.written !== '' || trigger.kind !== 'asked')) return null;
  if (slot.kind === 'agent-or-skill' && isInFence(document.markdown, offset)) return null;
  const start = offset - slot.written.length;
  return itemsFor(slot.kind, around, { start, end: nameEnd(document.text, offset) });
}

interface Slot {
  readonly kind: 'agent' | 'agent-or-skill' | 'skill' | 'server' | 'server-tools' | 'anchor' | 'heading';
  /** The part of the name before the cursor. */
  readonly written: string;
  /** A mark that sets a name apart from prose, if the slot allows one. */
  readonly opening?: string;
}

/** The text before the cursor decides. Groups: `written`, and `opening` if the mark may be omitted. */
const IN_TEXT: readonly (readonly [Slot['kind'], RegExp])[] = [
  ['agent', /\bsubagent_type["'`]?[ \t]*[:=][ \t]*["'`]?(?<written>[\w:.-]*)$/],
  ['agent', /(?:^|[^\w@])@agent-(?<written>[\w:.-]*)$/],
  ['agent', /\b(?:Agent|Task)\((?:[^()`]*,)?[ \t]*(?<written>[\w:.-]*)$/],
  ['anchor', /\]\(#(?<written>[^()\s#]*)$/],
  ['heading', /(?:→|->)[ \t]*[Ss]ee[ \t]+(?<opening>["“*]{0,2})(?<written>[^"”*`\r\n]{0,80})$/],
  ['server-tools', /`(?<written>mcp__[\w-]*)$/],
  // One backtick opens a name; two or three open code, and one inside a word is an apostrophe.
  ['agent-or-skill', /^[^`]*(?:`[^`]*`[^`]*)*(?<![\w`])`(?<written>[\w:.-]*)$/],
];

function slotInText(before: string): Slot | null {
  for (const [kind, pattern] of IN_TEXT) {
    const groups = pattern.exec(before)?.groups;
    if (groups) return { kind, written: groups.written ?? '', ...(groups.opening === undefined ? {} : groups) };
  }
  return null;
}

function slotInField(before: string, path: readonly string[]): Slot | null {
  const [field] = path;
  const word = /[\w:.-]*$/.exec(before)?.[0] ?? '';
  if (path.length !== 1) return null;
  switch (field) {
    case 'tools':
    case 'disallowedTools': {
      const inside = /\b(?:Agent|Task)\(([^()]*)$/.exec(before);
      if (inside) return { kind: 'agent', written: word };
      return word.startsWith(indexed.tools.mcpPrefix) ? { kind: 'server-tools', written: word } : null;
    }
    case 'skills':
      return { kind: 'skill', written: word };
    case 'observer':
      return { kind: 'agent', written: word };
    case 'mcpServers':
      return { kind: 'server', written: word };
    default:
      return null;
  }
}

/** Where the name at the cursor ends. A period or colon after it belongs to the sentence. */
function nameEnd(text: string, offset: number): number {
  let end = offset;
  while (/[\w:.-]/.test(text.charAt(end))) end++;
  while (end > offset && /[.:]/.test(text.charAt(end - 1))) end--;
  return end;
}

function itemsFor(kind: Slot['kind'], around: Surroundings, span: Span): CompletionItem[] {
  const { document } = around;
  const item = toItem(around, span);
  switch (kind) {
    case 'agent':
      return agentItems(around, item);
    case 'agent-or-skill':
      return [...agentItems(around, item), ...skillItems(around, item)];
    case 'skill':
      return skillItems(around, item);
    case 'server':
      return serverNames(around).map((name) => item(name, CompletionItemKind.Module, 'MCP server'));
    case 'server-tools':
      return serversInTools(around).map((name) =>
        item(indexed.tools.mcpPrefix + name, CompletionItemKind.Module, 'All tools from the MCP server'),
      );
    case 'anchor': {
      const { headings } = document.markdown;
      return headingSlugs(headings).map((slug, at) =>
        item(slug, CompletionItemKind.Reference, headings[at]?.text ?? ''),
      );
    }
    case 'heading':
      return document.markdown.outline.map(({ text }) =>
        item(text, CompletionItemKind.Reference, 'Heading in this file'),
      );
  }
}

type MakeItem = (
  name: string,
  kind: CompletionItemKind,
  detail: string,
  more?: Partial<CompletionItem>,
) => CompletionItem;

function toItem({ document }: Surroundings, span: Span): MakeItem {
  const range = toRange(document, span);
  return (label, kind, detail, more = {}) => ({ label, kind, detail, textEdit: { range, newText: label }, ...more });
}

/** Agents that are loaded with this one come first, then the rest of the workspace. */
function agentItems({ document, index }: Surroundings, item: MakeItem): CompletionItem[] {
  const own = index.agentAt(document.uri);
  const seen = (agent: KnownAgent): boolean => own !== undefined && isSeenTogether(own, agent);
  const known = index.agents().filter(({ uri, loads }) => loads && uri !== own?.uri);
  const first = new Map<string, KnownAgent>();
  for (const agent of [...known.filter(seen), ...known]) if (!first.has(agent.id)) first.set(agent.id, agent);
  const items = [...first.values()].slice(0, MOST_NAMES).map((agent) =>
    item(agent.id, CompletionItemKind.Class, index.shownPath(agent.uri), {
      ...(agent.description ? { documentation: agent.description } : {}),
      sortText: `${seen(agent) ? 0 : 1}${agent.id}`,
    }),
  );
  const builtIn = indexed.names.builtIn
    .filter((name) => !first.has(name))
    .map((name) => item(name, CompletionItemKind.Class, 'Built in', { sortText: `2${name}` }));
  return [...items, ...builtIn];
}

function skillItems({ document, index }: Surroundings, item: MakeItem): CompletionItem[] {
  return index.skillNames(document.uri).map((name) => {
    const [skill] = index.skillsCalled(name, document.uri);
    const documentation = skill?.description ? { documentation: skill.description } : {};
    return item(name, CompletionItemKind.Function, 'Skill', { ...documentation, sortText: `3${name}` });
  });
}

/** Servers that `mcpServers` may name: measured, those that only a plugin has are not found. */
function serverNames({ index }: Pick<Surroundings, 'index'>): string[] {
  const configured = index.servers().filter(({ uri }) => pluginFileKind(uri) === null);
  return [...new Set(configured.map(({ name }) => name))].sort();
}

/** What servers go by in lists of tools; a plugin's own with the name of the plugin. */
function serversInTools({ index, document }: Surroundings): string[] {
  const inPlugin = index.agentAt(document.uri)?.place.scope === 'plugin';
  const names = index.plugins.roots().flatMap((root) => {
    const plugin = index.plugins.at(root);
    return plugin ? index.serversOfPlugin(root).map(({ name }) => indexed.tools.pluginServer(plugin.name, name)) : [];
  });
  // A plugin runs in projects whose servers are not known.
  const others = inPlugin ? [] : serverNames({ index }).map(indexed.tools.serverInTools);
  return [...new Set([...others, ...names])].sort();
}
