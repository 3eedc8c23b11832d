// The front matter as Qwen Code finds and reads it: strict YAML, and where that fails its own lenient reader.
import type { AgentDocument } from '../../model/document.ts';
import { resolveAlias } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { Reading } from '../runtime.ts';
import { entriesOf } from '../shared/entries.ts';
import type { YamlFault } from '../shared/yamlFault.ts';
import { readLeniently } from './lenient.ts';
import { type NormalizedText, normalizeNewlines } from './newlines.ts';
import { readStrictYaml, type StrictYaml } from './yaml.ts';

export interface QwenReading extends Reading {
  /** The line that opens the front matter, or should. */
  readonly open: Span;
  /** A line that was meant to close it, where none does. */
  readonly nearClose: Span | null;
  /** The prompt, line endings made alike and white space around it taken off. */
  readonly prompt: string;
  /** Null without front matter. */
  readonly yaml: StrictYaml | null;
  /** The front matter as Qwen Code sees it, with the way back to the file. */
  readonly source: NormalizedText;
  /** Why the lenient reader took over; null where it did not. */
  readonly fault: YamlFault | null;
  readonly misread: readonly Span[];
}

const OPEN = '---\n';
const CLOSE = '\n---\n';

/** Total. Measured: both fences are exactly `---`, and a line break follows each of them. */
export function readFrontMatter(document: AgentDocument): QwenReading {
  const source = normalizeNewlines(document.text);
  const { text, toSource } = source;
  const open = spanIn(source, 0, lineEnd(text, 0));
  const whole = { start: toSource(0), end: document.text.length };
  if (!text.startsWith(OPEN)) return { ...nothing(source), state: 'none', open, body: whole };
  const close = text.indexOf(CLOSE, OPEN.length);
  if (close < 0) {
    return {
      ...nothing(source),
      state: 'unclosed',
      open,
      nearClose: nearClose(source),
      body: { ...whole, start: whole.end },
    };
  }
  const inner = spanIn(source, OPEN.length, close);
  const body = { start: toSource(close + CLOSE.length), end: document.text.length };
  const prompt = text.slice(close + CLOSE.length).trim();
  const yamlText = text.slice(OPEN.length, close);
  const part = { text: yamlText, toSource: (offset: number) => toSource(OPEN.length + offset) };
  return { ...readYaml(part, document.text), open, nearClose: null, inner, body, prompt, source: part };
}

type YamlPart = Pick<QwenReading, 'state' | 'entries' | 'yaml' | 'fault' | 'misread' | 'error'>;

function readYaml({ text, toSource }: NormalizedText, file: string): YamlPart {
  const yaml = readStrictYaml(text, toSource, file);
  const root = resolveAlias(yaml.root);
  const isEmpty = root === null || (root.kind === 'scalar' && root.value === null);
  const fault = yaml.faults[0] ?? yaml.unresolvable ?? null;
  if (fault === null && (isEmpty || root.kind === 'map')) {
    return { state: 'read', entries: entriesOf(file, root), yaml, fault: null, misread: [] };
  }
  const found = fault ?? { message: 'it holds no keys', span: root?.span ?? { start: toSource(0), end: toSource(0) } };
  return { ...readLeniently(text, toSource), state: 'repaired', yaml, fault: found, error: found };
}

function nothing(source: NormalizedText) {
  return {
    entries: [],
    nearClose: null,
    inner: null,
    prompt: '',
    yaml: null,
    source: { ...source, text: '' },
    fault: null,
    misread: [],
  } as const;
}

/** `--- `, `----`, `...`, or a fence that ends the file. */
function nearClose(source: NormalizedText): Span | null {
  const found = /\n(?:---|\.\.\.(?=[ \t]*(?:\n|$)))/.exec(source.text);
  return found && spanIn(source, found.index + 1, lineEnd(source.text, found.index + 1));
}

function spanIn({ toSource }: NormalizedText, start: number, end: number): Span {
  return { start: toSource(start), end: toSource(end) };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
