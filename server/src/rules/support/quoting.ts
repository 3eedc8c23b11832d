// Which top-level values make the YAML unreadable and become readable when put in quotes.

import type { AgentDocument } from '../../model/document.ts';
import { readPlainly } from '../../model/frontmatter.ts';
import type { Span } from '../../util/text.ts';
import { quoted } from './values.ts';

export interface ValueToQuote {
  readonly key: string;
  readonly span: Span;
}

/** A value that stands on its key's line, whatever its line end. */
const LINE = /^([^\s:#'"-][^:]{0,100}):[ \t]+(\S.*?)[ \t\r]*$/;

/**
 * The single-line values that no YAML reader takes as they are, and that are the file's only YAML errors: with them
 * quoted the whole front matter reads. Empty where quoting does not help.
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
    if (key && value && !isQuoted(value) && !readPlainly(`${key}: ${value}`).ok) {
      const start = offset + line.indexOf(value, key.length + 1);
      found.push({ key, span: { start, end: start + value.length } });
      lines.push(`${key}: ${quoted(value)}`);
    } else {
      lines.push(line.replace(/\r$/, ''));
    }
    offset += line.length + 1;
  }
  return found.length > 0 && readPlainly(lines.join('\n')).ok ? found : [];
}

function isQuoted(value: string): boolean {
  return /^(["']).*\1$/.test(value);
}
