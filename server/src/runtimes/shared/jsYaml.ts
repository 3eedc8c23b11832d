// Front matter as js-yaml reads it: the library itself says what is taken and what it means; our own tree says where.
import { load, type YAMLException } from 'js-yaml';
import type { AgentDocument } from '../../model/document.ts';
import { parseYaml, type YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';

export type JsYamlReading =
  | {
      readonly ok: true;
      /** As js-yaml gives it: aliases are the same object again, dates are `Date`. */
      readonly value: unknown;
      /** The tree of the same text by the YAML specification, for places. */
      readonly root: YamlNode | null;
    }
  | { readonly ok: false; readonly message: string; readonly span: Span };

/** `inner` is where the YAML text stands in the document. Total. */
export function readJsYaml(document: AgentDocument, inner: Span): JsYamlReading {
  const { text } = document;
  const source = text.slice(inner.start, inner.end);
  try {
    const value = load(source);
    return { ok: true, value, root: placesIn(document, inner) };
  } catch (error) {
    const { reason, mark } = error as Partial<YAMLException>;
    // Its parser recurses, so a text nested thousands deep exhausts the stack.
    if (reason === undefined) return { ok: false, message: 'nested too deeply', span: inner };
    return { ok: false, message: reason, span: lineAt(text, inner, mark?.position ?? 0) };
  }
}

interface Places {
  readonly inner: Span;
  readonly root: YamlNode | null;
}

const places = new WeakMap<AgentDocument, Places>();

/**
 * The tree of front matter by the YAML specification. It says where things stand, and what they mean is each reader's own:
 * so all whose front matter begins and ends alike share it.
 */
export function placesIn(document: AgentDocument, inner: Span): YamlNode | null {
  const known = places.get(document);
  if (known && known.inner.start === inner.start && known.inner.end === inner.end) return known.root;
  const source = document.text.slice(inner.start, inner.end);
  const { root } = parseYaml(source, (offset) => inner.start + Math.min(offset, source.length));
  places.set(document, { inner, root });
  return root;
}

/** The rest of the line an error points at; the line before where it points at the end. */
function lineAt(text: string, inner: Span, position: number): Span {
  let start = Math.min(inner.start + position, inner.end);
  while (start > inner.start && text.slice(start, inner.end).trim() === '') start--;
  const lineEnd = text.slice(start, inner.end).search(/[\r\n]/);
  const end = lineEnd < 0 ? inner.end : start + lineEnd;
  return { start, end: Math.max(start, start + text.slice(start, end).trimEnd().length) };
}

/** Whether a value that js-yaml gives is a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
