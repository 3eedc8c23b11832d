// The Markdown of a body: headings, fences, links and prose with ranges. The only importer of the Markdown parser.
// Only block structure is parsed; links are found in the source lines of the blocks that hold text.
import MarkdownIt from 'markdown-it';
import { lazy } from '../util/lazy.ts';
import { type LineIndex, type Span, slice, trimSpan } from '../util/text.ts';

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** The heading's lines, marks included. */
  readonly span: Span;
  readonly textSpan: Span;
}

export interface CodeFence {
  /** The opening line: marks and info string. */
  readonly open: Span;
  readonly span: Span;
  readonly info: string;
  readonly closed: boolean;
  readonly mark: string;
}

export interface Link {
  readonly target: string;
  readonly targetSpan: Span;
  readonly span: Span;
}

export interface MarkdownStructure {
  readonly headings: readonly Heading[];
  readonly fences: readonly CodeFence[];
  /** Blocks of running text (paragraphs, list items, table cells, headings), code excluded. */
  readonly prose: readonly Span[];
  readonly links: readonly Link[];
}

/** Offsets in the results are offsets in `text`; the body starts at `bodyStart` and need not start a line. */
export function parseMarkdown(text: string, lines: LineIndex, bodyStart: number): MarkdownStructure {
  const tokens = blockParser.parse(text.slice(bodyStart), {});
  const firstLine = lines.positionAt(bodyStart).line;
  const headings: Heading[] = [];
  const fences: CodeFence[] = [];
  const prose: Span[] = [];

  const spanOfLines = (from: number, to: number): Span => ({
    start: Math.max(bodyStart, lines.lineSpan(firstLine + from).start),
    end: lines.lineSpan(firstLine + Math.max(from, to - 1)).end,
  });

  for (const [index, token] of tokens.entries()) {
    if (!token.map) continue;
    const span = spanOfLines(token.map[0], token.map[1]);
    if (token.type === 'heading_open') {
      headings.push(readHeading(text, span, Number(token.tag.slice(1)), tokens[index + 1]?.content ?? ''));
    } else if (token.type === 'fence') {
      fences.push(readFence(text, span, spanOfLines(token.map[0], token.map[0] + 1), token.markup, token.info));
    } else if (token.type === 'inline') {
      const previous = prose.at(-1);
      if (!previous || span.start >= previous.end) prose.push(span);
    }
  }
  const links = lazy(() => prose.flatMap((span) => findLinks(text, span)));
  return {
    headings,
    fences,
    prose,
    get links() {
      return links();
    },
  };
}

/** HTML of a Markdown text. Raw HTML in it is shown as text, never passed on. */
export function renderMarkdown(source: string): string {
  return renderer.render(source);
}

/** Matches of a global pattern in running text, inline code left out. */
export function matchProse(text: string, structure: MarkdownStructure, pattern: RegExp): RegExpExecArray[] {
  return structure.prose.flatMap((span) => {
    const masked = maskInlineCode(slice(text, span));
    const found = [...masked.matchAll(pattern)];
    for (const match of found) match.index += span.start;
    return found as RegExpExecArray[];
  });
}

const blockParser = new MarkdownIt('default', { html: true }).disable(['inline', 'linkify', 'replacements', 'smartquotes', 'text_join']);
const renderer = new MarkdownIt('default', { html: false, linkify: false });

function readHeading(text: string, span: Span, level: number, content: string): Heading {
  const source = slice(text, span);
  const at = source.indexOf(content);
  const textSpan =
    content !== '' && at >= 0 ? { start: span.start + at, end: span.start + at + content.length } : trimSpan(text, span);
  return { level, text: content, span, textSpan };
}

function readFence(text: string, span: Span, open: Span, mark: string, info: string): CodeFence {
  const lastLine = /[^\r\n]*$/.exec(slice(text, span))?.[0] ?? '';
  const closing = new RegExp(`(?:^|[\\s>])\\${mark.charAt(0)}{${mark.length},}[ \\t]*$`);
  const closed = span.end > open.end && closing.test(lastLine);
  return { open: trimSpan(text, open), span, info: info.trim(), closed, mark };
}

const LINK = /(?<!!)\[(?:[^[\]\\]|\\.){0,500}\]\(\s*(?:<([^<>\n]{1,2000})>|((?:[^\s()\\]|\\.|\([^\s()]*\)){1,2000}))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;

function findLinks(text: string, span: Span): Link[] {
  const masked = maskInlineCode(slice(text, span));
  if (!masked.includes('](')) return [];
  return [...masked.matchAll(LINK)].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    const start = span.start + match.index + match[0].lastIndexOf(target);
    return {
      target,
      targetSpan: { start, end: start + target.length },
      span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
    };
  });
}

/** The same text with every inline code span blanked out, so that offsets stay as they are. Linear in the text. */
function maskInlineCode(source: string): string {
  const runs = [...source.matchAll(/`+/g)].map((run) => ({ start: run.index, length: run[0].length }));
  if (runs.length < 2) return source;
  const byLength = Map.groupBy(runs.keys(), (index) => runs[index]?.length ?? 0);
  let masked = '';
  let copied = 0;
  for (let opening = 0; opening < runs.length; opening++) {
    const run = runs[opening];
    const same = run && byLength.get(run.length);
    if (!run || !same) continue;
    while (same.length > 0 && (same[0] ?? 0) <= opening) same.shift();
    const closing = same[0];
    const end = closing === undefined ? undefined : runs[closing];
    if (closing === undefined || !end) continue;
    masked += source.slice(copied, run.start);
    copied = end.start + end.length;
    masked += source.slice(run.start, copied).replace(/[^\r\n]/g, ' ');
    opening = closing;
  }
  return masked + source.slice(copied);
}
