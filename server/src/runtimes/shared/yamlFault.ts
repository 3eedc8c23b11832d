// What makes a text no valid YAML, for people: plain words in place of the grammar's, and enough characters to look at.
import type { YamlError } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';

export interface YamlFault {
  /** Without a final period. */
  readonly message: string;
  readonly span: Span;
}

const PLAIN: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a value without quotes has a colon and a space in it',
  TAB_AS_INDENT: 'a tab indents this line',
  BAD_DQ_ESCAPE: 'a backslash in double quotes starts no escape',
  MISSING_CHAR: 'a quote, a bracket or a colon is missing',
  BAD_ALIAS: 'an alias has no name',
};

/** In UTF-16 units: of longer lines the beginning is shown. */
const LONGEST_LINE = 200;

/** An error often points at one character: the rest of its line in `source` is what one has to look at. */
export function plainFault({ code, message, span: { start, end } }: YamlError, source: string): YamlFault {
  const lineEnd = source.slice(start, start + LONGEST_LINE).search(/[\r\n]|$/);
  const span = { start, end: Math.max(end, start + lineEnd) };
  return { message: PLAIN[code] ?? message.replace(/[.:]$/, ''), span };
}
