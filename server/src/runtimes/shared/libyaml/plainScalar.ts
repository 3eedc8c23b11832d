// Plain scalars: where they end, and how their lines fold.
import { Fault } from './fault.ts';
import { createFold, type Fold } from './fold.ts';
import {
  atDocumentMark,
  COLON,
  codeAt,
  columnOf,
  HASH,
  isBlank,
  isBreak,
  isFlowIndicator,
  isSpace,
  type Source,
  TAB,
  takeBreak,
} from './source.ts';
import type { ScalarToken } from './tokens.ts';

export interface PlainScalar {
  readonly token: ScalarToken;
  /** It ends before a line break, so that a key may come next. */
  readonly crossedLines: boolean;
}

/** `indent` is the column of the block collection around. */
export function scanPlainScalar(source: Source, indent: number, inFlow: boolean): PlainScalar {
  const { text, at: start } = source;
  const fold = createFold();
  let value = '';
  let end = start;
  let crossedLines = false;
  for (;;) {
    if (atDocumentMark(source) || codeAt(source) === HASH) break;
    const from = source.at;
    skipRun(source, inFlow, start);
    if (source.at > from) {
      value += fold.take() + text.slice(from, source.at);
      crossedLines = false;
      end = source.at;
    }
    if (!isBlank(codeAt(source)) && !isBreak(codeAt(source))) break;
    crossedLines = skipGap(source, fold, indent + 1, start) || crossedLines;
    if (!inFlow && columnOf(source) <= indent) break;
  }
  return { token: { kind: 'scalar', style: 'plain', value, start, end }, crossedLines };
}

function skipRun(source: Source, inFlow: boolean, start: number): void {
  for (;;) {
    const code = codeAt(source);
    if (isSpace(code) || (inFlow && isFlowIndicator(code))) return;
    if (code === COLON) {
      const next = codeAt(source, 1);
      if (inFlow && (isFlowIndicator(next) || next === QUESTION_MARK)) {
        throw new Fault('flow-colon', { at: source.at, context: 'while scanning a plain scalar', contextAt: start });
      }
      if (isSpace(next)) return;
    }
    source.at++;
  }
}

/** True where a line break lies in the gap. */
function skipGap(source: Source, fold: Fold, indent: number, start: number): boolean {
  let crossed = false;
  for (let code = codeAt(source); isBlank(code) || isBreak(code); code = codeAt(source)) {
    if (isBreak(code)) {
      fold.addBreak(takeBreak(source));
      crossed = true;
      continue;
    }
    if (crossed && code === TAB && columnOf(source) < indent) {
      throw new Fault('tab-in-plain', { at: source.at, context: 'while scanning a plain scalar', contextAt: start });
    }
    if (!crossed) fold.addBlank(code);
    source.at++;
  }
  return crossed;
}

const QUESTION_MARK = 0x3f;
