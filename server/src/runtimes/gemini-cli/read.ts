// The front matter as Gemini CLI finds and reads it.
import type { AgentDocument } from '../../model/document.ts';
import type { Span } from '../../util/text.ts';
import type { Reading } from '../runtime.ts';
import { entriesOf } from '../shared/entries.ts';
import { isMapping, type JsYamlReading, readJsYaml } from '../shared/jsYaml.ts';

export interface GeminiReading extends Reading {
  /** What js-yaml makes of it; null without front matter. */
  readonly yaml: JsYamlReading | null;
  /** Something stands behind the closing dashes, which costs the whole prompt. */
  readonly afterClose: Span | null;
}

/** Measured: the file opens with `---` and a line break; no byte order mark, no spaces. */
const OPEN = /^---\r?\n/;

/** Total. */
export function readFrontMatter(document: AgentDocument): GeminiReading {
  const { text } = document;
  const opened = OPEN.exec(text);
  if (!opened) return without('none', { start: 0, end: text.length });
  const open = opened[0].length;
  const close = text.indexOf('\n---', open);
  if (close < 0) return without('unclosed', { start: text.length, end: text.length });
  const innerEnd = text.charAt(close - 1) === '\r' && close > open ? close - 1 : close;
  const inner = { start: open, end: innerEnd };
  const yaml = readJsYaml(document, inner);
  const { body, afterClose } = bodyFrom(text, close + '\n---'.length);
  const rest = { inner, body, yaml, afterClose };
  if (!yaml.ok) return { ...rest, state: 'unreadable', entries: [], error: { message: yaml.message, span: yaml.span } };
  if (!isMapping(yaml.value)) return { ...rest, state: 'not-a-map', entries: [] };
  return { ...rest, state: 'read', entries: entriesOf(text, yaml.root) };
}

/** Measured: the prompt counts only where a line break follows the closing dashes at once. */
function bodyFrom(text: string, end: number): Pick<GeminiReading, 'body' | 'afterClose'> {
  const lineBreak = /^\r?\n/.exec(text.slice(end, end + 2));
  if (lineBreak) return { body: { start: end + lineBreak[0].length, end: text.length }, afterClose: null };
  const nowhere = { start: text.length, end: text.length };
  const lineEnd = text.indexOf('\n', end);
  return {
    body: nowhere,
    afterClose: end === text.length ? null : { start: end, end: lineEnd < 0 ? text.length : lineEnd },
  };
}

function without(state: 'none' | 'unclosed', body: Span): GeminiReading {
  return { state, entries: [], inner: null, body, yaml: null, afterClose: null };
}
