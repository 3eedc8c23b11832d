// Parts of running text with inline code blanked out, made only for the parts that a pattern can find something in.
import type { Span } from '../util/text.ts';
import { maskInlineCode } from './inlineCode.ts';

export interface MaskedProse {
  readonly span: Span;
  /** The text of the span with inline code blanked out. */
  readonly masked: string;
}

export function maskedProse(text: string, span: Span): MaskedProse {
  return { span, masked: maskInlineCode(text.slice(span.start, span.end)) };
}

/**
 * The parts of the prose (in order, apart from one another) that have one of the signs, inline code counted. Most text
 * has few: to look for the signs in the whole text is much cheaper than to look into every part.
 */
export function proseWith(text: string, prose: readonly Span[], signs: readonly string[]): MaskedProse[] {
  const found = new Set<number>();
  for (const sign of signs) addPartsWith(sign, text, prose, found);
  const inOrder = signs.length > 1 ? [...found].sort((a, b) => a - b) : [...found];
  return inOrder.flatMap((index) => {
    const span = prose[index];
    return span ? [maskedProse(text, span)] : [];
  });
}

function addPartsWith(sign: string, text: string, prose: readonly Span[], found: Set<number>): void {
  let at = text.indexOf(sign, prose[0]?.start ?? text.length);
  for (let index = 0; at >= 0; index++) {
    const part = prose[index];
    if (!part) return;
    if (part.end <= at) continue;
    if (at < part.start) at = text.indexOf(sign, part.start);
    if (at < 0 || at + sign.length > part.end) continue;
    found.add(index);
    at = text.indexOf(sign, part.end);
  }
}
