// What reading a pattern reveals: whether it is anchored, its literal prefix, and its alternatives.
import type { Span } from '../../util/text.ts';

export interface PatternShape {
  /** Every alternative starts at the beginning of a line. */
  readonly anchored: boolean;
  /** Whether the pattern has top-level alternatives: `^a|b`. */
  readonly branches: number;
  /** The text every match begins with: `## VERDICT: ` of `^## VERDICT: (PASS|FAIL)$`. */
  readonly prefix: string;
  /** The alternatives of plain words after the prefix; may be empty. */
  readonly choices: readonly Choice[];
  /** A string the pattern matches; null if it contains more than plain text and one set of alternatives. */
  readonly sample: string | null;
  /** It ends with `$`. */
  readonly closed: boolean;
}

export interface Choice {
  readonly text: string;
  /** In the pattern. */
  readonly span: Span;
}

const FLAGS = /^\(\?[imsU]+\)/;
/** White space in any notation, treated as one space. */
const BLANKS = /^(?:\\s|\[ (?:\\t|\t)?\]|\[\\s\]| )[+*]/;
const GROUP_OPEN = /^\((?:\?(?::|P?<\w+>))?/;

export function shapeOf(source: string): PatternShape {
  const flags = FLAGS.exec(source)?.[0].length ?? 0;
  const rest = source.slice(flags);
  const branches = splitBranches(rest);
  const anchored = branches.every(isAnchored);
  if (branches.length > 1) {
    return { anchored, branches: branches.length, prefix: '', choices: [], sample: null, closed: false };
  }
  const start = flags + (rest.startsWith('^') ? 1 : 0);
  const literal = readLiteral(source, start);
  const choice = readChoices(source, literal.end);
  const tail = source.slice(choice?.end ?? literal.end);
  const [first] = choice?.choices ?? [{ text: '' }];
  return {
    anchored,
    branches: 1,
    prefix: literal.text,
    choices: choice?.choices ?? [],
    sample: tail === '' || tail === '$' ? literal.text + (first?.text ?? '') : null,
    closed: tail.endsWith('$') && !tail.endsWith('\\$'),
  };
}

/** The literal letters and digits of a pattern, in lowercase and without anything else. */
export function lettersOf(source: string): string {
  return fold(
    source.replace(/\\[pP]\{[^}]{0,40}\}|\\[A-Za-z]|\[[^\]]{0,200}\]|\{\d{0,4},?\d{0,4}\}|\(\?[^):]{0,40}[:)>]/g, ''),
  );
}

export function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A pattern that matches exactly this string. */
export function literally(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/** The first bracket that closes nothing, or else the last unclosed one; null if all match. */
export function unbalancedBracket(source: string): Span | null {
  const open: number[] = [];
  let stray = -1;
  forEachSign(source, (sign, index) => {
    if (sign === '(') open.push(index);
    else if (sign === ')' && open.pop() === undefined && stray < 0) stray = index;
  });
  const at = stray < 0 ? open.at(-1) : stray;
  return at === undefined ? null : { start: at, end: at + 1 };
}

/** The top-level alternatives. */
function splitBranches(source: string): string[] {
  const branches: string[] = [];
  let depth = 0;
  let from = 0;
  forEachSign(source, (sign, index) => {
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '|' && depth === 0) {
      branches.push(source.slice(from, index));
      from = index + 1;
    }
  });
  return [...branches, source.slice(from)];
}

/** Every character that is neither escaped nor in brackets. */
function forEachSign(source: string, visit: (sign: string, index: number) => void): void {
  let inClass = false;
  for (let index = 0; index < source.length; index++) {
    const sign = source.charAt(index);
    if (sign === '\\') index++;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else visit(sign, index);
  }
}

function isAnchored(branch: string): boolean {
  if (/^(?:\^|\\A)/.test(branch)) return true;
  const open = GROUP_OPEN.exec(branch)?.[0];
  if (!open) return false;
  const close = closingBracket(branch, 0);
  if (close < 0 || /^[?*{]/.test(branch.slice(close + 1))) return false;
  return splitBranches(branch.slice(open.length, close)).every((each) => /^(?:\^|\\A)/.test(each));
}

function closingBracket(source: string, open: number): number {
  let depth = 0;
  let found = -1;
  forEachSign(source.slice(open), (sign, index) => {
    if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0 && found < 0) found = open + index;
  });
  return found;
}

function readLiteral(source: string, start: number): { text: string; end: number } {
  let text = '';
  let index = start;
  while (index < source.length) {
    const blanks = BLANKS.exec(source.slice(index, index + 20))?.[0];
    if (blanks) {
      text += ' ';
      index += blanks.length;
      continue;
    }
    const sign = source.charAt(index);
    const escaped = sign === '\\';
    const character = escaped ? source.charAt(index + 1) : sign;
    if (escaped ? !/[^A-Za-z0-9]/.test(character) : /[\\^$.|?*+()[\]{}]/.test(character)) break;
    const next = index + (escaped ? 2 : 1);
    // Repeated or optional characters are not plain text.
    if (/[?*+{]/.test(source.charAt(next))) break;
    text += character;
    index = next;
  }
  return { text, end: index };
}

function readChoices(source: string, start: number): { choices: Choice[]; end: number } | null {
  const open = GROUP_OPEN.exec(source.slice(start))?.[0];
  const close = open ? closingBracket(source, start) : -1;
  if (!open || close < 0 || /[?*+{]/.test(source.charAt(close + 1))) return null;
  const choices: Choice[] = [];
  let at = start + open.length;
  for (const text of source.slice(at, close).split('|')) {
    if (!/^[\p{L}\p{N}_ -]+$/u.test(text)) return null;
    choices.push({ text, span: { start: at, end: at + text.length } });
    at += text.length + 1;
  }
  return { choices, end: close + 1 };
}
