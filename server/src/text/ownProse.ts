// The prose that belongs to the prompt itself, excluding `<tag>` blocks and templates.
import { leaveOut, type MarkdownStructure } from '../model/markdown.ts';
import type { Span } from '../util/text.ts';

/** In order. Empty if the fences are too mixed up to tell what is code. */
export function ownProse({ prose, tags, fenceNesting }: MarkdownStructure): Span[] {
  if (!fenceNesting.balanced) return [];
  const apart = [...tags.map(({ span }) => span), ...fenceNesting.regions];
  return leaveOut(
    prose.map((span) => ({ span })),
    apart,
  ).map(({ span }) => span);
}
