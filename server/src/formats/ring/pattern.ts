// Patterns from agent files. The only importer of RE2, which matches any pattern in time linear in the text.
import { RE2JS } from 're2js';
import type { Span } from '../../util/text.ts';
import { unbalancedBracket } from './patternShape.ts';

export type PatternReading =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly fault: PatternFault };

export interface Pattern {
  /** Instructions in the compiled program: the worst-case cost per character of text. */
  readonly size: number;
  /** The first match on any line: `^` and `$` match at line boundaries. Lines must end with LF. */
  find(text: string): Span | null;
}

export interface PatternFault {
  /** RE2 omits `look-around` and `back-reference` to stay linear; other engines may support them. */
  readonly kind: 'look-around' | 'back-reference' | 'foreign' | 'syntax' | 'too-large';
  /** The engine's message, without a final period. */
  readonly detail: string;
  /** In the pattern. */
  readonly span: Span;
}

/** Longer patterns are rejected: nobody writes a heading like that. */
const LONGEST_PATTERN = 2_000;
/** A pattern such as `(?:x{0,1000}){…}` is short but compiles to a huge program. */
const LARGEST_PROGRAM = 5_000;

const known = new Map<string, PatternReading>();
const MOST_KNOWN = 500;

/** Never throws. Cached, because rules and features ask again for every version of a document. */
export function readPattern(source: string): PatternReading {
  const found = known.get(source);
  if (found) return found;
  const reading = compile(source);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(source, reading);
  return reading;
}

function compile(source: string): PatternReading {
  const plain = plainPattern(source);
  if (plain) return { ok: true, pattern: plain };
  const whole = { start: 0, end: source.length };
  if (source.length > LONGEST_PATTERN) return tooLarge(`it is longer than ${LONGEST_PATTERN} characters`, whole);
  try {
    const compiled = RE2JS.compile(source, RE2JS.MULTILINE);
    const size = compiled.programSize();
    if (size > LARGEST_PROGRAM) return tooLarge('its repetitions multiply into a program that is too large', whole);
    return { ok: true, pattern: { size, find: (text) => firstMatch(compiled, text) } };
  } catch (error) {
    return { ok: false, fault: faultOf(source, error) };
  }
}

/** Nearly every pattern looks like `^## Summary`, which a plain search finds without the engine. */
function plainPattern(source: string): Pattern | null {
  const match = /^\^([^\\^$.|?*+()[\]{}\n]{1,200})(\$?)$/.exec(source);
  const text = match?.[1];
  if (!text) return null;
  const closed = match[2] === '$';
  return { size: text.length, find: (searched) => lineThatIs(searched, text, closed) };
}

function lineThatIs(searched: string, text: string, closed: boolean): Span | null {
  for (let start = searched.indexOf(text); start >= 0; start = searched.indexOf(text, start + 1)) {
    const end = start + text.length;
    const ends = !closed || end === searched.length || searched.charAt(end) === '\n';
    if (ends && (start === 0 || searched.charAt(start - 1) === '\n')) return { start, end };
  }
  return null;
}

function firstMatch(compiled: RE2JS, text: string): Span | null {
  const matcher = compiled.matcher(text);
  return matcher.find() ? { start: matcher.start(), end: matcher.end() } : null;
}

function tooLarge(detail: string, span: Span): PatternReading {
  return { ok: false, fault: { kind: 'too-large', detail, span } };
}

/** What the engine throws. Its class is not at hand because the engine is loaded on first use. */
interface EngineError {
  readonly error?: unknown;
  readonly input?: unknown;
}

function faultOf(source: string, thrown: unknown): PatternFault {
  const { error, input: quoted } = thrown as EngineError;
  const detail = typeof error === 'string' ? error : String(thrown);
  // The engine quotes the faulty text, which includes the added flag if it is the whole pattern.
  const input = typeof quoted === 'string' ? quoted.replace(/^\(\?m\)/, '') : '';
  const start = input === '' ? -1 : source.indexOf(input);
  const whole = start < 0 || input.length === source.length;
  const at = (whole && unbalancedBracket(source)) || {
    start: Math.max(0, start),
    end: start < 0 ? source.length : start + input.length,
  };
  if (/^\(\?<?[=!]/.test(source.slice(at.start))) {
    return { kind: 'look-around', detail, span: { start: at.start, end: groupEnd(source, at.start) } };
  }
  const named = /^\(\?P/.test(input) ? /\(\?P=\w*\)?/.exec(source) : null;
  if (named) {
    return { kind: 'back-reference', detail, span: { start: named.index, end: named.index + named[0].length } };
  }
  if (/^\\(?:[1-9]|k)/.test(input)) return { kind: 'back-reference', detail, span: at };
  if (/^\\[ZGRXKhHuN]|^\(\?[>#x(]|^[*+?]\+$/.test(input)) return { kind: 'foreign', detail, span: at };
  return { kind: 'syntax', detail, span: at };
}

/** The end of the group that opens at `start`; the end of the pattern if it is unclosed. */
function groupEnd(source: string, start: number): number {
  let depth = 0;
  for (let index = start; index < source.length; index++) {
    const character = source.charAt(index);
    if (character === '\\') index++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return index + 1;
  }
  return source.length;
}
