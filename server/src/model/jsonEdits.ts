// Minimal edits of JSON: add or remove an entry with its comma, and leave the rest of the layout alone.
import type { Span } from '../util/text.ts';
import type { JsonDocument, JsonList, JsonObject, JsonProperty, JsonValue } from './json.ts';
import type { TextEdit } from './problem.ts';

/** Removes the entry that counts for a key. */
export function removeProperty({ span, properties }: JsonObject, key: string): TextEdit {
  const index = properties.findLastIndex((property) => property.key === key);
  return remove(span, properties.map(spanOfProperty), index);
}

/** Removes one item. */
export function removeItem(list: JsonList, index: number): TextEdit {
  return remove(
    list.span,
    list.items.map(({ span }) => span),
    index,
  );
}

/** Adds a property before all others. */
export function prependProperty({ text }: JsonDocument, object: JsonObject, key: string, value: JsonValue): TextEdit {
  const entry = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const start = object.span.start + 1;
  const first = object.properties[0];
  if (!first) return { span: inside(object.span), newText: ` ${entry} ` };
  const layout = text.slice(start, first.keySpan.start);
  return { span: { start, end: start }, newText: `${layout}${entry},` };
}

/** Adds items after the existing ones, in the layout of the last one. */
export function appendItems({ text }: JsonDocument, list: JsonList, values: readonly JsonValue[]): TextEdit {
  const written = values.map((value) => JSON.stringify(value));
  const last = list.items.at(-1);
  if (!last) return { span: inside(list.span), newText: written.join(', ') };
  const before = list.items.at(-2)?.span.end ?? list.span.start;
  const layout = /\s*$/.exec(text.slice(before + 1, last.span.start))?.[0] ?? '';
  const gap = layout === '' && list.items.length === 1 ? ' ' : layout;
  const at = last.span.end;
  return { span: { start: at, end: at }, newText: written.map((value) => `,${gap}${value}`).join('') };
}

function spanOfProperty({ keySpan, value }: JsonProperty): Span {
  return { start: keySpan.start, end: value.span.end };
}

/** Between the brackets. */
function inside({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
}

function remove(whole: Span, entries: readonly Span[], index: number): TextEdit {
  const [before, entry, after] = [entries[index - 1], entries[index], entries[index + 1]];
  if (!entry) return { span: { start: whole.start, end: whole.start }, newText: '' };
  if (after) return { span: { start: entry.start, end: after.start }, newText: '' };
  return { span: before ? { start: before.end, end: entry.end } : inside(whole), newText: '' };
}
