// Where the front matter block is, exactly as Claude Code finds it. Pure string work, shared with the client.
import type { Span } from '../util/text.ts';

/** How the closing `---` stands: alone on its line, indented, or in the middle of a line (which cuts that line). */
export type FenceStyle = 'line' | 'indented' | 'inline';

export interface PresentFrontMatter {
  readonly state: 'present';
  /** The opening fence with its line break (and blank lines that follow), after a byte order mark. */
  readonly open: Span;
  /** The YAML text between the fences. */
  readonly inner: Span;
  /** The closing fence with the white space and the line break that follow it. */
  readonly close: Span;
  readonly closeStyle: FenceStyle;
}

export interface UnclosedFrontMatter {
  readonly state: 'unclosed';
  readonly open: Span;
  /** What was probably meant as the YAML text: up to the first line that cannot be part of it. */
  readonly inner: Span;
}

export interface MissingFrontMatter {
  readonly state: 'missing';
  /** A fence that was meant to open the block but does not, and why. */
  readonly nearMiss?: NearMiss;
}

export interface NearMiss {
  readonly kind:
    | 'text-before'
    | 'indented'
    | 'extra-dashes'
    | 'language'
    | 'text-after'
    | 'carriage-returns'
    | 'utf-16';
  readonly span: Span;
}

export type FrontMatter = PresentFrontMatter | UnclosedFrontMatter | MissingFrontMatter;

const OPEN_FENCE = /^\uFEFF?---\s*\n/;
const FENCE = '---';

/** The opening dashes alone: where something is said of the whole front matter, or is missing in it. */
export function fenceSpan({ open: { start } }: PresentFrontMatter | UnclosedFrontMatter): Span {
  return { start, end: start + 3 };
}

/**
 * Finds the block exactly as Claude Code 2.1.329 does (measured, every row of the conformance set agrees): it opens
 * with `---` and white space at the very start of the file, and the first `---` after that closes it, wherever in a
 * line it stands.
 */
export function findFrontMatter(text: string): FrontMatter {
  const opened = OPEN_FENCE.exec(text);
  if (!opened) return missing(text);
  const open = { start: bomLength(text), end: opened[0].length };
  const fence = text.indexOf(FENCE, open.end);
  if (fence < 0) return { state: 'unclosed', open, inner: { start: open.end, end: likelyEnd(text, open.end) } };
  return {
    state: 'present',
    open,
    inner: { start: open.end, end: fence },
    close: { start: fence, end: endOfClosingFence(text, fence + FENCE.length) },
    closeStyle: closeStyle(text, open.end, fence),
  };
}

export function bomLength(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** After the closing dashes the runtime drops white space up to and including the last line break it spans. */
function endOfClosingFence(text: string, from: number): number {
  let end = from;
  while (end < text.length && /\s/.test(text.charAt(end))) end++;
  const lastBreak = text.lastIndexOf('\n', end - 1);
  if (end === text.length) return end;
  return lastBreak >= from ? lastBreak + 1 : end;
}

function closeStyle(text: string, innerStart: number, fence: number): FenceStyle {
  const lineStart = Math.max(innerStart, text.lastIndexOf('\n', fence - 1) + 1);
  const before = text.slice(lineStart, fence);
  const after = /^[^\r\n]*/.exec(text.slice(fence + FENCE.length))?.[0] ?? '';
  if (before.trim() !== '' || after.trim() !== '') return 'inline';
  return before === '' ? 'line' : 'indented';
}

/** Where an unclosed block probably ends: before the first blank line that a line other than YAML follows. */
function likelyEnd(text: string, from: number): number {
  const yamlLine = /^(?:\s|#|-(?:\s|$)|[\w"'][^\n]*?:(?:\s|$)|[}\]])/;
  let offset = from;
  let end = from;
  for (const line of text.slice(from).split('\n')) {
    const bare = line.replace(/\r$/, '');
    if (/^(?:\.\.\.|\*\*\*|___)\s*$/.test(bare)) break;
    if (bare.trim() !== '') {
      if (!yamlLine.test(bare) || /^#{1,6} /.test(bare)) break;
      end = offset + line.length + 1;
    }
    offset += line.length + 1;
  }
  return Math.min(end, text.length);
}

const NEAR_MISSES: readonly { readonly kind: NearMiss['kind']; readonly pattern: RegExp }[] = [
  // UTF-16 read as UTF-8, as the runtime does: every other character is NUL, the byte order mark is no character.
  { kind: 'utf-16', pattern: /^((?:\uFFFD\uFFFD)?\0?-\0-\0-)/ },
  { kind: 'carriage-returns', pattern: /^\uFEFF?(---)[ \t]*\r(?!\n)/ },
  { kind: 'extra-dashes', pattern: /^\uFEFF?(-{4,})[ \t]*(?=[\r\n])/ },
  { kind: 'language', pattern: /^\uFEFF?---[ \t]*([A-Za-z][\w-]*)[ \t]*(?=[\r\n])/ },
  { kind: 'text-after', pattern: /^\uFEFF?---[ \t]*(\S[^\r\n]*)\r?\n(?=[\w"'-]+:)/ },
  { kind: 'indented', pattern: /^\uFEFF?([ \t]+)---[ \t]*(?=[\r\n])/ },
  {
    kind: 'text-before',
    pattern:
      /^\uFEFF?((?:[ \t\r]*\n|[ \t]*<!--[\s\S]{0,4000}?-->[ \t\r]*\n|[ \t]*`{3,}\w*\r?\n){1,50})(?=---[ \t]*\r?\n)/,
  },
];

function missing(text: string): MissingFrontMatter {
  for (const { kind, pattern } of NEAR_MISSES) {
    const found = pattern.exec(text);
    const part = found?.[1];
    if (!found || part === undefined) continue;
    const start = found.index + found[0].indexOf(part);
    return { state: 'missing', nearMiss: { kind, span: { start, end: start + part.length } } };
  }
  return { state: 'missing' };
}
