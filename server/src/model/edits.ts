// Edits applied to a text.
import type { TextEdit } from './problem.ts';

/** Edits must not overlap; their order does not matter. Linear in the text, however many there are. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { span, newText } of inOrder) {
    pieces.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
