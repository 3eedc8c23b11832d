// What stops the reader, and the error that is made of it: with line and column as the reader counts them.
import type { YamlError } from '../../../model/yaml.ts';
import type { Span } from '../../../util/text.ts';
import { type Context, PROBLEMS, type ProblemCode } from './problems.ts';

export interface FaultDetails {
  /** Where the reader gave up. */
  readonly at: number;
  readonly context?: Context;
  /** Where what the context names starts. */
  readonly contextAt?: number;
  /** The reader met the problem behind the end of the text, which is the start of a new line for it. */
  readonly afterText?: boolean;
  /** The characters to point at, where they are not the one at `at`. */
  readonly span?: Span;
  /** What is added to the problem: the key that is written twice. */
  readonly detail?: string;
}

export class Fault extends Error {
  readonly code: ProblemCode;
  readonly details: FaultDetails;

  constructor(code: ProblemCode, details: FaultDetails) {
    super(PROBLEMS[code].problem);
    this.code = code;
    this.details = details;
  }
}

/** An error of the reader: `message` in its own words, with line and column in the YAML text as it counts them. */
export interface LibyamlError extends YamlError {
  readonly code: ProblemCode;
  /** Plain words without a final stop. */
  readonly plain: string;
}

/** Spans stay within the text from `start`. */
export function toLibyamlError({ code, details }: Fault, text: string, start: number): LibyamlError {
  const { at, context, contextAt = at, span = { start: at, end: at + 1 }, detail } = details;
  const mark = markAt(text, start, at, details.afterText ?? OF_PARSER.has(code));
  const contextMark = contextAt === at ? mark : markAt(text, start, contextAt, false);
  const problem = detail === undefined ? PROBLEMS[code].problem : `${PROBLEMS[code].problem} ${detail}`;
  // The first character of a text has no line and column in these messages, and neither has a key written twice.
  const place = WITHOUT_PLACE.has(code) ? '' : placeOf(code, text, start, at, mark);
  const inContext = context === undefined ? '' : `, ${context}`;
  const contextPlace = context === undefined || contextMark === mark || contextAt === start ? '' : ` at ${contextMark}`;
  return {
    code,
    message: problem + place + inContext + contextPlace,
    plain: PROBLEMS[code].plain,
    span: { start: clamp(span.start, start, text), end: clamp(Math.max(span.start, span.end), start, text) },
  };
}

const WITHOUT_PLACE: ReadonlySet<ProblemCode> = new Set([
  'duplicate-key',
  'several-documents',
  'text-after-document',
  'too-many-aliases',
]);
/** Problems of the parser, for which the end of the text is the start of a new line. */
const OF_PARSER: ReadonlySet<ProblemCode> = new Set([
  'expected-key',
  'expected-item',
  'expected-node',
  'expected-list-end',
  'expected-map-end',
  'expected-document',
]);

function placeOf(code: ProblemCode, text: string, start: number, at: number, mark: string): string {
  if (code === 'control-character') return ` at position ${byteLength(text.slice(start, at))}`;
  return at === start ? '' : ` at ${mark}`;
}

function clamp(offset: number, start: number, text: string): number {
  return Math.max(start, Math.min(offset, text.length));
}

/** Lines and columns from 1; columns count characters, not UTF-16 units. */
function markAt(text: string, start: number, at: number, endsLine: boolean): string {
  const before = text.slice(start, at).split(/\r\n|[\n\r\x85\u2028\u2029]/);
  const endsInLine = endsLine && at >= text.length && before.at(-1) !== '';
  const line = before.length + (endsInLine ? 1 : 0);
  const column = endsInLine ? 1 : [...(before.at(-1) ?? '')].length + 1;
  return `line ${line} column ${column}`;
}

function byteLength(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
