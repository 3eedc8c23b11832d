// Characters that nobody sees who reads a text but that are part of it, except where writing needs them.
import type { Span } from '../util/text.ts';

export type HiddenKind = 'invisible' | 'direction' | 'tags' | 'selectors' | 'control';

/** Hidden characters of one kind that stand in a row. */
export interface HiddenRun {
  readonly kind: HiddenKind;
  readonly span: Span;
  readonly codes: readonly number[];
}

/** First and last code points. Line breaks, tabs and form feeds are white space; the blank of Braille looks like it. */
const HIDDEN: readonly (readonly [number, number])[] = [
  [0x0000, 0x0008],
  [0x000b, 0x000b],
  [0x000e, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];
const RUN = new RegExp(`[${HIDDEN.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join('')}]+`, 'gu');

/** By code units, in which a search is faster: the first halves of pairs stand for what is beyond them. */
const SIGN = new RegExp(`[${HIDDEN.map(([first, last]) => `${unit(first)}-${unit(last)}`).join('')}]`);

function unit(code: number): string {
  return `\\u${String.fromCodePoint(code).charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function escaped(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** In order. A byte order mark is none, nor is what an emoji or a script needs. Linear in the text. */
export function findHiddenRuns(text: string): HiddenRun[] {
  const found: HiddenRun[] = [];
  if (!SIGN.test(text)) return found;
  const lines = { rightToLeft: new LineTest(text, RIGHT_TO_LEFT), braille: new LineTest(text, BRAILLE) };
  for (const { 0: characters, index } of text.matchAll(RUN)) {
    const mark = index === 0 && characters.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    for (const run of splitByKind(characters.slice(mark), index + mark)) {
      if (!isMeant(text, run, lines)) found.push(run);
    }
  }
  return found;
}

function splitByKind(characters: string, start: number): HiddenRun[] {
  const runs: { kind: HiddenKind; span: { start: number; end: number }; codes: number[] }[] = [];
  let at = start;
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    const kind = kindOf(code);
    const last = runs.at(-1);
    const end = at + character.length;
    if (last?.kind === kind) {
      last.codes.push(code);
      last.span.end = end;
    } else {
      runs.push({ kind, span: { start: at, end }, codes: [code] });
    }
    at = end;
  }
  return runs;
}

function kindOf(code: number): HiddenKind {
  if (code < 0xa0) return 'control';
  if (isMark(code) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return 'direction';
  if (code >= 0xe0000 && code <= 0xe007f) return 'tags';
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return 'selectors';
  return 'invisible';
}

/** Marks that give a direction to what stands beside them, and turn nothing around. */
function isMark(code: number): boolean {
  return code === 0x061c || code === 0x200e || code === 0x200f;
}

interface LineTests {
  readonly rightToLeft: LineTest;
  readonly braille: LineTest;
}

function isMeant(text: string, run: HiddenRun, lines: LineTests): boolean {
  const { kind, span, codes } = run;
  const before = codeBefore(text, span.start);
  switch (kind) {
    case 'control':
      return false;
    case 'direction':
      return codes.every(isMark) && lines.rightToLeft.holdsAt(span.start);
    case 'tags':
      return before === BLACK_FLAG && FLAG_TAGS.test(String.fromCodePoint(...codes.slice(0, LONGEST_FLAG + 1)));
    case 'selectors':
      return isNormalSelection(codes, before);
    case 'invisible':
      return isNeeded(text, run, before) || (codes.every(isBraille) && lines.braille.holdsAt(span.start));
  }
}

const BLACK_FLAG = 0x1f3f4;
const LONGEST_FLAG = 7;
/** The flags of parts of a country: their letters as tags, and the mark that ends them. */
const FLAG_TAGS = /^[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}$/u;

/** One selects how the character before it looks; people's editors write it twice at times. */
function isNormalSelection(codes: readonly number[], before: number): boolean {
  if (codes.length <= 2 && codes.every((code) => code <= 0xfe0f)) return true;
  return codes.length === 1 && /\p{Script=Han}/u.test(String.fromCodePoint(before));
}

/** Joiners inside an emoji or beside letters of a script that is shaped by them or divides words with them. */
function isNeeded(text: string, { span, codes }: HiddenRun, before: number): boolean {
  const [first = 0] = codes;
  const after = text.codePointAt(span.end) ?? 0;
  if (codes.length === 1 && first === ZERO_WIDTH_JOINER) {
    const joined = isSelector(before) ? codeBefore(text, startOfCode(text, span.start)) : before;
    if (isEmoji(joined) && isEmoji(after)) return true;
  }
  if (codes.length <= 2 && codes.every(shapes)) return isShaped(before) || isShaped(after);
  return codes.length === 1 && (first === 0x115f || first === 0x1160) && (isJamo(before) || isJamo(after));
}

const ZERO_WIDTH_JOINER = 0x200d;

function shapes(code: number): boolean {
  return (code >= 0x200b && code <= 0x200d) || code === 0x034f || (code >= 0x17b4 && code <= 0x180f);
}

const SCRIPTS_WITHOUT_JOINERS =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]/u;

function isShaped(code: number): boolean {
  if (code < 0x0590) return false;
  const character = String.fromCodePoint(code);
  return /[\p{L}\p{M}]/u.test(character) && !SCRIPTS_WITHOUT_JOINERS.test(character);
}

function isEmoji(code: number): boolean {
  return code > 0xff && /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(String.fromCodePoint(code));
}

function isSelector(code: number): boolean {
  return code === 0xfe0e || code === 0xfe0f;
}

function isJamo(code: number): boolean {
  return code >= 0x1100 && code <= 0x11ff;
}

function isBraille(code: number): boolean {
  return code === 0x2800;
}

const RIGHT_TO_LEFT = /[\u05D0-\u05F2\u0620-\u08FF\uFB1D-\uFDFB\uFE70-\uFEFC]/;
const BRAILLE = /[\u2801-\u28FF]/;

/** Whether the line of a place has a character of a kind. Asked in order of places, so that each line is read once. */
class LineTest {
  private readonly text: string;
  private readonly pattern: RegExp;
  private end = -1;
  private holds = false;

  constructor(text: string, pattern: RegExp) {
    this.text = text;
    this.pattern = pattern;
  }

  holdsAt(offset: number): boolean {
    if (offset > this.end) {
      const start = this.text.lastIndexOf('\n', offset) + 1;
      const lineBreak = this.text.indexOf('\n', offset);
      this.end = lineBreak < 0 ? this.text.length : lineBreak;
      this.holds = this.pattern.test(this.text.slice(start, this.end));
    }
    return this.holds;
  }
}

/** The character that ends at an offset; 0 where the text starts. */
function codeBefore(text: string, offset: number): number {
  return offset === 0 ? 0 : (text.codePointAt(startOfCode(text, offset)) ?? 0);
}

function startOfCode(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  const isPair = last >= 0xdc00 && last <= 0xdfff && end >= 2;
  return isPair ? end - 2 : Math.max(0, end - 1);
}
