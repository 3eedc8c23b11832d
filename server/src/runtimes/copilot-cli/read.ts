// The front matter as Copilot CLI finds and reads it.
import type { AgentDocument } from '../../model/document.ts';
import { bomLength } from '../../model/fence.ts';
import { resolveAlias } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { Reading } from '../runtime.ts';
import { entriesOf } from '../shared/entries.ts';
import { type LibyamlTree, parseLibyaml } from '../shared/libyaml/index.ts';

export interface CopilotReading extends Reading {
  /** Null without front matter. */
  readonly tree: LibyamlTree | null;
  /** The opening fence, or the first line where it is none. */
  readonly open: Span;
}

const FENCE = '---';

/** Total. Measured: both fences are `---` at the start of a line, with white space at most behind it. */
export function readFrontMatter({ text }: AgentDocument): CopilotReading {
  const start = bomLength(text);
  const openEnd = lineEnd(text, start);
  const open = { start, end: start + text.slice(start, openEnd).trimEnd().length };
  if (!isFence(text, start, openEnd)) return without('none', { start, end: text.length }, open);
  const close = findClosingFence(text, openEnd);
  if (close === null) return without('unclosed', { start: text.length, end: text.length }, open);
  const inner = { start: Math.min(openEnd + 1, close), end: innerEnd(text, openEnd + 1, close) };
  const body = { start: Math.min(text.length, lineEnd(text, close) + 1), end: text.length };
  const tree = parseLibyaml(text.slice(0, inner.end), inner.start);
  const rest = { inner, body, open, tree };
  const [error] = tree.errors;
  if (error) return { ...rest, state: 'unreadable', entries: [], error: { message: error.message, span: error.span } };
  const root = resolveAlias(tree.root);
  if (root?.kind === 'map') return { ...rest, state: 'read', entries: entriesOf(text, root) };
  // Nothing but comments, or null: a front matter without keys.
  const isEmpty = root === null || (root.kind === 'scalar' && root.value === null);
  return { ...rest, state: isEmpty ? 'read' : 'not-a-map', entries: [] };
}

function findClosingFence(text: string, from: number): number | null {
  for (let at = text.indexOf(`\n${FENCE}`, from); at >= 0; at = text.indexOf(`\n${FENCE}`, at + 1)) {
    if (isFence(text, at + 1, lineEnd(text, at + 1))) return at + 1;
  }
  return null;
}

function isFence(text: string, start: number, end: number): boolean {
  return text.startsWith(FENCE, start) && text.slice(start + FENCE.length, end).trim() === '';
}

/** The YAML ends before the line break that precedes the closing fence. */
function innerEnd(text: string, start: number, close: number): number {
  const end = text.charAt(close - 2) === '\r' ? close - 2 : close - 1;
  return Math.max(Math.min(start, close), end);
}

/** Measured: a lone CR ends no line. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function without(state: 'none' | 'unclosed', body: Span, open: Span): CopilotReading {
  return { state, entries: [], inner: null, body, open, tree: null };
}
