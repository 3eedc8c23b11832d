// The edits that fixes are made of: strings in quotes, replacements, line endings.

import type { AgentDocument } from '../model/document.ts';
import type { Fix, TextEdit } from '../model/problem.ts';
import { type Span, slice } from '../util/text.ts';

/**
 * A string as a quoted YAML value with the same meaning: double quotes, or single quotes if double quotes would need
 * escapes. The string must be a single line.
 */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** A text as a YAML string: in quotes where it would be something else without. The text must be a single line. */
export function yamlString(text: string): string {
  return /^[A-Za-z][\w ,./…-]*$/.test(text) && !/^(?:true|false|null)$/i.test(text) ? text : quoted(text);
}

export function replace(span: Span, newText: string): TextEdit {
  return { span, newText };
}

/** Quotes the value as written; undefined if it spans several lines and cannot be quoted as is. */
export function quoteValueFix(document: AgentDocument, span: Span): Fix | undefined {
  const written = slice(document.text, span);
  if (written === '' || /[\r\n]/.test(written)) return undefined;
  return { title: 'Quote the value', kind: 'safe', edits: [replace(span, quoted(written))] };
}

/** The line ending the file uses: the first one in it. */
export function lineBreakOf(document: AgentDocument): string {
  return /\r?\n/.exec(document.text)?.[0] ?? '\n';
}
