// Reads the marked text of rule examples: ⟦…⟧ encloses the characters a problem is on.
import type { Span } from '../util/text.ts';

export const EXAMPLE_PATH = '.claude/agents/example.md';

export interface UnmarkedExample {
  readonly text: string;
  readonly span: Span | null;
}

/** Throws if the text contains anything other than one pair of marks or none. */
export function unmark(marked: string): UnmarkedExample {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replaceAll(/[⟦⟧]/g, '');
  const marks = marked.length - text.length;
  if (marks === 0) return { text, span: null };
  if (marks !== 2 || end < start) throw new Error(`an example takes one ⟦…⟧: ${marked}`);
  return { text, span: { start, end } };
}
