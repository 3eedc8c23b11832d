// The scanner: which token comes next. Follows libyaml 0.2.5, whose port serde_yaml uses.
import {
  fetchBlockEntry,
  fetchBlockScalar,
  fetchDirective,
  fetchDocumentMark,
  fetchFlowEnd,
  fetchFlowEntry,
  fetchFlowStart,
  fetchInline,
  fetchKey,
  fetchPlainScalar,
  fetchStreamEnd,
  fetchValue,
} from './fetch.ts';
import { scanName, scanTag } from './properties.ts';
import { scanQuotedScalar } from './quotedScalar.ts';
import { closeIndents, type ScanState, simpleKeyNeedsMore, staleSimpleKeys } from './scanState.ts';
import {
  atDocumentMark,
  codeAt,
  columnOf,
  HASH,
  isBreak,
  isSpace,
  SPACE,
  skipToBreak,
  TAB,
  takeBreak,
} from './source.ts';
import type { Token } from './tokens.ts';

/** The next token, left in place. */
export function peek(state: ScanState): Token {
  while (state.queue.length === 0 || simpleKeyNeedsMore(state)) fetchToken(state);
  return state.queue[0] as Token;
}

/** The next token, taken away. */
export function take(state: ScanState): Token {
  const token = peek(state);
  state.queue.shift();
  state.taken++;
  return token;
}

function fetchToken(state: ScanState): void {
  const { source } = state;
  skipGap(state);
  staleSimpleKeys(state);
  closeIndents(state, columnOf(source));
  const code = codeAt(source);
  if (Number.isNaN(code)) fetchStreamEnd(state);
  else if (code === PERCENT && columnOf(source) === 0) fetchDirective(state);
  else if (atDocumentMark(source)) fetchDocumentMark(state);
  else if (!fetchIndicator(state, String.fromCharCode(code))) fetchPlainScalar(state);
}

const PERCENT = 0x25;

/** Over blanks, breaks and comments. A tab is a blank only where no key can start. */
function skipGap(state: ScanState): void {
  const { source } = state;
  for (;;) {
    let code = codeAt(source);
    while (code === SPACE || (code === TAB && (state.flowLevel > 0 || !state.simpleKeyAllowed))) {
      source.at++;
      code = codeAt(source);
    }
    if (code === HASH) skipToBreak(source);
    if (!isBreak(codeAt(source))) return;
    takeBreak(source);
    if (state.flowLevel === 0) state.simpleKeyAllowed = true;
  }
}

/** True where the character is an indicator in its place. */
function fetchIndicator(state: ScanState, character: string): boolean {
  const inFlow = state.flowLevel > 0;
  const isAlone = isSpace(codeAt(state.source, 1));
  switch (character) {
    case '[':
      return fetchFlowStart(state, 'flow-sequence-start');
    case '{':
      return fetchFlowStart(state, 'flow-mapping-start');
    case ']':
      return fetchFlowEnd(state, 'flow-sequence-end');
    case '}':
      return fetchFlowEnd(state, 'flow-mapping-end');
    case ',':
      return fetchFlowEntry(state);
    case '-':
      return isAlone && fetchBlockEntry(state);
    case '?':
      return (inFlow || isAlone) && fetchKey(state);
    case ':':
      return (inFlow || isAlone) && fetchValue(state);
    case '*':
    case '&':
      return fetchInline(state, () => scanName(state.source));
    case '!':
      return fetchInline(state, () => scanTag(state.source, inFlow));
    case '|':
    case '>':
      return !inFlow && fetchBlockScalar(state);
    case "'":
    case '"':
      return fetchInline(state, () => scanQuotedScalar(state.source));
    default:
      return false;
  }
}
