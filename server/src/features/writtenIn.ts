// Where the text stands that an error may merely be waiting for: as long as it is being written, an editor need not
// show the error in red. See docs/decisions/0018.
import type { AgentDocument } from '../model/document.ts';
import type { PresentFrontMatter, UnclosedFrontMatter } from '../model/fence.ts';
import type { Problem } from '../model/problem.ts';
import type { Span } from '../util/text.ts';

/**
 * For an error of the front matter: what is missing can be written anywhere in it; anything else in the entry that the
 * error sits on. Null for problems that no more typing takes away, and for all that are not errors.
 */
export function writtenIn(document: AgentDocument, { severity, span }: Problem): Span | null {
  if (severity !== 'error') return null;
  const { frontMatter, text } = document;
  switch (frontMatter.state) {
    case 'missing':
      // `--` on the way to `---`, or `agent` on the way to a snippet.
      return isOneLine(text) ? { start: 0, end: text.length } : null;
    case 'unclosed':
      return whileUnclosed(text, frontMatter, span);
    case 'present':
      return whilePresent(document, frontMatter, span);
  }
}

/** Up to where the fields seem to end; and on to the end where that is the closing fence, half written. */
function whileUnclosed(text: string, { open, inner }: UnclosedFrontMatter, { start }: Span): Span | null {
  const end = isOneLine(text.slice(inner.end)) ? text.length : inner.end;
  return start <= end ? { start: open.start, end } : null;
}

function whilePresent({ keyLines }: AgentDocument, { open, inner }: PresentFrontMatter, { start }: Span): Span | null {
  const lastLine = Math.max(open.start, inner.end - 1);
  if (start < open.end) return { start: open.start, end: lastLine };
  if (start >= inner.end) return null;
  // Text in front of the first key belongs to no entry.
  const entry = keyLines.findLast(({ keySpan }) => keySpan.start <= start);
  const next = keyLines.find(({ keySpan }) => keySpan.start > start);
  const from = entry?.keySpan.start ?? inner.start;
  return { start: from, end: next ? Math.max(from, next.keySpan.start - 1) : Math.max(from, lastLine) };
}

function isOneLine(text: string): boolean {
  return !/[\r\n]/.test(text.trim());
}
