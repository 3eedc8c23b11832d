// The front matter as VS Code finds and reads it: lines of nothing but `---`, and a YAML reader of its own.

import type { AgentDocument } from '../../model/document.ts';
import type { YamlError, YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { FieldEntry } from '../entries.ts';
import type { Reading } from '../runtime.ts';
import { entriesOf } from '../shared/entries.ts';
import { readVsCodeYaml } from './yaml/index.ts';

export interface VsCodeReading extends Reading {
  readonly root: YamlNode | null;
  /** What its reader says; it goes on all the same. */
  readonly errors: readonly YamlError[];
  /** Lines that it passes over without a word. */
  readonly rest: Span | null;
}

const OPEN = /^\uFEFF?---[^\S\r\n]*(?:\r\n|\r|\n|$)/;
const CLOSE = /(?<=[\r\n])---[^\S\r\n]*(?=[\r\n]|$(?![\s\S]))/g;

/** Total. */
export function readFrontMatter({ text }: AgentDocument): VsCodeReading {
  const fences = findFences(text);
  if (!fences) {
    const whole = { start: 0, end: text.length };
    return { state: 'none', entries: [], inner: null, body: whole, root: null, errors: [], rest: null };
  }
  const { inner, body, isClosed } = fences;
  const { root, errors, rest } = readVsCodeYaml(text, inner);
  const entries = firstOfEach(entriesOf(text, root));
  const state = !isClosed ? 'unclosed' : root && root.kind !== 'map' ? 'not-a-map' : 'read';
  return { state, entries, inner, body, root, errors, rest };
}

interface Fences {
  /** What stands between them. */
  readonly inner: Span;
  readonly body: Span;
  readonly isClosed: boolean;
}

/** Null without front matter. Measured: without a closing fence everything is front matter, and there is no prompt. */
export function findFences(text: string): Fences | null {
  const opened = OPEN.exec(text);
  if (!opened) return null;
  const start = opened[0].length;
  // The closing fence is looked for with the line break before it, which belongs to the opening one.
  CLOSE.lastIndex = start - 1;
  const close = CLOSE.exec(text);
  const inner = { start, end: close?.index ?? text.length };
  const body = { start: close ? afterLine(text, CLOSE.lastIndex) : text.length, end: text.length };
  return { inner, body, isClosed: close !== null };
}

function afterLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(text.length, end + 1);
}

/** Of entries with one key, the first counts. */
function firstOfEach(entries: readonly FieldEntry[]): FieldEntry[] {
  const keys = new Set<string>();
  return entries.filter(({ key }) => !keys.has(key) && keys.add(key));
}
