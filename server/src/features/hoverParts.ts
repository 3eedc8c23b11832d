// What hovers of every runtime are made of.
import type { Hover } from 'vscode-languageserver-types';
import { cursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Field } from '../runtimes/fields.ts';
import { nestedFields } from '../runtimes/nestedFields.ts';
import { type Span, slice } from '../util/text.ts';
import { toRange } from './range.ts';

export function makeHover(document: AgentDocument, markdown: string, span: Span): Hover {
  return { contents: { kind: 'markdown', value: markdown }, range: toRange(document, span) };
}

/** A key inside a field whose declaration specifies its keys. `fieldCalled` answers the field of a top-level key. */
export function nestedHover(
  document: AgentDocument,
  offset: number,
  fieldCalled: (key: string) => Field | undefined,
): Hover | null {
  const place = cursorPlace(document.text, offset);
  if (place?.in !== 'key') return null;
  const [top = '', ...below] = place.path;
  const field = fieldCalled(top);
  const key = slice(document.text, place.span);
  const nested = field && nestedFields(field, below).find((each) => each.key === key);
  if (!nested) return null;
  const values = nested.values.map((value) => `\`${value}\``).join(', ');
  const parts = [`**${[...place.path, key].join('.')}** — ${nested.description}`, values && `Values: ${values}`];
  return makeHover(document, parts.filter((part) => part !== '').join('\n\n'), place.span);
}
