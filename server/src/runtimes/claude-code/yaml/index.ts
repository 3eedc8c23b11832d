// YAML as Claude Code's runtime reads it, including its deviations from the specification. Never throws.
import type { YamlError, YamlNode, YamlTree } from '../../../model/yaml.ts';
import { readSimpleMapping } from '../../shared/simpleYaml.ts';
import { Fault, toYamlError } from './fault.ts';
import { readDocument } from './parser.ts';
import { atDocumentEnd, createReader, endOfLine, type Reader, skipGap } from './reader.ts';

type ToSource = (offset: number) => number;

/**
 * Reads `text` from `start`. Spans are offsets in `text`, converted by `toSource` if given. There is at most one error:
 * the runtime reads nothing from a text with an error, and the root is then null.
 */
export function parseRuntimeYaml(text: string, start = 0, toSource?: ToSource): YamlTree {
  const root = readSimpleMapping(text, start);
  if (!root) return parseAnyRuntimeYaml(text, start, toSource);
  if (toSource) moveSpans(root, toSource, new Set());
  return { root, errors: [], documentCount: 1 };
}

/** The same without a look for what is simple. */
export function parseAnyRuntimeYaml(text: string, start = 0, toSource?: ToSource): YamlTree {
  const reader = createReader(text, start);
  try {
    const tree = readStream(reader);
    if (toSource && tree.root) moveSpans(tree.root, toSource, new Set());
    return tree;
  } catch (error) {
    return { root: null, errors: [toError(error, text, toSource ?? same)], documentCount: 1 };
  }
}

/** Measured: documents after a `...` line make the result a list of documents, which is not a mapping. */
function readStream(reader: Reader): YamlTree {
  const root = readDocument(reader);
  let documentCount = 1;
  while (skipDocumentEnd(reader)) {
    reader.anchors.clear();
    const start = reader.at;
    readDocument(reader);
    if (reader.at > start) documentCount++;
  }
  return { root, errors: [], documentCount };
}

/** Skips the `...` line at the reader's position; false at the end of the text. */
function skipDocumentEnd(reader: Reader): boolean {
  if (!atDocumentEnd(reader)) return false;
  while (atDocumentEnd(reader)) {
    reader.at += 3;
    const { newLine } = skipGap(reader);
    if (reader.at >= reader.text.length) return false;
    if (!newLine) throw new Fault('text-after-value', reader.at, endOfLine(reader.text, reader.at));
  }
  return true;
}

function same(offset: number): number {
  return offset;
}

function toError(error: unknown, text: string, toSource: ToSource): YamlError {
  if (error instanceof Fault) return toYamlError(error, text.length, toSource);
  return { code: 'unreadable', message: String(error), span: { start: toSource(0), end: toSource(text.length) } };
}

function moveSpans(node: YamlNode, toSource: ToSource, seen: Set<YamlNode>): void {
  if (seen.has(node)) return;
  seen.add(node);
  const span: { start: number; end: number } = node.span;
  span.start = toSource(span.start);
  span.end = Math.max(span.start, toSource(span.end));
  if (node.kind === 'sequence') for (const item of node.items) moveSpans(item, toSource, seen);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.pairs) {
    moveSpans(key, toSource, seen);
    if (value) moveSpans(value, toSource, seen);
  }
}
