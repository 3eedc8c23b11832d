// The closing fence that an editor writes for the writer: when, and when the writer's own takes its place. Pure string
// work, shared with the client.
import type { Span } from '../util/text.ts';
import { findFrontMatter } from './fence.ts';

/** What is written at the end of a file that has only its opening fence. */
export const CLOSING_FENCE = '\n---';

/** Whether a file holds its opening fence, a line break and nothing more. */
export function hasOnlyOpeningFence(text: string): boolean {
  return /^\uFEFF?---[ \t]*\r?\n[ \t]*$/.test(text);
}

/** Whether front matter has been opened and not closed by now. */
export function isFenceOpen(text: string): boolean {
  return findFrontMatter(text).state === 'unclosed';
}

/**
 * A closing fence that is one too many, with the line break before it: the writer has just typed one right above.
 * `offset` is where the line break of the fence in question stands. Null where it is the one that closes, or is gone.
 */
export function fenceBelowOwn(text: string, offset: number): Span | null {
  const fence = spanOfFence(text, offset);
  const frontMatter = findFrontMatter(text);
  if (!fence || frontMatter.state !== 'present' || frontMatter.closeStyle !== 'line') return null;
  const ownEnd = frontMatter.close.start + '---'.length;
  return ownEnd <= offset && text.slice(ownEnd, offset).trim() === '' ? fence : null;
}

/** The line break at `offset` with the fence after it; null where no fence stands there. */
export function spanOfFence(text: string, offset: number): Span | null {
  const found = /^\r?\n---(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(offset, offset + 100));
  return found && { start: offset, end: offset + found[0].length };
}
