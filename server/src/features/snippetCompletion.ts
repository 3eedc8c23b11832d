// Snippets by place: whole agents at the start of a file, sections on an empty line of the body, fields in the front
// matter. Editors insert the selected item on Enter and Tab, so a line of prose must never get one.
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { cursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import { bomLength } from '../model/fence.ts';
import { isInFence } from '../model/markdown.ts';
import type { LoadScope } from '../runtimes/indexed.ts';
import { indexed } from '../runtimes/registry.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { isReadme } from '../util/fileStem.ts';
import { toRange } from './range.ts';
import { frontMatterParts, sections, wholeAgents } from './snippets/index.ts';
import { fillVariables, plainSnippet, type Snippet, type SnippetVariables } from './snippets/snippet.ts';
import { templatesFor } from './snippets/templates.ts';
import type { Trigger } from './trigger.ts';

export interface SnippetRequest {
  /** Of an agent of Claude Code. */
  readonly scope?: LoadScope;
  /** The runtime whose agent it is, where that is not Claude Code. */
  readonly runtime?: Runtime;
  readonly trigger: Trigger;
  readonly variables: SnippetVariables;
  /** Whether the editor has tab stops. */
  readonly tabStops: boolean;
}

/** The prefix of every section. In the body it must be typed in full, because `agent` alone is an ordinary word. */
const SECTION_PREFIX = 'agent-';
/** No prefix is this long, and a longer line is prose. */
const LONGEST_PREFIX = 40;

/** The content of the cursor's line: nothing but the beginning of a prefix, up to the cursor. */
interface OpenLine {
  readonly start: number;
  readonly indent: string;
  readonly written: string;
}

export function snippetItems(document: AgentDocument, offset: number, request: SnippetRequest): CompletionItem[] {
  const line = openLine(document.text, offset);
  // On an empty line, answers only explicit requests: an editor that asks at a line break would insert an item at the next
  // one.
  if (!line || (line.written === '' && request.trigger.kind !== 'asked')) return [];
  const found = snippetsAt(document, offset, line, request).filter(({ prefix }) => prefix.startsWith(line.written));
  return found.map((snippet, index) => toItem(document, snippet, index, { line, offset, request }));
}

function openLine(text: string, offset: number): OpenLine | null {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, bomLength(text));
  if (offset - start > LONGEST_PREFIX || !/^[ \t]*(?:\r?\n|$)/.test(text.slice(offset, offset + LONGEST_PREFIX)))
    return null;
  const match = /^([ \t]*)([a-z-]*)$/.exec(text.slice(start, offset));
  return match ? { start, indent: match[1] ?? '', written: match[2] ?? '' } : null;
}

function snippetsAt(
  document: AgentDocument,
  offset: number,
  line: OpenLine,
  request: SnippetRequest,
): readonly Snippet[] {
  const { frontMatter, text, uri } = document;
  if (frontMatter.state === 'missing') {
    const begins = text.slice(bomLength(text), line.start).trim() === '';
    return begins && !frontMatter.nearMiss && !isReadme(uri) ? wholeAgentsFor(request.runtime) : [];
  }
  if (frontMatter.state === 'present' && offset > endOfLine(text, frontMatter.close.start)) {
    const asked = line.written === '' || line.written.startsWith(SECTION_PREFIX);
    return asked && line.indent === '' && !isInFence(document.markdown, offset) ? sections : [];
  }
  return request.runtime ? [] : partsAt(document, offset, line, request);
}

/** `runtime` as in `SnippetRequest`. */
export function wholeAgentsFor(runtime: Runtime | undefined): readonly Snippet[] {
  return runtime ? templatesFor(runtime) : wholeAgents;
}

/** Missing fields that apply to this kind of file, and items whose field is above. */
function partsAt(
  { keyLines, text }: AgentDocument,
  offset: number,
  line: OpenLine,
  { scope }: SnippetRequest,
): readonly Snippet[] {
  const place = cursorPlace(text, offset);
  if (place?.in !== 'key') return [];
  const above = keyLines.findLast(({ keySpan }) => keySpan.end < line.start)?.key;
  const written = new Set(keyLines.map(({ key }) => key));
  return frontMatterParts.filter(({ key, isItem }) => {
    if (isItem) return above === key;
    const ignored = scope !== undefined && indexed.fields.get(key)?.ignoredIn?.includes(scope) === true;
    return place.path.length === 0 && line.indent === '' && !written.has(key) && !ignored;
  });
}

function toItem(
  document: AgentDocument,
  snippet: Snippet,
  index: number,
  { line, offset, request }: { line: OpenLine; offset: number; request: SnippetRequest },
): CompletionItem {
  const { title, prefix, description } = snippet;
  const body = fillVariables(snippet.body, request.variables);
  const plain = plainSnippet(body);
  const textStart = bomLength(document.text);
  // Front matter counts only at the very start of a file.
  const emptyLinesAbove = document.frontMatter.state === 'missing' && line.start > textStart;
  return {
    label: prefix,
    labelDetails: { description: title },
    kind: CompletionItemKind.Snippet,
    detail: title,
    documentation: { kind: 'markdown', value: `${description}\n\n${asCode(plain)}` },
    sortText: `~${String(index).padStart(2, '0')}`,
    filterText: prefix,
    insertTextFormat: request.tabStops ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toRange(document, { start: line.start, end: offset }),
      newText: request.tabStops ? body : plain,
    },
    ...(emptyLinesAbove
      ? { additionalTextEdits: [{ range: toRange(document, { start: textStart, end: line.start }), newText: '' }] }
      : {}),
  };
}

/** In a fence longer than any inside. */
function asCode(text: string): string {
  return `\`\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\``;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
