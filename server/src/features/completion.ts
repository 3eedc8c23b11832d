// Completion in the front matter: keys with their values, values, tool names, hook events, and nested fields.

import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type TextEdit,
} from 'vscode-languageserver-types';
import { type CursorPlace, cursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Field, ValueDoc } from '../runtimes/fields.ts';
import type { IndexedRuntime } from '../runtimes/indexed.ts';
import { nestedFields } from '../runtimes/nestedFields.ts';
import { indexed } from '../runtimes/registry.ts';
import type { Span } from '../util/text.ts';
import { fieldMarkdown, valueMarkdown } from './fieldDocs.ts';
import { toRange } from './range.ts';
import { fillVariables, type SnippetVariables } from './snippets/snippet.ts';
import type { Trigger } from './trigger.ts';

export const COMPLETION_TRIGGERS = [':', ' ', '-', '[', ',', '\n', '(', '`', '"', '#', '_'];

export interface CompletionOptions {
  /** Keys whose values the client completes itself. */
  readonly clientCompletes: ReadonlySet<string>;
  readonly snippets: boolean;
  readonly trigger: Trigger;
  readonly variables: SnippetVariables;
}

type MakeEdit = (newText: string) => TextEdit;
type KeyPlace = Extract<CursorPlace, { in: 'key' }>;
type ValuePlace = Extract<CursorPlace, { in: 'value' }>;

export function completion(
  document: AgentDocument,
  runtime: IndexedRuntime,
  offset: number,
  options: CompletionOptions,
): CompletionItem[] {
  const place = cursorPlace(document.text, offset);
  if (!place) return [];
  return place.in === 'key'
    ? completeKey(document, runtime, offset, place, options)
    : completeValue(document, runtime, place, options);
}

function completeKey(
  document: AgentDocument,
  runtime: IndexedRuntime,
  offset: number,
  place: KeyPlace,
  options: CompletionOptions,
): CompletionItem[] {
  // The indentation or dash that the line above requires must be typed first, and a list would be in the way.
  if (options.trigger.character === '\n' && !isWhole(lineAbove(document.text, offset))) return [];
  const edit = editAt(document, place.span);
  if (place.path.length > 0) return nestedKeyItems(runtime, place, edit);
  const current = document.text.slice(place.span.start, place.span.end);
  const written = new Set(document.keyLines.map(({ key }) => key));
  return runtime.fields.all
    .filter(({ key }) => key === current || !written.has(key))
    .map((field, index) => keyItem(field, index, place, runtime, edit, options));
}

function keyItem(
  field: Field,
  index: number,
  place: KeyPlace,
  runtime: IndexedRuntime,
  edit: (newText: string) => TextEdit,
  { snippets, variables }: CompletionOptions,
): CompletionItem {
  const value = fillVariables(field.snippet ?? '', variables);
  // If a colon follows, only the key changes; a value that starts on the next line takes no space after the colon.
  const withValue = value.startsWith('\n') ? `${field.key}:${value}` : `${field.key}: ${value}`;
  const useSnippet = snippets && !place.hasColon;
  const plain = place.hasColon ? field.key : `${field.key}: `;
  return {
    label: field.key,
    kind: CompletionItemKind.Property,
    detail: field.readBy ? `${field.readBy} format` : field.required ? 'required' : `takes ${field.shape}`,
    documentation: { kind: 'markdown', value: fieldMarkdown(field, runtime) },
    sortText: `${field.required ? 0 : field.readBy ? 2 : 1}${String(index).padStart(3, '0')}`,
    insertTextFormat: useSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: edit(useSnippet ? withValue : plain),
  };
}

/** Keys inside `hooks` and inside fields whose declaration specifies their keys. */
function nestedKeyItems(runtime: IndexedRuntime, { path, hasColon }: KeyPlace, edit: MakeEdit): CompletionItem[] {
  const [top = '', ...below] = path;
  const item = (key: string, after: string, more: Partial<CompletionItem> = {}): CompletionItem => ({
    ...simpleItem(key, CompletionItemKind.Property, edit(hasColon ? key : `${key}:${after}`)),
    ...more,
  });
  if (top === 'hooks') return hookKeys(path).map((key) => item(key, ' '));
  const field = runtime.fields.get(top);
  return (field ? nestedFields(field, below) : []).map(({ key, description, opensBlock }, at) =>
    item(key, opensBlock ? '' : ' ', { documentation: description, sortText: String(at).padStart(3, '0') }),
  );
}

function hookKeys(path: readonly string[]): readonly string[] {
  if (path.length === 1) return indexed.hookEvents;
  return path.length > 2 ? HOOK_HANDLER_KEYS : ['matcher', 'hooks'];
}

