// Completion in the front matter: keys with their values, values, tool names, hook events, and nested fields.

import { type CompletionItem, CompletionItemKind, CompletionItemTag, type TextEdit } from 'vscode-languageserver-types';
import { cursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Field, ValueDoc } from '../runtimes/fields.ts';
import { indexed } from '../runtimes/registry.ts';
import type { Span } from '../util/text.ts';
import {
  editAt,
  type KeyPlace,
  type MakeEdit,
  missingKeyItems,
  nestedKeyItems,
  nestedValues,
  orderedBy,
  type ValuePlace,
} from './fieldCompletion.ts';
import { valueMarkdown } from './fieldDocs.ts';
import type { SnippetVariables } from './snippets/snippet.ts';
import type { Trigger } from './trigger.ts';

export const COMPLETION_TRIGGERS = [':', ' ', '-', '[', ',', '\n', '(', '`', '"', '#', '_'];

export interface CompletionOptions {
  /** Keys whose values the client completes itself. */
  readonly clientCompletes: ReadonlySet<string>;
  readonly snippets: boolean;
  readonly trigger: Trigger;
  readonly variables: SnippetVariables;
}

export function completion(document: AgentDocument, offset: number, options: CompletionOptions): CompletionItem[] {
  const place = cursorPlace(document.text, offset);
  if (!place) return [];
  return place.in === 'key' ? completeKey(document, offset, place, options) : completeValue(document, place, options);
}

function completeKey(
  document: AgentDocument,
  offset: number,
  place: KeyPlace,
  options: CompletionOptions,
): CompletionItem[] {
  // The indentation or dash that the line above requires must be typed first, and a list would be in the way.
  if (options.trigger.character === '\n' && !isWhole(lineAbove(document.text, offset))) return [];
  if (place.path[0] === 'hooks') return hookKeyItems(document, place);
  if (place.path.length > 0) return nestedKeyItems(document, indexed.fields, place);
  return missingKeyItems(document, indexed, place, options);
}

function hookKeyItems(document: AgentDocument, { path, span, hasColon }: KeyPlace): CompletionItem[] {
  const edit = editAt(document, span);
  return hookKeys(path).map((key) => simpleItem(key, CompletionItemKind.Property, edit(hasColon ? key : `${key}: `)));
}

function hookKeys(path: readonly string[]): readonly string[] {
  if (path.length === 1) return indexed.hookEvents;
  return path.length > 2 ? HOOK_HANDLER_KEYS : ['matcher', 'hooks'];
}

const HOOK_HANDLER_KEYS = ['type', 'command', 'timeout', 'prompt', 'url', 'if', 'statusMessage'];

function completeValue(
  document: AgentDocument,
  place: ValuePlace,
  { clientCompletes, variables }: CompletionOptions,
): CompletionItem[] {
  const { key, path } = place;
  const space = place.needsBlank ? ' ' : '';
  const edit =
    (span: Span): MakeEdit =>
    (newText) =>
      editAt(document, span)(space + newText);
  if (path.length > 1) {
    const values = path[0] === 'hooks' ? hookValues(key) : nestedValues(indexed.fields, place);
    return values.map((value) => simpleItem(value, CompletionItemKind.EnumMember, edit(place.span)(value)));
  }
  if (clientCompletes.has(key)) return [];
  const field = indexed.fields.get(key);
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
function fileNameItem(name: string, edit: MakeEdit): CompletionItem {
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

function hookValues(key: string): readonly string[] {
  return key === 'type' ? indexed.hookTypes : [];
}

/** Tools that are not in the list yet. */
function toolItems(document: AgentDocument, place: ValuePlace, edit: MakeEdit): CompletionItem[] {
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
      sortText: `${tool.neverInSubagents ? 1 : 0}${orderedBy(index)}`,
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
    sortText: orderedBy(index),
    textEdit,
    ...(value.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
  };
}

function simpleItem(label: string, kind: CompletionItemKind, textEdit: TextEdit): CompletionItem {
  return { label, kind, textEdit };
}
