// Tokens, one function for each kind: what it does to the keys and indentation that the scanner remembers.
import { scanBlockScalar } from './blockScalar.ts';
import { scanDirective } from './directives.ts';
import { Fault } from './fault.ts';
import { scanPlainScalar } from './plainScalar.ts';
import { closeIndents, dropSimpleKey, openIndent, type ScanState, saveSimpleKey, takeSimpleKey } from './scanState.ts';
import { atDocumentMark, codeAt, columnOf, isBlank, isSpace, TAB } from './source.ts';
import type { MarkKind, Token } from './tokens.ts';

function pushIndicator(state: ScanState, kind: MarkKind): true {
  const { at } = state.source;
  state.source.at++;
  state.queue.push({ kind, start: at, end: at + 1 });
  return true;
}

export function fetchFlowStart(state: ScanState, kind: MarkKind): true {
  saveSimpleKey(state);
  state.flowLevel++;
  state.simpleKeyAllowed = true;
  return pushIndicator(state, kind);
}

export function fetchFlowEnd(state: ScanState, kind: MarkKind): true {
  dropSimpleKey(state);
  if (state.flowLevel > 0) state.flowLevel--;
  state.simpleKeyAllowed = false;
  return pushIndicator(state, kind);
}

export function fetchFlowEntry(state: ScanState): true {
  dropSimpleKey(state);
  state.simpleKeyAllowed = true;
  return pushIndicator(state, 'flow-entry');
}

export function fetchBlockEntry(state: ScanState): true {
  if (state.flowLevel === 0) {
    if (!state.simpleKeyAllowed) throw new Fault('list-item-here', { at: state.source.at });
    openIndent(state, columnOf(state.source), 'block-sequence-start', state.source.at);
  }
  dropSimpleKey(state);
  state.simpleKeyAllowed = true;
  return pushIndicator(state, 'block-entry');
}

export function fetchKey(state: ScanState): true {
  if (state.flowLevel === 0) {
    if (!state.simpleKeyAllowed) throw new Fault('key-here', { at: state.source.at });
    openIndent(state, columnOf(state.source), 'block-mapping-start', state.source.at);
  }
  dropSimpleKey(state);
  state.simpleKeyAllowed = state.flowLevel === 0;
  return pushIndicator(state, 'key');
}

export function fetchValue(state: ScanState): true {
  if (takeSimpleKey(state)) {
    state.simpleKeyAllowed = false;
  } else {
    if (state.flowLevel === 0) {
      if (!state.simpleKeyAllowed) throw new Fault('nested-mapping', { at: state.source.at });
      openIndent(state, columnOf(state.source), 'block-mapping-start', state.source.at);
    }
    state.simpleKeyAllowed = state.flowLevel === 0;
  }
  return pushIndicator(state, 'value');
}

/** A token on one line or in quotes: it may be a key, and none may follow it directly. */
export function fetchInline(state: ScanState, scan: () => Token): true {
  saveSimpleKey(state);
  state.simpleKeyAllowed = false;
  state.queue.push(scan());
  return true;
}

export function fetchBlockScalar(state: ScanState): true {
  dropSimpleKey(state);
  state.simpleKeyAllowed = true;
  state.queue.push(scanBlockScalar(state.source, state.indent));
  return true;
}

/** What no indicator starts. */
export function fetchPlainScalar(state: ScanState): void {
  const { source } = state;
  const code = codeAt(source);
  const next = codeAt(source, 1);
  const character = source.text.charAt(source.at);
  const mayStart =
    character === '-'
      ? !isBlank(next)
      : state.flowLevel === 0 && (character === '?' || character === ':')
        ? !isSpace(next)
        : !isSpace(code) && !NEVER_PLAIN.includes(character);
  if (!mayStart) {
    const problem = code === TAB ? 'tab-before-token' : 'reserved-character';
    throw new Fault(problem, { at: source.at, context: 'while scanning for the next token' });
  }
  saveSimpleKey(state);
  state.simpleKeyAllowed = false;
  const { token, crossedLines } = scanPlainScalar(source, state.indent, state.flowLevel > 0);
  state.queue.push(token);
  if (crossedLines) state.simpleKeyAllowed = true;
}

const NEVER_PLAIN = '?:,[]{}#&*!|>\'"%@`';

export function fetchStreamEnd(state: ScanState): void {
  const { at } = state.source;
  // The end counts as the start of a new line: no key of the last one can have its colon there.
  state.source.line++;
  state.source.isOver = true;
  closeIndents(state, -1);
  dropSimpleKey(state);
  state.simpleKeyAllowed = false;
  state.queue.push({ kind: 'stream-end', start: at, end: at });
}

export function fetchDirective(state: ScanState): void {
  closeIndents(state, -1);
  dropSimpleKey(state);
  state.simpleKeyAllowed = false;
  state.queue.push(scanDirective(state.source));
}

export function fetchDocumentMark(state: ScanState): void {
  const { source } = state;
  const kind = atDocumentMark(source, '---') ? 'document-start' : 'document-end';
  closeIndents(state, -1);
  dropSimpleKey(state);
  state.simpleKeyAllowed = false;
  state.queue.push({ kind, start: source.at, end: source.at + 3 });
  source.at += 3;
}
