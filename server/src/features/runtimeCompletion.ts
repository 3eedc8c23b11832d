// Completion in the front matter for runtimes other than Claude Code: keys, values, tools, and models from their
// declaration.
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { type CursorPlace, cursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Field, ValueDoc } from '../runtimes/fields.ts';
import { nestedFields } from '../runtimes/nestedFields.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { Span } from '../util/text.ts';
import type { ListRequest, OfferedItems } from './completionList.ts';
import {
  editAt,
  type KeyPlace,
  missingKeyItems,
  nestedKeyItems,
  nestedValues,
  orderedBy,
  type ValuePlace,
} from './fieldCompletion.ts';
import { valueMarkdown } from './fieldDocs.ts';
import { snippetItems } from './snippetCompletion.ts';
import { snippetVariables } from './snippets/variables.ts';

export interface RuntimeListRequest extends Omit<ListRequest, 'clientCompletes' | 'ownHeadings'> {
  readonly agentNames?: readonly string[];
}

/** Names, keys, values, and snippets at a cursor. */
export function runtimeCompletionList(
  document: AgentDocument,
  runtime: Runtime,
  offset: number,
  request: RuntimeListRequest,
): OfferedItems {
  const { snippets: tabStops, trigger, today } = request;
  const variables = snippetVariables(document.uri, today, runtime);
  const parts = snippetItems(document, offset, { runtime, trigger, variables, tabStops });
  // Editors filter the other items themselves; for a snippet they ask again as it is typed.
  return {
    items: [...runtimeCompletion(document, runtime, offset, request), ...parts],
    isIncomplete: parts.length > 0,
  };
}

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

function keyItems(document: AgentDocument, runtime: Runtime, place: KeyPlace, snippets: boolean): CompletionItem[] {
  if (place.path.length === 0) return missingKeyItems(document, runtime, place, { snippets });
  return [...listItems(document, runtime, place), ...nestedKeyItems(document, runtime.fields, place)];
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
  const edit = editAt(document, place.in === 'value' && isList ? place.word : place.span);
  return [...agentNames, ...naming.builtIn].map((name, index) => ({
    label: name,
    kind: CompletionItemKind.Reference,
    sortText: orderedBy(index),
    textEdit: edit(space + name),
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

function valueItems(document: AgentDocument, runtime: Runtime, place: ValuePlace): CompletionItem[] {
  const field = runtime.fields.get(place.path[0] ?? place.key);
  if (!field) return [];
  const space = place.needsBlank ? ' ' : '';
  if (place.path.length > 1) {
    const nested = nestedValues(runtime.fields, place).map((value) => ({ value, description: '' }));
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
  const edit = editAt(document, span);
  return values.map((value, index) => ({
    label: value.value,
    kind: CompletionItemKind.EnumMember,
    documentation: { kind: 'markdown', value: valueMarkdown(field, value) },
    sortText: orderedBy(index),
    textEdit: edit(space + value.value),
  }));
}
