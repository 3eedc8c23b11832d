// Prepares an answer for pattern matching: LF line endings, code blocks blanked out, and a mapping back to the source.
import { parseMarkdown } from '../../model/markdown.ts';
import { createLineIndex, type LineIndex, type Span } from '../../util/text.ts';

export interface Answer {
  /** The text to match: the same lines and columns as the answer, with spaces in place of code. */
  readonly searched: string;
  /** The same including code; null if there is none. */
  readonly withCode: string | null;
  readonly lines: LineIndex;
  /** Maps a span in `searched` or `withCode` to the original answer. */
  toSource(span: Span): Span;
}

export function readAnswer(text: string): Answer {
  const lines = createLineIndex(text);
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const plain = text.slice(bom).replace(/\r\n?/g, '\n');
  const plainLines = createLineIndex(plain);
  const inner = unwrapped(plain);
  const masked = blankOut(plain, codeSpans(plain, inner));
  const offset = (at: number): number => {
    const { line, character } = plainLines.positionAt(at);
    return lines.offsetAt({ line, character: character + (line === 0 ? bom : 0) });
  };
  return {
    searched: masked,
    withCode: masked === plain ? null : plain,
    lines,
    toSource: ({ start, end }) => ({ start: offset(start), end: offset(end) }),
  };
}

/** Models sometimes wrap a whole answer in a Markdown block; its content counts as the answer. */
function unwrapped(text: string): Span {
  const whole = { start: 0, end: text.length };
  const { start, end } = trimmed(text);
  const open = /^(?:`{3,}|~{3,})[ \t]*(?:markdown|md)[ \t]*\n/i.exec(text.slice(start, start + 100))?.[0];
  if (!open) return whole;
  const { balanced, regions } = parseMarkdown(text, 0).fenceNesting;
  const [region] = regions;
  if (!balanced || regions.length !== 1 || !region || region.start > start || region.end < end) return whole;
  return { start: start + open.length, end: text.lastIndexOf('\n', end - 1) + 1 };
}

function trimmed(text: string): Span {
  const end = text.trimEnd().length;
  return { start: Math.min(end, text.length - text.trimStart().length), end };
}

/** Code, and the marks around an answer that is a single block. An unclosed fence hides nothing. */
function codeSpans(text: string, inner: Span): Span[] {
  const fences = parseMarkdown(text.slice(0, inner.end), inner.start).fences.filter(({ closed }) => closed);
  return [
    { start: 0, end: inner.start },
    ...fences.map(({ span }) => span),
    { start: inner.end, end: text.length },
  ].filter(({ start, end }) => end > start);
}

/** Keeps lines and columns: every character except line endings becomes a space. */
function blankOut(text: string, spans: readonly Span[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    result += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    from = end;
  }
  return result + text.slice(from);
}
