// Which top-level values make the YAML unreadable but become readable when quoted.

import type { AgentDocument } from '../../../../model/document.ts';
import { readPlainly } from '../../../../model/frontmatter.ts';
import type { Fix, TextEdit } from '../../../../model/problem.ts';
import { parseYaml } from '../../../../model/yaml.ts';
import { quoted, quoteValueFix, replace } from '../../../../rules/edits.ts';
import { characterNames } from '../../../../util/characters.ts';
import { type Span, slice } from '../../../../util/text.ts';
import type { IndexedReading } from '../../../indexed.ts';
import { SPACES_PER_TAB } from '../../repair.ts';
import { parseRuntimeYaml } from '../../yaml/index.ts';

/** Words without special meaning to any reader. */
const PLAIN = /^[A-Za-z0-9][\w ,./()-]*$/;

export interface ValueToQuote {
  readonly key: string;
  readonly span: Span;
}

/** A value on the same line as its key, with any line ending. */
const LINE = /^([^\s:#'"-][^:]{0,100}):[ \t]+(\S.*?)[ \t\r]*$/;

/**
 * The single-line values that YAML readers reject as written and that are the only YAML errors in the file: quoting
 * them makes the whole front matter readable. Empty if quoting does not help.
 */
export function valuesToQuote(document: AgentDocument): readonly ValueToQuote[] {
  const known = remembered.get(document);
  if (known) return known;
  const found = findValuesToQuote(document);
  remembered.set(document, found);
  return found;
}

/** Several rules ask, and each line that may be to blame is read on its own. */
const remembered = new WeakMap<AgentDocument, readonly ValueToQuote[]>();

function findValuesToQuote({ text, frontMatter }: AgentDocument): ValueToQuote[] {
  if (frontMatter.state !== 'present') return [];
  const { inner } = frontMatter;
  const found: ValueToQuote[] = [];
  const lines: string[] = [];
  let offset = inner.start;
  for (const line of text.slice(inner.start, inner.end).split('\n')) {
    const match = LINE.exec(line);
    const key = match?.[1];
    const value = match?.[2];
    if (key && value && !PLAIN.test(value) && !isQuoted(value) && !readsAlone(`${key}: ${value}`)) {
      const start = offset + line.indexOf(value, key.length + 1);
      found.push({ key, span: { start, end: start + value.length } });
      lines.push(`${key}: ${quoted(value)}`);
    } else {
      lines.push(line.replace(/\r$/, ''));
    }
    offset += line.length + 1;
  }
  const quotedText = lines.join('\n').replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length * SPACES_PER_TAB));
  const readable = parseYaml(quotedText).errors.length === 0 && parseRuntimeYaml(quotedText).errors.length === 0;
  return found.length > 0 && readable ? found : [];
}

/** Whether Claude Code cannot read the line of a value as it is. */
export function needsRepair({ text }: AgentDocument, { key, span }: ValueToQuote): boolean {
  return parseRuntimeYaml(`${key}: ${slice(text, span)}`).errors.length > 0;
}

/** The values that no reader accepts; if none is to blame on its own, all those the runtime quotes. */
export function blamedValues(document: AgentDocument, { repairs, tabs }: IndexedReading): readonly ValueToQuote[] {
  const values = valuesToQuote(document);
  if (values.length > 0 || tabs.length > 0) return values;
  return repairs.map(({ key, valueSpan }) => ({ key, span: valueSpan }));
}

/** Replaces a run of leading tabs with what the runtime reads. */
export function tabsEdit(span: Span): TextEdit {
  return replace(span, ' '.repeat((span.end - span.start) * SPACES_PER_TAB));
}

/** The quotes or, for an unclosed list, its bracket: quoting it would produce one odd string. */
export function readableValueFix(document: AgentDocument, span: Span): Fix | undefined {
  const value = slice(document.text, span);
  const [mark = ''] = /^["']/.exec(value) ?? [];
  if (mark !== '' && !value.includes(mark, 1) && readsAlone(`a: ${value}${mark}`)) return closeFix('quote', mark, span);
  const unclosed = value.startsWith('[') && !value.includes(']') && readsAlone(`a: ${value}]`);
  return unclosed ? closeFix('bracket', ']', span) : quoteValueFix(document, span);
}

const CLOSING_LOOK_ALIKES: Readonly<Record<string, string>> = { '"': '“”„‟', "'": '‘’‚‛' };

export interface WrongClosingQuote {
  readonly mark: string;
  readonly span: Span;
  readonly names: string;
  readonly fix: Fix;
}

/** A typographic quote at the end of a value opened by a straight one. Safe if it is the only one in the value. */
export function wrongClosingQuote({ text }: AgentDocument, { start, end }: Span): WrongClosingQuote | undefined {
  const mark = text.charAt(start);
  const lookAlikes = CLOSING_LOOK_ALIKES[mark] ?? '';
  const last = text.charAt(end - 1);
  const inside = text.slice(start + 1, end - 1);
  if (lookAlikes === '' || !lookAlikes.includes(last) || inside.includes(mark)) return undefined;
  if (Array.from(lookAlikes).some((each) => inside.includes(each)) || !readsAlone(`a: ${mark}${inside}${mark}`)) {
    return undefined;
  }
  const span = { start: end - 1, end };
  const fix = { title: `Change to \`${mark}\``, kind: 'safe', edits: [replace(span, mark)] } as const;
  return { mark, span, names: characterNames(last), fix };
}

/** A suggestion, because the intended position of the mark is a guess. */
function closeFix(what: string, mark: string, { end }: Span): Fix {
  return { title: `Close the ${what}`, kind: 'suggestion', edits: [replace({ start: end, end }, mark)] };
}

function readsAlone(line: string): boolean {
  return readPlainly(line).ok && parseYaml(line).errors.length === 0;
}

function isQuoted(value: string): boolean {
  return /^(["']).*\1$/.test(value);
}
