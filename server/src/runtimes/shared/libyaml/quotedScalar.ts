// Quoted scalars: escapes, and how their lines fold.
import { HEX_DIGITS, SIMPLE_ESCAPES } from '../yamlCore.ts';
import { Fault } from './fault.ts';
import { createFold, type Fold } from './fold.ts';
import { atDocumentMark, codeAt, isBlank, isBreak, isSpace, type Source, takeBreak } from './source.ts';
import type { ScalarToken } from './tokens.ts';

export function scanQuotedScalar(source: Source): ScalarToken {
  const { text, at: start } = source;
  const quote = text.charAt(start);
  const fold = createFold();
  let value = '';
  source.at++;
  for (;;) {
    if (atDocumentMark(source)) throw unclosed(source, start, 'document-in-quotes');
    if (source.at >= text.length) throw unclosed(source, start, 'unclosed-quote');
    value += fold.take();
    const run = scanRun(source, quote, start);
    value += run.value;
    if (text.charAt(source.at) === quote) break;
    skipGap(source, fold, run.escapedBreak);
  }
  source.at++;
  return { kind: 'scalar', style: quote === "'" ? 'single' : 'double', value, start, end: source.at };
}

/** Up to a blank, a break, the closing quote or the end. */
function scanRun(
  source: Source,
  quote: string,
  start: number,
): { readonly value: string; readonly escapedBreak: boolean } {
  const { text } = source;
  let value = '';
  for (;;) {
    const from = source.at;
    while (!isSpace(codeAt(source)) && text.charAt(source.at) !== quote && text.charAt(source.at) !== '\\') source.at++;
    value += text.slice(from, source.at);
    const character = text.charAt(source.at);
    if (character === quote && quote === "'" && text.charAt(source.at + 1) === quote) {
      value += quote;
      source.at += 2;
    } else if (character === '\\' && quote === "'") {
      value += character;
      source.at++;
    } else if (character === '\\' && isBreak(codeAt(source, 1))) {
      source.at++;
      takeBreak(source);
      return { value, escapedBreak: true };
    } else if (character === '\\') {
      value += scanEscape(source, start);
    } else {
      return { value, escapedBreak: false };
    }
  }
}

/** After an escaped break, blanks at the start of the next line do not count. */
function skipGap(source: Source, fold: Fold, escapedBreak: boolean): void {
  let crossed = escapedBreak;
  if (escapedBreak) fold.skipFirstBreak();
  for (let code = codeAt(source); isBlank(code) || isBreak(code); code = codeAt(source)) {
    if (isBreak(code)) {
      fold.addBreak(takeBreak(source));
      crossed = true;
    } else {
      if (!crossed) fold.addBlank(code);
      source.at++;
    }
  }
}

function scanEscape(source: Source, start: number): string {
  const { text, at } = source;
  const name = text.charAt(at + 1);
  const simple = SIMPLE_ESCAPES.get(name);
  if (simple !== undefined) {
    source.at += 2;
    return simple;
  }
  const digits = HEX_DIGITS.get(name);
  if (digits === undefined) throw badEscape('bad-escape', at, start, { start: at, end: at + 2 });
  const written = /^[\da-fA-F]*/.exec(text.slice(at + 2, at + 2 + digits))?.[0] ?? '';
  const span = { start: at, end: at + 2 + written.length };
  if (written.length < digits) throw badEscape('bad-hex-escape', at + 2, start, span);
  const code = Number.parseInt(written, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw badEscape('bad-code-point', at + 2, start, span);
  source.at = span.end;
  return String.fromCodePoint(code);
}

type EscapeProblem = 'bad-escape' | 'bad-hex-escape' | 'bad-code-point';

function badEscape(code: EscapeProblem, at: number, start: number, span: { start: number; end: number }): Fault {
  return new Fault(code, { at, context: 'while parsing a quoted scalar', contextAt: start, span });
}

function unclosed(source: Source, start: number, code: 'unclosed-quote' | 'document-in-quotes'): Fault {
  const span = { start, end: start + 1 };
  return new Fault(code, { at: source.at, context: 'while scanning a quoted scalar', contextAt: start, span });
}
