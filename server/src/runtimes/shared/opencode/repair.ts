// What OpenCode and Kilo do to front matter that is not YAML: values with a colon in them are rewritten, and it is read again.
import type { Span } from '../../../util/text.ts';

export interface Repaired {
  readonly text: string;
  /** The values that were rewritten, where they are written, by the place of their keys. */
  readonly values: ReadonlyMap<number, Span>;
  /** Where a place of the repaired text stands in the one that was written. */
  toWritten(offset: number): number;
}

interface Line {
  /** Where the line begins in the repaired text. */
  readonly start: number;
  /** Where its text begins as written, and how many characters were put before that. */
  readonly written: number;
  readonly added: number;
  readonly length: number;
}

const FRONT_MATTER_START = /^---\r?\n/;
const PLAIN_ENTRY = /^([a-zA-Z_][a-zA-Z0-9_]*)\s*:/;
/** Its pattern for a value stops at these. */
const OTHER_BREAK = /[\r\u2028\u2029]/;

/** How a value is made readable: OpenCode writes it as a block below its key, Kilo puts it in quotes. */
export type Rewriting = 'block' | 'quotes';

/** The text as it is read the second time, with plain line breaks; null where the retry does not touch it. */
export function repair(text: string, how: Rewriting): Repaired | null {
  const opened = FRONT_MATTER_START.exec(text);
  const close = opened ? text.indexOf('\n---', opened[0].length) : -1;
  if (!opened || close < 0) return null;
  const start = opened[0].length;
  const end = text.charAt(close - 1) === '\r' && close > start ? close - 1 : close;
  const parts: string[] = [];
  const lines: Line[] = [];
  const values = new Map<number, Span>();
  let length = start;
  const add = (line: string, written: number, added: number): void => {
    lines.push({ start: length, written, added, length: line.length });
    parts.push(line);
    length += line.length + 1;
  };
  for (let at = start; at <= end; ) {
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak < 0 || lineBreak >= end ? end : lineBreak;
    const lineEnd = next > at && next < end && text.charAt(next - 1) === '\r' ? next - 1 : next;
    const line = text.slice(at, lineEnd);
    const found = colonValue(line);
    if (found) {
      const value = line.slice(found.start, found.end);
      if (how === 'block') {
        add(`${found.key}: |-`, at, 0);
        add(`  ${value}`, at + found.start, 2);
      } else add(`${found.key}: "${value.replace(/[\\"]/g, '\\$&')}"`, at, 0);
      values.set(at, { start: at + found.start, end: at + found.end });
    } else add(line, at, 0);
    at = next + 1;
  }
  const inner = parts.join('\n');
  if (inner === text.slice(start, end)) return null;
  const grown = start + inner.length - end;
  return {
    text: text.slice(0, start) + inner + text.slice(end),
    values,
    toWritten: (offset) => (offset >= start + inner.length ? offset - grown : writtenAt(offset, lines)),
  };
}

/** A value that the retry rewrites: on an unindented line, plain, with a colon. */
function colonValue(line: string): { key: string; start: number; end: number } | null {
  const key = PLAIN_ENTRY.exec(line);
  if (!key) return null;
  const rest = line.slice(key[0].length);
  const value = rest.trim();
  if (value === '' || value === '>' || value === '|' || value.startsWith('"') || value.startsWith("'")) return null;
  if (!value.includes(':') || OTHER_BREAK.test(value)) return null;
  const start = key[0].length + (rest.length - rest.trimStart().length);
  return { key: key[1] ?? '', start, end: start + value.length };
}

function writtenAt(offset: number, lines: readonly Line[]): number {
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle;
  }
  const line = lines[low];
  if (!line) return offset;
  return line.written + Math.max(0, Math.min(offset - line.start, line.length) - line.added);
}
