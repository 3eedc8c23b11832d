// Front matter as VS Code's own reader takes it: forgiving, every scalar a string. It is no YAML reader of a library, and
// what it does was taken from the bundle and compared with what the running editor says.
import type { YamlError, YamlMap, YamlNode } from '../../../model/yaml.ts';
import { type Span, slice } from '../../../util/text.ts';
import { readSimpleMapping } from '../../shared/simpleMapping.ts';
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

/** Here numbers and the words `true` and `false` are strings like any other. */
function asStrings(map: YamlMap, text: string): YamlMap {
  const pairs = map.pairs.map(({ key, value }) => {
    const isOther = value?.kind === 'scalar' && typeof value.value !== 'string';
    return isOther ? { key, value: { ...value, value: slice(text, value.span) } } : { key, value };
  });
  return { ...map, pairs };
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
