// Block scalars (`|`, `>`): their header, their indentation, and which line breaks they keep.
import { Fault } from './fault.ts';
import {
  codeAt,
  columnOf,
  HASH,
  isBlank,
  isBreakOrEnd,
  isDigit,
  type Source,
  SPACE,
  skipBlanks,
  skipToBreak,
  TAB,
  takeBreak,
} from './source.ts';
import type { ScalarToken } from './tokens.ts';

type Chomping = 'strip' | 'clip' | 'keep';

/** `parent` is the column of the block collection around. */
export function scanBlockScalar(source: Source, parent: number): ScalarToken {
  const start = source.at;
  const isLiteral = source.text.charAt(start) === '|';
  source.at++;
  const header = scanHeader(source, start);
  const base = parent >= 0 ? parent : 0;
  const gap = scanBreaks(source, start, header.increment === 0 ? null : base + header.increment, parent);
  const { indent } = gap;
  let { breaks } = gap;
  let { end } = header;
  let value = '';
  let lineBreak = '';
  let wasIndented = false;
  while (columnOf(source) === indent && !Number.isNaN(codeAt(source))) {
    const isIndented = isBlank(codeAt(source));
    const folds = !isLiteral && lineBreak === '\n' && !wasIndented && !isIndented;
    value += (folds ? (breaks === '' ? ' ' : '') : lineBreak) + breaks;
    wasIndented = isIndented;
    const from = source.at;
    skipToBreak(source);
    value += source.text.slice(from, source.at);
    end = source.at;
    lineBreak = takeBreak(source);
    breaks = scanBreaks(source, start, indent, parent).breaks;
  }
  if (header.chomping !== 'strip') value += lineBreak;
  if (header.chomping === 'keep') value += breaks;
  return { kind: 'scalar', style: isLiteral ? 'literal' : 'folded', value, start, end };
}

interface Header {
  readonly chomping: Chomping;
  /** 0 where the header leaves the indentation to the text. */
  readonly increment: number;
  readonly end: number;
}

function scanHeader(source: Source, start: number): Header {
  let chomping = scanChomping(source);
  const increment = scanIncrement(source, start);
  if (chomping === 'clip' && increment > 0) chomping = scanChomping(source);
  skipBlanks(source);
  if (codeAt(source) === HASH) skipToBreak(source);
  if (!isBreakOrEnd(codeAt(source))) {
    const at = source.at;
    skipToBreak(source);
    const span = { start: at, end: source.at };
    throw new Fault('bad-block-header', { at, context: 'while scanning a block scalar', contextAt: start, span });
  }
  const end = source.at;
  takeBreak(source);
  return { chomping, increment, end };
}

function scanChomping(source: Source): Chomping {
  const sign = source.text.charAt(source.at);
  if (sign !== '-' && sign !== '+') return 'clip';
  source.at++;
  return sign === '-' ? 'strip' : 'keep';
}

function scanIncrement(source: Source, start: number): number {
  const code = codeAt(source);
  if (!isDigit(code)) return 0;
  if (code === ZERO) {
    throw new Fault('zero-indentation', { at: source.at, context: 'while scanning a block scalar', contextAt: start });
  }
  source.at++;
  return code - ZERO;
}

/** Goes over blank lines to the next line of text. The deepest of them sets the indentation where none is known. */
function scanBreaks(
  source: Source,
  start: number,
  known: number | null,
  parent: number,
): { readonly breaks: string; readonly indent: number } {
  let breaks = '';
  let deepest = 0;
  for (;;) {
    while (codeAt(source) === SPACE && (known === null || columnOf(source) < known)) source.at++;
    deepest = Math.max(deepest, columnOf(source));
    if (codeAt(source) === TAB && (known === null || columnOf(source) < known)) {
      throw new Fault('tab-in-block', { at: source.at, context: 'while scanning a block scalar', contextAt: start });
    }
    const lineBreak = takeBreak(source);
    if (lineBreak === '') break;
    breaks += lineBreak;
  }
  return { breaks, indent: known ?? Math.max(deepest, parent + 1, 1) };
}

const ZERO = 0x30;
