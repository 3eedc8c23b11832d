// Front matter as VS Code's own reader takes it: forgiving, every scalar a string. It is no YAML reader of a library, and
// what it does was taken from the bundle and compared with what the running editor says.
import type { YamlError, YamlNode } from '../../../model/yaml.ts';
import { type Span, slice } from '../../../util/text.ts';
import { readSimpleMapping } from '../../shared/simpleYaml.ts';
import { blockValue } from './parser.ts';
import { scan } from './scanner.ts';
import { skipBlank, type Tokens, TooDeep } from './tokens.ts';

export interface VsCodeYaml {
  /** Spans are offsets of the document. Values of scalars are strings. Null where nothing is written. */
  readonly root: YamlNode | null;
  readonly errors: readonly YamlError[];
  /** From where on it reads nothing more, without a word; null where everything is read. */
  readonly rest: Span | null;
}

/** `inner` is where the text of the front matter stands in the document. Total. */
export function readVsCodeYaml(text: string, { start, end }: Span): VsCodeYaml {
  const simple = readSimpleMapping(text.slice(0, end), start);
  return simple ? { root: asStrings(simple, text), errors: [], rest: null } : readAnyVsCodeYaml(text, { start, end });
}

/** Here numbers and words are strings like any other, and what stands on lines below its key starts with the first of them. */
function asStrings(node: YamlNode, text: string): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' ? node : { ...node, value: slice(text, node.span) };
    case 'sequence':
      return { ...node, items: node.items.map((item) => asStrings(item, text)) };
    case 'map': {
      const pairs = node.pairs.map(({ key, value }) => ({ key, value: value && fromLineStart(value, text) }));
      return { ...node, pairs };
    }
    default:
      return node;
  }
}

function fromLineStart(value: YamlNode, text: string): YamlNode {
  const node = asStrings(value, text);
  if (node.kind === 'scalar' || ('flow' in node && node.flow)) return node;
  const { start, end } = node.span;
  return { ...node, span: { start: text.lastIndexOf('\n', start) + 1, end } };
}

/** The same without a look for what is simple. */
export function readAnyVsCodeYaml(text: string, { start, end }: Span): VsCodeYaml {
  const source = text.slice(start, end);
  const tokens: Tokens = { text: source, all: scan(source), at: 0, depth: 0, errors: [] };
  const move = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  try {
    const root = document(tokens);
    const rest = restOf(tokens);
    const errors = tokens.errors.map((error) => ({ ...error, span: move(error.span) }));
    return { root: root && moved(root, move), errors, rest: rest && move(rest) };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const span = { start, end };
    return { root: null, errors: [{ code: 'too-deep', message: 'nested too deeply', span }], rest: null };
  }
}

function document(tokens: Tokens): YamlNode | null {
  skipBlank(tokens);
  if (tokens.all[tokens.at]?.kind === 'document-start') {
    tokens.at++;
    skipBlank(tokens);
  }
  return blockValue(tokens, -1);
}

/** What is left where the reader stopped, less space at its ends. */
function restOf(tokens: Tokens): Span | null {
  skipBlank(tokens);
  const next = tokens.all.slice(tokens.at).find(({ kind }) => kind !== 'indent');
  if (!next || next.kind === 'end' || next.kind === 'document-end') return null;
  return { start: next.start, end: next.start + tokens.text.slice(next.start).trimEnd().length };
}

function moved(node: YamlNode, move: (span: Span) => Span): YamlNode {
  const span = move(node.span);
  switch (node.kind) {
    case 'sequence':
      return { ...node, span, items: node.items.map((item) => moved(item, move)) };
    case 'map': {
      const pairs = node.pairs.map(({ key, value }) => ({ key: moved(key, move), value: value && moved(value, move) }));
      return { ...node, span, pairs };
    }
    default:
      return { ...node, span };
  }
}
