// The front matter as VS Code finds it. Its YAML reader is forgiving and its own; where YAML is valid both mean the same.
import type { AgentDocument } from '../../model/document.ts';
import { parseYaml, type YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { Reading } from '../runtime.ts';
import { entriesOf } from '../shared/jsYaml.ts';

export interface VsCodeReading extends Reading {
  readonly root: YamlNode | null;
  /** Not valid YAML, so what VS Code makes of it is not known here in detail. */
  readonly isForgiven: boolean;
}

const OPEN = /^\uFEFF?---[ \t\r]*(?:\n|$)/;
const CLOSE = /^---[ \t\r]*$/m;

/** Total. Measured: without a closing fence everything is header, and there is no prompt. */
export function readFrontMatter({ text }: AgentDocument): VsCodeReading {
  const opened = OPEN.exec(text);
  const nothing = { entries: [], root: null, isForgiven: false } as const;
  if (!opened) return { ...nothing, state: 'none', inner: null, body: { start: 0, end: text.length } };
  const start = opened[0].length;
  const close = CLOSE.exec(text.slice(start));
  const inner = { start, end: close ? start + close.index : text.length };
  const body = close ? bodyAfter(text, inner.end + close[0].length) : { start: text.length, end: text.length };
  const source = text.slice(inner.start, inner.end);
  const { root, errors } = parseYaml(source, (offset) => inner.start + Math.min(offset, source.length));
  const state = close ? 'read' : 'unclosed';
  return { state, entries: entriesOf(root), inner, body, root, isForgiven: errors.length > 0 };
}

function bodyAfter(text: string, fenceEnd: number): Span {
  return { start: Math.min(text.length, fenceEnd + 1), end: text.length };
}
