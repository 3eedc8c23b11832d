// Hover for runtimes other than Claude Code: on keys, and on the fence and the name what the runtime does with the file.
import type { Hover } from 'vscode-languageserver-types';
import { cursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import type { ForeignLoad } from '../rules/events.ts';
import { runtimeInWords, statementsOf } from '../runtimes/causes.ts';
import { nestedFields } from '../runtimes/nestedFields.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { contains, type Span } from '../util/text.ts';
import { fieldMarkdown } from './fieldDocs.ts';
import { toRange } from './range.ts';

export function runtimeHover(document: AgentDocument, foreign: ForeignLoad, offset: number): Hover | null {
  const { frontMatter, keyLines } = document;
  if (frontMatter.state === 'missing') return null;
  const fence = { start: frontMatter.open.start, end: frontMatter.open.start + 3 };
  if (contains(fence, offset)) return makeHover(document, explainForeign(foreign), fence);
  const line = keyLines.find(({ keySpan }) => contains(keySpan, offset));
  const field = line && foreign.runtime.fields.get(line.key);
  if (!line) return nestedHover(document, foreign.runtime, offset);
  if (!field) return null;
  const report = field.role === 'name' ? `\n\n---\n\n${explainForeign(foreign)}` : '';
  return makeHover(document, fieldMarkdown(field, foreign.runtime) + report, line.keySpan);
}

/** A key inside a field whose declaration specifies its keys. */
function nestedHover(document: AgentDocument, { fields }: Runtime, offset: number): Hover | null {
  const place = cursorPlace(document.text, offset);
  if (place?.in !== 'key') return null;
  const [top = '', ...below] = place.path;
  const field = fields.get(top);
  const key = document.text.slice(place.span.start, place.span.end);
  const nested = field && nestedFields(field, below).find((each) => each.key === key);
  if (!nested) return null;
  const values = nested.values.map((value) => `\`${value}\``).join(', ');
  const shown = [`**${[...place.path, key].join('.')}** — ${nested.description}`, values && `Values: ${values}`];
  return makeHover(document, shown.filter((part) => part !== '').join('\n\n'), place.span);
}

/** The report of a runtime as Markdown. */
export function explainForeign({ runtime, report }: ForeignLoad): string {
  const heading = `What ${runtimeInWords(runtime)} does with this file:`;
  return [
    heading,
    statementsOf(report, runtime)
      .map((statement) => `- ${statement}`)
      .join('\n'),
  ].join('\n\n');
}

function makeHover(document: AgentDocument, value: string, span: Span): Hover {
  return { contents: { kind: 'markdown', value }, range: toRange(document, span) };
}
