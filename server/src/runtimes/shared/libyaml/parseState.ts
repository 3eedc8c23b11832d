// What the parser remembers: anchors, tags, how deep it is, and how much its aliases stand for.
import type { YamlNode } from '../../../model/yaml.ts';
import type { Span } from '../../../util/text.ts';
import { Fault } from './fault.ts';
import { createScanState, type ScanState } from './scanState.ts';
import type { TagToken, Token } from './tokens.ts';

export interface ParseState {
  readonly scan: ScanState;
  readonly anchors: Map<string, YamlNode>;
  /** What the handles of tags stand for. */
  readonly handles: Map<string, string>;
  /** Directives passed. */
  readonly declared: Set<string>;
  /** Collections around the place. */
  depth: number;
  /** Of collections that are complete: how deep they are, and how many aliases they follow. */
  readonly weights: WeakMap<YamlNode, Weight>;
  /** Per open collection, what is known of its weight. */
  readonly open: Weight[];
  nodes: number;
  /** A `...` line was passed. */
  endedDocument: boolean;
}

export interface Weight {
  /** Collections inside one another. */
  height: number;
  /** Aliases followed. */
  jumps: number;
}

/** What stands before a node: `&anchor` and `!tag`. */
export interface Properties extends Span {
  readonly anchor?: string;
  /** The whole tag. */
  readonly tag?: string;
  readonly writtenTag?: string;
}

/** serde_yaml's limit: collections inside one another. */
export const DEPTH_LIMIT = 128;

export function createParseState(text: string, start: number): ParseState {
  return {
    scan: createScanState(text, start),
    anchors: new Map(),
    handles: new Map(DEFAULT_HANDLES),
    declared: new Set(),
    depth: 0,
    weights: new WeakMap(),
    open: [{ height: 0, jumps: 0 }],
    nodes: 0,
    endedDocument: false,
  };
}

const DEFAULT_HANDLES: readonly (readonly [string, string])[] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
];

/** Reads a collection one level deeper. */
export function nested<T>(state: ParseState, at: number, step: () => T): T {
  if (++state.depth > DEPTH_LIMIT) throw new Fault('too-deep', { at });
  state.open.push({ height: 0, jumps: 0 });
  const result = step();
  state.depth--;
  return result;
}

/** A directive before a document; each kind, and each handle, may come once. */
export function declare(state: ParseState, token: Token): void {
  const name = token.kind === 'tag-directive' ? token.handle : '%YAML';
  if (state.declared.has(name)) throw new Fault('bad-directive', { at: token.start, span: token });
  state.declared.add(name);
  if (token.kind === 'tag-directive') state.handles.set(token.handle, token.prefix);
}

/** `nodeStart`: where the node with the tag starts, an anchor before it included. */
export function resolveTag(state: ParseState, { handle, suffix, ...span }: TagToken, nodeStart: number): string {
  if (handle === '') return suffix;
  const prefix = state.handles.get(handle);
  if (prefix !== undefined) return prefix + suffix;
  const context = 'while parsing a node';
  throw new Fault('unknown-tag-handle', { at: span.start, context, contextAt: nodeStart, span });
}