const HOOK_HANDLER_KEYS = ['type', 'command', 'timeout', 'prompt', 'url', 'if', 'statusMessage'];
const HOOK_TYPES = ['command', 'http', 'mcp_tool', 'prompt', 'agent'];

function completeValue(
  document: AgentDocument,
  runtime: IndexedRuntime,
  place: ValuePlace,
  { clientCompletes, variables }: CompletionOptions,
): CompletionItem[] {
  const { key, path } = place;
  const blank = place.needsBlank ? ' ' : '';
  const edit = (span: Span) => (newText: string) => editAt(document, span)(blank + newText);
  if (path.length > 1)
    return nestedValues(runtime, place).map((value) =>
      simpleItem(value, CompletionItemKind.EnumMember, edit(place.span)(value)),
    );
  if (clientCompletes.has(key)) return [];
  const field = runtime.fields.get(key);
  if (!field) return [];
  if (key === 'name') return place.span.end > place.span.start ? [] : [fileNameItem(variables.name, edit(place.span))];
  if (key === 'tools' || key === 'disallowedTools') return toolItems(document, place, edit(place.word));
  const values: readonly ValueDoc[] = [
    ...(field.values ?? []).filter((value) => !('offered' in value) || value.offered),
    ...(key === 'model' ? indexed.models.ids.map((value) => ({ value, description: 'A full model ID.' })) : []),
  ];
  return values.map((value, index) => valueItem(field, value, index, edit(place.span)(value.value)));
}

/** Offered only for an empty value: someone typing a name means that name, and Enter must not replace it. */
function fileNameItem(name: string, edit: (newText: string) => TextEdit): CompletionItem {
  return { ...simpleItem(name, CompletionItemKind.Value, edit(name)), detail: 'The file name', preselect: true };
}

/** Whether an entry ends on this line, as far as the line shows: no block, list, or string continues below it. */
function isWhole(line: string): boolean {
  const value = /^[^:]*:[ \t]+(\S.*)$/.exec(line.trim())?.[1];
  if (value === undefined) return !line.trimEnd().endsWith(':');
  if (/^[|>][-+\d]{0,3}(?:[ \t]+#|$)/.test(value)) return false;
  const [first = ''] = value;
  const closing = { '"': '"', "'": "'", '[': ']', '{': '}' }[first];
  return closing === undefined || (value.length > 1 && value.endsWith(closing));
}

function lineAbove(text: string, offset: number): string {
  const end = text.lastIndexOf('\n', offset - 1);
  return end < 0 ? '' : text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

function nestedValues(runtime: IndexedRuntime, { key, path }: ValuePlace): readonly string[] {
  const [top = '', ...around] = path.slice(0, -1);
  if (top === 'hooks') return key === 'type' ? HOOK_TYPES : [];
  const field = runtime.fields.get(top);
  return field ? (nestedFields(field, around).find((nested) => nested.key === key)?.values ?? []) : [];
}

/** Tools that are not in the list yet. */
function toolItems(document: AgentDocument, place: ValuePlace, edit: (newText: string) => TextEdit): CompletionItem[] {
  const line = document.keyLines.find(({ key }) => key === place.key);
  const listed = line
    ? document.text.slice(line.valueSpan.start, place.word.start) +
      document.text.slice(place.word.end, line.valueSpan.end)
    : '';
  const taken = new Set(listed.split(/[^\w-]+/));
  return indexed.tools.all
    .filter(({ value, deprecated }) => !deprecated && !taken.has(value))
    .map((tool, index) => ({
      label: tool.value,
      kind: CompletionItemKind.Function,
      documentation: { kind: 'markdown', value: toolDocs(tool.description, tool.neverInSubagents) },
      sortText: `${tool.neverInSubagents ? 1 : 0}${String(index).padStart(3, '0')}`,
      textEdit: edit(tool.value),
    }));
}

function toolDocs(description: string, never: boolean | undefined): string {
  return never ? `${description}\n\nNever granted to subagents, even if listed.` : description;
}

function valueItem(field: Field, value: ValueDoc, index: number, textEdit: TextEdit): CompletionItem {
  const hex = 'hex' in value ? String(value.hex) : undefined;
  return {
    label: value.value,
    kind: hex ? CompletionItemKind.Color : CompletionItemKind.EnumMember,
    // VS Code shows a swatch if the documentation of a color item is its hex code.
    documentation: hex ?? { kind: 'markdown', value: valueMarkdown(field, value) },
    sortText: String(index).padStart(3, '0'),
    textEdit,
    ...(value.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
  };
}

function simpleItem(label: string, kind: CompletionItemKind, textEdit: TextEdit): CompletionItem {
  return { label, kind, textEdit };
}

function editAt(document: AgentDocument, span: Span) {
  return (newText: string): TextEdit => ({ range: toRange(document, span), newText });
}
