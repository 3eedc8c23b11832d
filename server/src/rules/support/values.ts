// Shared by front matter rules: scalars, quoting, and edits that replace, rename, or insert.

import type { AgentDocument } from '../../model/document.ts';
import type { Fix, TextEdit } from '../../model/problem.ts';
import { resolveAlias, type YamlNode, type YamlScalar } from '../../model/yaml.ts';
import type { FieldEntry, LoadScope } from '../../runtimes/dialect.ts';
import { fileStem, isReadme } from '../../util/fileStem.ts';
import { type Span, slice } from '../../util/text.ts';

export function scalarOf(node: YamlNode | null): YamlScalar | null {
  const resolved = resolveAlias(node);
  return resolved?.kind === 'scalar' ? resolved : null;
}

/** The span to underline for an entry: its value, or its key if it has none. */
export function valueOrKeySpan(entry: FieldEntry): Span {
  return entry.valueSpan.end > entry.valueSpan.start ? entry.valueSpan : entry.keySpan;
}

/** A description of a value that follows "is": `the number 42`, `a list`. */
export function describeValue(node: YamlNode | null): string {
  const value = resolveAlias(node);
  if (!value) return 'empty';
  if (value.kind === 'map') return 'a mapping';
  if (value.kind === 'sequence') return 'a list';
  if (value.kind === 'alias') return 'an alias without an anchor';
  switch (typeof value.value) {
    case 'string':
      return value.value.trim() === '' ? 'empty' : 'a string';
    case 'boolean':
      return `the boolean ${value.value}`;
    case 'object':
      return 'empty';
    default:
      return `the number ${value.value}`;
  }
}

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

/** What happens to an agent whose front matter is not read, phrased to end a sentence. */
export function lostOutcome(uri: string, scope: LoadScope): string {
  if (scope === 'project') return 'the agent will not load';
  return `the agent loads as \`${fileStem(uri)}\` without any of its fields and gets every tool`;
}

/** What happens to an agent without front matter, phrased to continue and end a sentence. */
export function noFrontMatter(scope: LoadScope, stem: string): string {
  return scope === 'plugin'
    ? `so the plugin agent loads as \`${stem}\` without any fields and gets every tool.`
    : 'so Claude Code treats the file as documentation and skips it.';
}

/** The line ending the file uses: the first one in it. */
export function lineBreakOf(document: AgentDocument): string {
  return /\r?\n/.exec(document.text)?.[0] ?? '\n';
}

export { fileStem, isReadme };
