// Which top-level values make the YAML unreadable and become readable when put in quotes.
import type { AgentDocument } from '../../model/document.ts';
import { readPlainly } from '../../model/frontmatter.ts';
import type { Fix } from '../../model/problem.ts';
import { parseYaml } from '../../model/yaml.ts';
import { type Span, slice } from '../../util/text.ts';
import { quoted, quoteValueFix, replace } from './values.ts';

export interface ValueToQuote {
  readonly key: string;
  readonly span: Span;
}

/** A value that stands on its key's line, whatever its line end. */
const LINE = /^([^\s:#'"-][^:]{0,100}):[ \t]+(\S.*?)[ \t\r]*$/;

/**
 * The single-line values that readers of YAML do not take as they are, and that are the file's only YAML errors: with
 * them quoted the whole front matter reads. Empty where quoting does not help.
 */
export function valuesToQuote({ text, frontMatter }: AgentDocument): ValueToQuote[] {
  if (frontMatter.state !== 'present') return [];
  const { inner } = frontMatter;
  const found: ValueToQuote[] = [];
  const lines: string[] = [];
  let offset = inner.start;
  for (const line of text.slice(inner.start, inner.end).split('\n')) {
    const match = LINE.exec(line);
    const key = match?.[1];
    const value = match?.[2];
    if (key && value && !isQuoted(value) && !readsAlone(`${key}: ${value}`)) {
      const start = offset + line.indexOf(value, key.length + 1);
      found.push({ key, span: { start, end: start + value.length } });
      lines.push(`${key}: ${quoted(value)}`);
    } else {
      lines.push(line.replace(/\r$/, ''));
    }
    offset += line.length + 1;
  }
  return found.length > 0 && parseYaml(lines.join('\n')).errors.length === 0 ? found : [];
}

/** The quotes, or for a list that was not closed its bracket: quotes would make one strange text of it. */
export function readableValueFix(document: AgentDocument, span: Span): Fix | undefined {
  const value = slice(document.text, span);
  if (!value.startsWith('[') || value.includes(']')) return quoteValueFix(document, span);
  const end = { start: span.end, end: span.end };
  return { title: 'Close the bracket', kind: 'suggestion', edits: [replace(end, ']')] };
}

function readsAlone(line: string): boolean {
  return readPlainly(line).ok && parseYaml(line).errors.length === 0;
}

function isQuoted(value: string): boolean {
  return /^(["']).*\1$/.test(value);
}
