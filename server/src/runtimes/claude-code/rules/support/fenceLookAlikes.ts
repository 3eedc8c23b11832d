// Lines that look like front matter fences to a reader or to YAML, but not to Claude Code: `...`, other kinds of dashes,
// `---` with a hidden character, and a directive before it.
import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix, TextEdit } from '../../../../model/problem.ts';
import { withEdits } from '../../../../rules/harmless.ts';
import { characterNames } from '../../../../util/characters.ts';
import { type Span, slice } from '../../../../util/text.ts';
import { isReadable, ODD, UNSEEN } from './lookAlikes.ts';

export interface FenceLookAlike {
  readonly kind: 'before' | 'after' | 'dashes' | 'dots' | 'directive';
  readonly span: Span;
  /** The names of the characters to blame; a directive as written. */
  readonly names: string;
  /** With these edits, the file has readable front matter. */
  readonly edits: readonly TextEdit[];
}

const BEFORE = new RegExp(`^\\uFEFF?([${ODD}][ \\t${ODD}]{0,20})---\\s{0,20}\\n`);
const AFTER = new RegExp(`^\\uFEFF?---([ \\t${ODD}]{0,20}[${UNSEEN}][ \\t${ODD}]{0,20})\\r?\\n`);
const DIRECTIVES = /^\uFEFF?((?:%[A-Z]{3,8}[^\r\n]{0,200}\r?\n){1,5})---[ \t]{0,20}\r?\n/;
/** Hyphens, dashes, and minus signs, not all of them hyphens. */
const DASHES = /^\uFEFF?(-{0,3}[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]{0,4})[ \t]{0,20}\r?\n/;
const CLOSING = /^(\.\.\.|-{0,3}[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]{0,4})[ \t]{0,20}\r?$/m;

/** What stands in place of the opening `---` or invalidates it. */
export function openingLookAlike(document: AgentDocument): FenceLookAlike | undefined {
  const { text } = document;
  const head = text.slice(0, 2000);
  const dashes = part(DASHES, head);
  const candidates = [
    lookAlike('before', text, part(BEFORE, head), ''),
    lookAlike('after', text, part(AFTER, head), ''),
    lookAlike('directive', text, part(DIRECTIVES, head), ''),
    lookAlike('dashes', text, dashes, '---'),
    withClosing(lookAlike('dashes', text, dashes, '---'), document),
  ];
  return candidates.find((each) => each && isReadable(withEdits(document, each.edits)));
}

/** What stands where the closing `---` should be. */
export function closingLookAlike(document: AgentDocument): FenceLookAlike | undefined {
  const { frontMatter, text } = document;
  if (frontMatter.state === 'missing') return undefined;
  const found = closingAfter(text, frontMatter.open.end);
  return found && isReadable(withEdits(document, found.edits)) ? found : undefined;
}

/** `%YAML` and the like on the first lines of the front matter, including an immediately following fence. */
export function directiveInside(document: AgentDocument): FenceLookAlike | undefined {
  const { frontMatter, text } = document;
  if (frontMatter.state !== 'present') return undefined;
  const { start } = frontMatter.inner;
  const found = /^((?:%[A-Z]{3,8}[^\r\n]{0,200}\r?\n){1,5})(---[ \t]{0,20}\r?\n)?/.exec(
    text.slice(start, start + 2000),
  );
  const directives = found?.[1];
  if (!found || directives === undefined) return undefined;
  const span = { start, end: start + directives.trimEnd().length };
  const edits = [{ span: { start, end: start + found[0].length }, newText: '' }];
  const [first = ''] = directives.split(/\r?\n/);
  return isReadable(withEdits(document, edits)) ? { kind: 'directive', span, names: first, edits } : undefined;
}

function part(pattern: RegExp, head: string): Span | undefined {
  const found = pattern.exec(head);
  const [whole, group] = found ?? [];
  if (whole === undefined || group === undefined) return undefined;
  const start = whole.indexOf(group);
  return { start, end: start + group.length };
}

function lookAlike(
  kind: FenceLookAlike['kind'],
  text: string,
  span: Span | undefined,
  newText: string,
): FenceLookAlike | undefined {
  if (!span) return undefined;
  const written = slice(text, span);
  const edits = [{ span, newText }];
  if (kind !== 'directive') return { kind, span, names: characterNames(written.replace(/[ \t-]/g, '')), edits };
  const [first = ''] = written.split(/\r?\n/);
  return { kind, span: { start: span.start, end: span.start + written.trimEnd().length }, names: first, edits };
}

/** Safe, because the look-alike is the only thing wrong with the fence. */
export function fenceFix({ kind, edits }: FenceLookAlike): Fix {
  const title = { before: 'Remove it', after: 'Remove it', directive: 'Remove the directive' };
  return { title: kind === 'dots' || kind === 'dashes' ? 'Replace with `---`' : title[kind], kind: 'safe', edits };
}

/** Authors who open with such dashes also close with them. */
function withClosing(opening: FenceLookAlike | undefined, { text }: AgentDocument): FenceLookAlike | undefined {
  const closing = opening && closingAfter(text, opening.span.end);
  return closing && { ...opening, edits: [...opening.edits, ...closing.edits] };
}

/** The search limit: front matter is short, and scanning every line of a long file would be slow. */
const FARTHEST = 20_000;

function closingAfter(text: string, from: number): FenceLookAlike | undefined {
  const found = CLOSING.exec(text.slice(from, from + FARTHEST));
  const mark = found?.[1];
  if (!found || mark === undefined) return undefined;
  const start = from + found.index;
  const span = { start, end: start + mark.length };
  return lookAlike(mark === '...' ? 'dots' : 'dashes', text, span, '---');
}
