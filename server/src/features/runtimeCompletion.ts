// Completion in the front matter for runtimes other than Claude Code: keys, values, tools, and models from their
// declaration.
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { type CursorPlace, cursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Field, ValueDoc } from '../runtimes/fields.ts';
import { nestedFields } from '../runtimes/nestedFields.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { Span } from '../util/text.ts';
import { fieldMarkdown, valueMarkdown } from './fieldDocs.ts';
import { toRange } from './range.ts';

type KeyPlace = Extract<CursorPlace, { in: 'key' }>;
type ValuePlace = Extract<CursorPlace, { in: 'value' }>;

export function runtimeCompletion(
  document: AgentDocument,
  runtime: Runtime,
  offset: number,
  { snippets, agentNames = [] }: { readonly snippets: boolean; readonly agentNames?: readonly string[] },
): CompletionItem[] {
  const place = cursorPlace(document.text, offset);
  const names = place && agentItems(document, runtime, place, agentNames);
  if (names) return names;
  if (place?.in === 'key') return keyItems(document, runtime, place, snippets);
  return place ? valueItems(document, runtime, place) : [];
}

/** The missing keys, required ones first. */
function keyItems(document: AgentDocument, runtime: Runtime, place: KeyPlace, snippets: boolean): CompletionItem[] {
  if (place.path.length > 0) return [...listItems(document, runtime, place), ...nestedItems(document, runtime, place)];
  const current = document.text.slice(place.span.start, place.span.end);
  const written = new Set(document.keyLines.map(({ key }) => key));
  const open = runtime.fields.all.filter(({ key }) => key === current || !written.has(key));
  return open.map((field, index) => keyItem(field, index, { document, runtime, place, snippets }));
}

interface KeyContext {
  readonly document: AgentDocument;
  readonly runtime: Runtime;
  readonly place: KeyPlace;
  readonly snippets: boolean;
}

function keyItem(field: Field, index: number, { document, runtime, place, snippets }: KeyContext): CompletionItem {
  const value = field.snippet ?? '';
  const withValue = value.startsWith('\n') ? `${field.key}:${value}` : `${field.key}: ${value}`;
  const useSnippet = snippets && !place.hasColon;
  const newText = useSnippet ? withValue : place.hasColon ? field.key : `${field.key}: `;
  return {
    label: field.key,
    kind: CompletionItemKind.Property,
    detail: field.required ? 'required' : `takes ${field.shape}`,
    documentation: { kind: 'markdown', value: fieldMarkdown(field, runtime) },
    sortText: `${field.required ? 0 : 1}${String(index).padStart(3, '0')}`,
    insertTextFormat: useSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(document, place.span), newText },
  };
}

/** Where a field holds names of agents: those of the workspace, and those that are always there. Null elsewhere. */
function agentItems(
  document: AgentDocument,
  { naming }: Runtime,
  place: CursorPlace,
  agentNames: readonly string[],
): CompletionItem[] | null {
  if (!naming?.fields.includes(place.path.join('.')) || (place.in === 'key' && !place.item)) return null;
  const isList = place.path.length === 1;
  const space = place.in === 'value' && place.needsBlank ? ' ' : '';
  const span = place.in === 'value' && isList ? place.word : place.span;
  return [...agentNames, ...naming.builtIn].map((name, index) => ({
    label: name,
    kind: CompletionItemKind.Reference,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range: toRange(document, span), newText: space + name },
  }));
}

/** A tool list item: a bare name looks like a key that is being typed. */
function listItems(document: AgentDocument, runtime: Runtime, place: KeyPlace): CompletionItem[] {
  const field = place.item ? runtime.fields.get(place.path.at(-1) ?? '') : undefined;
  return field && takesNames(field) ? items(document, field, runtime.tools.all, place.span, '') : [];
}

/** A list of tools, and not a mapping or a list of mappings. */
function takesNames(field: Field): boolean {
  return (field.role === 'tools.allow' || field.role === 'tools.deny') && nestedFields(field, []).length === 0;
}

/** Keys inside a field whose declaration specifies them. */
function nestedItems(document: AgentDocument, runtime: Runtime, place: KeyPlace): CompletionItem[] {
  const [top = '', ...below] = place.path;
  const field = runtime.fields.get(top);
  return (field ? nestedFields(field, below) : []).map(({ key, description, opensBlock }, index) => ({
    label: key,
    kind: CompletionItemKind.Property,
    documentation: description,
    sortText: String(index).padStart(3, '0'),
    textEdit: {
      range: toRange(document, place.span),
      newText: place.hasColon ? keyAsWritten(key) : `${keyAsWritten(key)}:${opensBlock ? '' : ' '}`,
    },
  }));
}

/** `*` begins an alias in YAML. */
function keyAsWritten(key: string): string {
  return key === '*' ? '"*"' : key;
}

function nestedValues(runtime: Runtime, { key, path }: ValuePlace): readonly string[] {
  const [top = '', ...around] = path.slice(0, -1);
  const field = runtime.fields.get(top);
  return (field && nestedFields(field, around).find((nested) => nested.key === key)?.values) ?? [];
}

function valueItems(document: AgentDocument, runtime: Runtime, place: ValuePlace): CompletionItem[] {
  const field = runtime.fields.get(place.path[0] ?? place.key);
  if (!field) return [];
  const space = place.needsBlank ? ' ' : '';
  if (place.path.length > 1) {
    const nested = nestedValues(runtime, place).map((value) => ({ value, description: '' }));
    return items(document, field, nested, place.span, space);
  }
  if (takesNames(field)) return items(document, field, runtime.tools.all, place.word, space);
  const values = field.role === 'model' ? runtime.models : (field.values ?? []);
  return items(document, field, values, place.span, space);
}

function items(
  document: AgentDocument,
  field: Field,
  values: readonly ValueDoc[],
  span: Span,
  space: string,
): CompletionItem[] {
  return values.map((value, index) => ({
    label: value.value,
    kind: CompletionItemKind.EnumMember,
    documentation: { kind: 'markdown', value: valueMarkdown(field, value) },
    sortText: String(index).padStart(3, '0'),
    textEdit: { range: toRange(document, span), newText: space + value.value },
  }));
}
