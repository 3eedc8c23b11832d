// What a prompt refers to by a mark, such as `#tool:` and `#file:` in VS Code: completion and hover, for editors that have
// none themselves.
import { type CompletionItem, CompletionItemKind, type Hover } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import { isInFence } from '../model/markdown.ts';
import { grantedTools } from '../runtimes/granted.ts';
import { coveredBy, type LoadReport, type PromptMarks, type Runtime } from '../runtimes/runtime.ts';
import type { Span } from '../util/text.ts';
import { editAt, orderedBy } from './fieldCompletion.ts';
import { makeHover } from './hoverParts.ts';
import type { Trigger } from './trigger.ts';

/** Looked at before and after a cursor; no name is longer. */
const WINDOW = 500;
/** Editors filter the list; anything longer only slows them down. */
const MOST_FILES = 1000;

/** What stands in a folder, as in `FileSystem.list`; null where there is none. `folder` is below that of the document. */
export type ListFolder = (
  folder: string,
) => Promise<readonly { readonly name: string; readonly kind: string }[] | null>;

export interface MarkRequest {
  readonly trigger: Trigger;
  readonly listFolder: ListFolder;
}

interface MarkAt {
  readonly kind: keyof PromptMarks;
  /** What stands behind the mark. */
  readonly name: string;
  /** Of the name. */
  readonly span: Span;
}

/** Null where no mark is being written. */
export async function markItems(
  document: AgentDocument,
  { runtime, report }: { readonly runtime: Runtime; readonly report: LoadReport },
  offset: number,
  { trigger, listFolder }: MarkRequest,
): Promise<CompletionItem[] | null> {
  const { marks } = runtime;
  if (!marks || !isInProse(document, offset)) return null;
  const mark = markAt(document, marks, offset);
  if (mark?.kind === 'tool') return toolItems(document, runtime, report, mark.span);
  if (mark?.kind === 'file') return fileItems(document, mark, offset, listFolder);
  return beginnings(document, marks, offset, trigger);
}

export function markHover(
  document: AgentDocument,
  { runtime, report }: { readonly runtime: Runtime; readonly report: LoadReport },
  offset: number,
): Hover | null {
  const { marks, label } = runtime;
  const mark = marks && isInProse(document, offset) ? markAt(document, marks, offset) : null;
  if (!marks || !mark || mark.name === '') return null;
  const span = { start: mark.span.start - marks[mark.kind].length, end: mark.span.end };
  if (mark.kind === 'file') return makeHover(document, `${label} adds the file \`${mark.name}\` to the prompt.`, span);
  const said = toolInWords(mark.name, runtime, report);
  return said === null ? null : makeHover(document, said, span);
}

/** Null for a name that only the editor can know: of an MCP server, or another extension. */
function toolInWords(name: string, { tools, label }: Runtime, report: LoadReport): string | null {
  const doc = tools.all.find(({ value }) => value === name);
  const [canonical] = coveredBy(tools, name);
  const today = canonical && tools.own(canonical);
  const about = doc ? doc.description : today ? `Another name for \`${today}\`.` : null;
  const granted = grantedTools(report);
  const isListed = !granted || granted.inherits || granted.names.some((each) => gives(each, name));
  const missing = isListed ? [] : [`It is not in \`tools\`, so the agent cannot use it in ${label}.`];
  if (about === null && missing.length === 0) return null;
  return [`**${name}**${about === null ? '' : ` — ${about}`}`, ...missing].join('\n\n');
}

/** Whether a name in a list gives a tool: its own, that of its set, or all tools of its server. */
function gives(listed: string, name: string): boolean {
  return listed === name || name.startsWith(`${listed.replace(/\/\*$/, '')}/`);
}

/** The mark whose name the offset is in, or right behind. */
function markAt({ text, body }: AgentDocument, marks: PromptMarks, offset: number): MarkAt | null {
  const from = Math.max(body.start, text.lastIndexOf('\n', offset - 1) + 1, offset - WINDOW);
  let start = offset;
  while (start > from && isPartOfMark(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < offset + WINDOW && isPartOfMark(text.charAt(end))) end++;
  const word = text.slice(start, end);
  for (const kind of ['tool', 'file'] as const) {
    const mark = marks[kind];
    if (!word.startsWith(mark) || offset < start + mark.length) continue;
    // A period or a colon after it belongs to the sentence.
    const name = word.slice(mark.length).replace(/[.:,]+$/, '');
    return { kind, name, span: { start: start + mark.length, end: start + mark.length + name.length } };
  }
  return null;
}

function isPartOfMark(character: string): boolean {
  return /[\w#:./*~@+-]/.test(character);
}

/** Not in code: there a mark is none. */
function isInProse(document: AgentDocument, offset: number): boolean {
  const { text, body, markdown } = document;
  if (offset < body.start || isInFence(markdown, offset)) return false;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - WINDOW);
  return (text.slice(lineStart, offset).split('`').length - 1) % 2 === 0;
}

/** The marks themselves, once one has begun: a single `#` begins a heading too. */
function beginnings(
  document: AgentDocument,
  marks: PromptMarks,
  offset: number,
  { kind }: Trigger,
): CompletionItem[] | null {
  const before = document.text.slice(Math.max(document.body.start, offset - WINDOW), offset);
  const written = /(?:^|[\s([{"'])(#[a-z]*)$/.exec(before)?.[1];
  if (written === undefined || (written === '#' && kind !== 'asked')) return null;
  const edit = editAt(document, { start: offset - written.length, end: offset });
  const matching = [marks.tool, marks.file].filter((mark) => mark.startsWith(written));
  return matching.map((mark, index) => ({
    label: mark,
    kind: CompletionItemKind.Keyword,
    sortText: orderedBy(index),
    filterText: mark,
    textEdit: edit(mark),
  }));
}

/** The agent's own first, those of servers among them. */
function toolItems(document: AgentDocument, { tools }: Runtime, report: LoadReport, span: Span): CompletionItem[] {
  const docs = new Map(tools.all.map(({ value, description }) => [value, description]));
  const own = (grantedTools(report)?.names ?? []).filter((name) => !name.includes('*'));
  const edit = editAt(document, span);
  return [...new Set([...own, ...docs.keys()])].map((name, index) => ({
    label: name,
    kind: CompletionItemKind.Function,
    sortText: orderedBy(index),
    textEdit: edit(name),
    ...(docs.has(name) ? { documentation: docs.get(name) ?? '' } : {}),
  }));
}

/** Of the folder that is written so far. */
async function fileItems(
  document: AgentDocument,
  { span }: MarkAt,
  offset: number,
  listFolder: ListFolder,
): Promise<CompletionItem[]> {
  const written = document.text.slice(span.start, offset);
  const folder = written.slice(0, written.lastIndexOf('/') + 1);
  const edit = editAt(document, { start: span.start + folder.length, end: Math.max(offset, span.end) });
  const entries = (await listFolder(folder)) ?? [];
  const shown = entries.filter(({ name, kind }) => kind !== 'other' && !/[\s#]/.test(name)).slice(0, MOST_FILES);
  return shown.map(({ name, kind }) => {
    const isFolder = kind === 'folder';
    const text = isFolder ? `${name}/` : name;
    const itemKind = isFolder ? CompletionItemKind.Folder : CompletionItemKind.File;
    return { label: text, kind: itemKind, sortText: `${isFolder ? 1 : 0}${name}`, textEdit: edit(text) };
  });
}
