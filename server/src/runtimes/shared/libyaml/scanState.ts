// What the scanner remembers: how deep it is, and which of the last tokens may turn out to be keys.
import { Fault } from './fault.ts';
import { characterIndex, columnOf, createSource, type Source } from './source.ts';
import type { MarkKind, Token } from './tokens.ts';

export interface ScanState {
  readonly source: Source;
  readonly queue: Token[];
  /** Tokens handed to the parser. */
  taken: number;
  /** Brackets that are open. */
  flowLevel: number;
  /** Column of the block collection around; -1 outside of all. */
  indent: number;
  readonly indents: number[];
  /** Whether a key without `? ` may start here. */
  simpleKeyAllowed: boolean;
  /** What may turn out to be a key: one per flow level at most, so the oldest stands first. */
  readonly simpleKeys: SimpleKey[];
}

interface SimpleKey {
  readonly level: number;
  /** Whether it has to be a key: it stands where the keys of a block mapping stand. */
  readonly required: boolean;
  /** The number of its token, from the start of the text. */
  readonly token: number;
  readonly at: number;
  readonly column: number;
  readonly line: number;
  readonly index: number;
}

/** A key and its colon stand on one line, at most this many characters apart. */
const SIMPLE_KEY_LIMIT = 1024;

export function createScanState(text: string, start: number): ScanState {
  return {
    source: createSource(text, start),
    queue: [],
    taken: 0,
    flowLevel: 0,
    indent: -1,
    indents: [],
    simpleKeyAllowed: true,
    simpleKeys: [],
  };
}

/** Whether the first token in the queue may still turn out to be a key. */
export function simpleKeyNeedsMore(state: ScanState): boolean {
  staleSimpleKeys(state);
  return state.simpleKeys[0]?.token === state.taken;
}

/** Gives up on keys whose colon can no longer come. */
export function staleSimpleKeys({ source, simpleKeys }: ScanState): void {
  for (let key = simpleKeys[0]; key && isStale(source, key); key = simpleKeys[0]) {
    if (key.required) throw missingColon(source, key);
    simpleKeys.shift();
  }
}

function isStale(source: Source, { at, line, index }: SimpleKey): boolean {
  // The distance in UTF-16 units is never smaller than that in characters, and costs nothing.
  const isNear = source.at - at <= SIMPLE_KEY_LIMIT || index + SIMPLE_KEY_LIMIT >= characterIndex(source);
  return line < source.line || !isNear;
}

export function saveSimpleKey(state: ScanState): void {
  if (!state.simpleKeyAllowed) return;
  const { source, flowLevel, indent } = state;
  dropSimpleKey(state);
  state.simpleKeys.push({
    level: flowLevel,
    required: flowLevel === 0 && indent === columnOf(source),
    token: state.taken + state.queue.length,
    at: source.at,
    column: columnOf(source),
    line: source.line,
    index: characterIndex(source),
  });
}

export function dropSimpleKey(state: ScanState): void {
  const key = ownSimpleKey(state);
  if (!key) return;
  if (key.required) throw missingColon(state.source, key);
  state.simpleKeys.pop();
}

/** At a colon: true where it makes a key of what stands before it. */
export function takeSimpleKey(state: ScanState): boolean {
  const key = ownSimpleKey(state);
  if (!key) return false;
  const place = key.token - state.taken;
  state.queue.splice(place, 0, { kind: 'key', start: key.at, end: key.at });
  openIndent(state, key.column, 'block-mapping-start', key.at, place);
  state.simpleKeys.pop();
  return true;
}

/** What may be a key on the flow level of the place. */
function ownSimpleKey({ simpleKeys, flowLevel }: ScanState): SimpleKey | undefined {
  const key = simpleKeys.at(-1);
  return key?.level === flowLevel ? key : undefined;
}

/** Opens a block collection where its column lies deeper than the one around. */
export function openIndent(state: ScanState, column: number, kind: MarkKind, at: number, place?: number): void {
  if (state.flowLevel > 0 || state.indent >= column) return;
  state.indents.push(state.indent);
  state.indent = column;
  state.queue.splice(place ?? state.queue.length, 0, { kind, start: at, end: at });
}

/** Closes the block collections that lie deeper than a column. */
export function closeIndents(state: ScanState, column: number): void {
  if (state.flowLevel > 0) return;
  const { at } = state.source;
  while (state.indent > column) {
    state.queue.push({ kind: 'block-end', start: at, end: at });
    state.indent = state.indents.pop() ?? -1;
  }
}

function missingColon(source: Source, key: SimpleKey): Fault {
  const line = /^[^\n\r]*/.exec(source.text.slice(key.at, key.at + 2 * SIMPLE_KEY_LIMIT))?.[0].trimEnd() ?? '';
  return new Fault('missing-colon', {
    at: source.at,
    context: 'while scanning a simple key',
    contextAt: key.at,
    afterText: source.isOver,
    span: { start: key.at, end: key.at + line.length },
  });
}
