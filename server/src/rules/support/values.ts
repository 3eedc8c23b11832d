// What front matter rules share: scalar texts, quoting, and edits that replace, rename or insert.
import type { FieldEntry, LoadScope } from '../../dialects/dialect.ts';
import type { AgentDocument } from '../../model/document.ts';
import type { Fix, TextEdit } from '../../model/problem.ts';
import { resolveAlias, type YamlNode, type YamlScalar } from '../../model/yaml.ts';
import { fileStem } from '../../util/fileStem.ts';
import { type Span, slice } from '../../util/text.ts';

export function scalarOf(node: YamlNode | null): YamlScalar | null {
  const resolved = resolveAlias(node);
  return resolved?.kind === 'scalar' ? resolved : null;
}

/** The span to underline for an entry: its value, or its key where no value is written. */
export function valueOrKeySpan(entry: FieldEntry): Span {
  return entry.valueSpan.end > entry.valueSpan.start ? entry.valueSpan : entry.keySpan;
}

/** What a value is, in words that follow "is": `the number 42`, `a list`. */
export function describeValue(node: YamlNode | null): string {
  const value = resolveAlias(node);
  if (!value) return 'empty';
  if (value.kind === 'map') return 'a map (`key: value`)';
  if (value.kind === 'sequence') return 'a list';
  if (value.kind === 'alias') return 'an alias without an anchor';
  switch (typeof value.value) {
    case 'string':
      return value.value.trim() === '' ? 'empty' : 'a text';
    case 'boolean':
      return `the truth value ${value.value}`;
    case 'object':
      return 'empty';
    default:
      return `the number ${value.value}`;
  }
}

/**
 * A text as a quoted YAML value with the same meaning: double quotes, or single ones where double ones would need
 * escapes. The text must be a single line.
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

/** Puts the value in quotes as it is written; undefined where it spans lines and so cannot be quoted as it is. */
export function quoteValueFix(document: AgentDocument, span: Span): Fix | undefined {
  const written = slice(document.text, span);
  if (written === '' || /[\r\n]/.test(written)) return undefined;
  return { title: 'Quote the value', kind: 'safe', edits: [replace(span, quoted(written))] };
}

/** What becomes of an agent whose front matter is not read, in words that end a sentence. */
export function lostOutcome(uri: string, scope: LoadScope): string {
  if (scope === 'project') return 'the agent will not load';
  return `the agent loads as \`${fileStem(uri)}\` with every field lost, so it has all tools`;
}

/** What becomes of an agent without front matter, in words that go on with a sentence and end it. */
export function noFrontMatter(scope: LoadScope, stem: string): string {
  return scope === 'plugin'
    ? `so the plugin’s agent loads as \`${stem}\` with none of its fields, and has every tool.`
    : 'so Claude Code takes the file for documentation: the agent does not exist, and nothing says so.';
}

/** The line break the file uses: the first one in it. */
export function lineBreakOf(document: AgentDocument): string {
  return /\r?\n/.exec(document.text)?.[0] ?? '\n';
}

export { fileStem };

/** A folder's README is documentation: Claude Code skips it, and its author means it to. */
export function isReadme(uri: string): boolean {
  return /(?:^|\/)readme\.md$/i.test(uri);
}
