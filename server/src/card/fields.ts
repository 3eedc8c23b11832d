// The fields of an agent as far as they can be read, from valid or broken front matter.

import type { AgentDocument } from '../model/document.ts';
import type { KeyLine } from '../model/keyLines.ts';
import { keyText, resolveAlias, type YamlNode } from '../model/yaml.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { slice } from '../util/text.ts';
import type { CardText } from './model.ts';

export interface CardField {
  readonly key: string;
  readonly keyOffset: number;
  readonly valueOffset: number;
  /** The value, if YAML provides one. */
  readonly node: YamlNode | null;
  /** The value as a string; null if it is a list, a mapping, or absent. */
  readonly text: string | null;
  /** The value as written in the file. */
  readonly source: string;
}

export type CardFields = ReadonlyMap<string, CardField>;

/** What the runtime read or, if it could not read the front matter, what a line-by-line reader makes of it. */
export function readFields(document: AgentDocument, load: IndexedReport): CardFields {
  return load.reading.entries.length > 0 ? fromReading(document, load) : fromKeyLines(document);
}

/** A non-empty string field, or undefined: the form of optional parts of the card. */
export function textOf(fields: CardFields, key: string): CardText | undefined {
  const field = fields.get(key);
  if (field?.text == null || field.text.trim() === '') return undefined;
  return { text: field.text, offset: field.valueOffset };
}

export function scalarText(node: YamlNode | null): string | null {
  const target = resolveAlias(node);
  return target?.kind === 'scalar' && target.value !== null ? String(target.value) : null;
}

function fromReading(document: AgentDocument, load: IndexedReport): CardFields {
  const entries = load.reading.entries.filter((entry) => !entry.overridden);
  return new Map(
    entries.map(({ key, keySpan, value, valueSpan }) => [
      key,
      {
        key,
        keyOffset: keySpan.start,
        valueOffset: value ? valueSpan.start : keySpan.start,
        node: value,
        text: scalarText(value),
        source: slice(document.text, valueSpan),
      },
    ]),
  );
}

function fromKeyLines(document: AgentDocument): CardFields {
  const root = resolveAlias(document.yaml?.root ?? null);
  const pairs = root?.kind === 'map' ? root.pairs : [];
  const collections = new Map(pairs.map(({ key, value }) => [keyText(key), resolveAlias(value)]));
  return new Map(
    document.keyLines.map((line) => {
      const node = startsCollection(slice(document.text, line.valueSpan)) ? collections.get(line.key) : null;
      const collection = node?.kind === 'map' || node?.kind === 'sequence' ? node : null;
      return [line.key, fromKeyLine(document, line, collection)];
    }),
  );
}

/**
 * A list or mapping starts with a bracket or on the next line; `a: b` within a line is how broken YAML turns into a
 * mapping.
 */
function startsCollection(source: string): boolean {
  return /^(?:[[{]|\r?\n)/.test(source);
}

function fromKeyLine(document: AgentDocument, { key, keySpan, valueSpan }: KeyLine, node: YamlNode | null): CardField {
  const source = slice(document.text, valueSpan);
  return {
    key,
    keyOffset: keySpan.start,
    valueOffset: source === '' ? keySpan.start : valueSpan.start,
    node,
    text: node === null && source !== '' ? unquote(source) : null,
    source,
  };
}

/** Good enough for display: removes quotes and block indicators and turns line breaks of plain text into spaces. */
function unquote(source: string): string {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(source);
  if (quoted?.[2] !== undefined) return quoted[2];
  const block = /^[|>][+-]?\d?[ \t]*\r?\n([\s\S]*)$/.exec(source);
  if (block?.[1] !== undefined) return block[1].replace(/^[ \t]+/gm, '');
  return source.trim();
}
