// What completion of fields is for every runtime, from the declarations: missing keys, and what mappings take inside.
import { type CompletionItem, CompletionItemKind, InsertTextFormat, type TextEdit } from 'vscode-languageserver-types';
import type { CursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Field, FieldTable } from '../runtimes/fields.ts';
import { nestedFields } from '../runtimes/nestedFields.ts';
import type { Span } from '../util/text.ts';
import { type DocumentedRuntime, fieldMarkdown } from './fieldDocs.ts';
import { toRange } from './range.ts';
import { fillVariables, type SnippetVariables } from './snippets/snippet.ts';

export type KeyPlace = Extract<CursorPlace, { in: 'key' }>;
export type ValuePlace = Extract<CursorPlace, { in: 'value' }>;
export type MakeEdit = (newText: string) => TextEdit;

export function editAt(document: AgentDocument, span: Span): MakeEdit {
  return (newText) => ({ range: toRange(document, span), newText });
}

/** Keeps the order of a list in an editor, which sorts by these. */
export function orderedBy(index: number): string {
  return String(index).padStart(3, '0');
}

export interface KeyOptions {
  readonly snippets: boolean;
  /** What snippets of fields are filled in with. */
  readonly variables?: SnippetVariables;
}

/** The missing keys at the top level, required ones first and those of other formats last. */
export function missingKeyItems(
  document: AgentDocument,
  runtime: DocumentedRuntime & { readonly fields: FieldTable },
  place: KeyPlace,
  options: KeyOptions,
): CompletionItem[] {
  const current = document.text.slice(place.span.start, place.span.end);
  const written = new Set(document.keyLines.map(({ key }) => key));
  const edit = editAt(document, place.span);
  return runtime.fields.all
    .filter(({ key }) => key === current || !written.has(key))
    .map((field, index) => ({
      label: field.key,
      kind: CompletionItemKind.Property,
      detail: field.readBy ? `${field.readBy} format` : field.required ? 'required' : `takes ${field.shape}`,
      documentation: { kind: 'markdown', value: fieldMarkdown(field, runtime) },
      sortText: `${field.required ? 0 : field.readBy ? 2 : 1}${orderedBy(index)}`,
      ...keyEdit(field, place, edit, options),
    }));
}

/** If a colon follows, only the key changes; a value that starts on the next line takes no space after the colon. */
function keyEdit({ key, snippet = '' }: Field, { hasColon }: KeyPlace, edit: MakeEdit, options: KeyOptions) {
  const { snippets, variables } = options;
  if (hasColon || !snippets) {
    return { insertTextFormat: InsertTextFormat.PlainText, textEdit: edit(hasColon ? key : `${key}: `) };
  }
  const value = variables ? fillVariables(snippet, variables) : snippet;
  const newText = value.startsWith('\n') ? `${key}:${value}` : `${key}: ${value}`;
  return { insertTextFormat: InsertTextFormat.Snippet, textEdit: edit(newText) };
}

/** Keys inside a field whose declaration specifies its keys. */
export function nestedKeyItems(document: AgentDocument, fields: FieldTable, place: KeyPlace): CompletionItem[] {
  const [top = '', ...below] = place.path;
  const field = fields.get(top);
  const edit = editAt(document, place.span);
  return (field ? nestedFields(field, below) : []).map(({ key, description, opensBlock }, index) => {
    const written = keyAsWritten(key);
    return {
      label: key,
      kind: CompletionItemKind.Property,
      documentation: description,
      sortText: orderedBy(index),
      textEdit: edit(place.hasColon ? written : `${written}:${opensBlock ? '' : ' '}`),
    };
  });
}

/** `*` begins an alias in YAML. */
function keyAsWritten(key: string): string {
  return key === '*' ? '"*"' : key;
}

/** The values a key inside a field accepts; none where the declaration names none. */
export function nestedValues(fields: FieldTable, { key, path }: ValuePlace): readonly string[] {
  const [top = '', ...around] = path.slice(0, -1);
  const field = fields.get(top);
  return (field && nestedFields(field, around).find((nested) => nested.key === key)?.values) ?? [];
}
