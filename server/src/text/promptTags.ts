// The `<tags>` of a prompt, opening and closing ones in order, whether or not they fit together. Linear in the text.

import { maskInlineCode } from '../model/inlineCode.ts';
import { forEachLine, isLineBreak, type Span } from '../util/text.ts';

export interface PromptTag {
  readonly name: string;
  readonly closes: boolean;
  readonly span: Span;
  /** It begins a line; a closing one has the line for itself. Others may be words: `write <name> into it`. */
  readonly firm: boolean;
  /** Text follows at once, in its line or in the next one, that is no heading. */
  readonly hasContent: boolean;
}

/** Attributes may go over lines and hold `>` in quotes. No part of the pattern goes beyond the next `<`. */
const TAG = /<(\/?)([A-Za-z][\w:.-]*)(?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?>/g;
const LINE_START = /(?:^|[\r\n]) {0,3}$/;
const MOST_INDENT = 4;
/** What stands between a tag and the text in it: the rest of a line without text, and the line's end. */
const BEFORE_CONTENT = /[ \t]*(?:\r\n|\r|\n)?/y;

/** In a part of a text; `apart` are regions of code in it, in order. Comments, inline code and `<tag/>` are left out. */
export function readPromptTags(text: string, part: Span, apart: readonly Span[]): PromptTag[] {
  if (text.indexOf('<', part.start) < 0) return [];
  const masked = maskCode(maskRegions(text, part, apart));
  const tags: PromptTag[] = [];
  for (const match of masked.matchAll(TAG)) {
    const end = match.index + match[0].length;
    if (match[0].endsWith('/>')) continue;
    const closes = match[1] === '/';
    const startsLine = LINE_START.test(masked.slice(Math.max(0, match.index - MOST_INDENT), match.index));
    const next = masked.charAt(end);
    const endsLine = /^[ \t]*(?:[\r\n]|$)/.test(lineRest(masked, end));
    tags.push({
      name: match[2] ?? '',
      closes,
      span: { start: part.start + match.index, end: part.start + end },
      firm: startsLine && (endsLine || (!closes && /[\p{Lu}\d]/u.test(next))),
      hasContent: hasContent(text, part.start + end),
    });
  }
  return tags;
}

const LONGEST_LOOK = 40;

function lineRest(text: string, from: number): string {
  return text.slice(from, from + LONGEST_LOOK);
}

function hasContent(text: string, from: number): boolean {
  BEFORE_CONTENT.lastIndex = from;
  BEFORE_CONTENT.exec(text);
  const at = Math.max(from, BEFORE_CONTENT.lastIndex);
  return at < text.length && !isLineBreak(text.charCodeAt(at)) && /^[ \t]*[^\s#<]/.test(lineRest(text, at));
}

/** The part of the text with regions and comments blanked out, so that offsets stay as they are. */
function maskRegions(text: string, part: Span, regions: readonly Span[]): string {
  let masked = '';
  let copied = part.start;
  const blankTo = (start: number, end: number): void => {
    masked += withoutComments(text.slice(copied, Math.max(copied, start)));
    masked += blank(text.slice(Math.max(copied, start), end));
    copied = Math.max(copied, end);
  };
  for (const { start, end } of regions) if (end > copied && start < part.end) blankTo(start, Math.min(end, part.end));
  blankTo(part.end, part.end);
  return masked;
}

function withoutComments(text: string): string {
  let masked = '';
  let copied = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', copied)) {
    const close = text.indexOf('-->', start);
    const end = close < 0 ? text.length : close + '-->'.length;
    masked += text.slice(copied, start) + blank(text.slice(start, end));
    copied = end;
  }
  return masked + text.slice(copied);
}

/** Line by line: a lone backtick then hides nothing beyond its line. */
function maskCode(text: string): string {
  if (!text.includes('`')) return text;
  let masked = '';
  let copied = 0;
  forEachLine(text, 0, (start, end) => {
    const line = text.slice(start, end);
    if (!line.includes('`')) return;
    masked += text.slice(copied, start) + maskInlineCode(line);
    copied = end;
  });
  return masked + text.slice(copied);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
