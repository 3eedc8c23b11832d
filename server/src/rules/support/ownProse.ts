// The running text that is the prompt's own: none of what authors set apart in `<tag>` blocks and templates.
import { leaveOut, type MarkdownStructure } from '../../model/markdown.ts';
import type { Span } from '../../util/text.ts';

/** In order. Empty where fences are so mixed up that nobody can tell what is code. */
export function ownProse({ prose, tags, fenceNesting }: MarkdownStructure): Span[] {
  if (!fenceNesting.balanced) return [];
  const apart = [...tags.map(({ span }) => span), ...fenceNesting.regions];
  return leaveOut(
    prose.map((span) => ({ span })),
    apart,
  ).map(({ span }) => span);
}
