// The contract of an agent as data: what `output_schema` and `input_schema` require of its answer and its input.

import { countingPairs, keyName } from '../../model/plain.ts';
import { resolveAlias, type ScalarStyle, type YamlMap, type YamlNode } from '../../model/yaml.ts';
import { entryOf } from '../../runtimes/entries.ts';
import type { IndexedReading, IndexedReport } from '../../runtimes/indexed.ts';
import type { Span } from '../../util/text.ts';

export interface Contract {
  /** The key `output_schema`. */
  readonly keySpan: Span;
  readonly format: ContractText | null;
  /** The key `required_sections`; null if absent. */
  readonly sectionsKey: Span | null;
  /** In source order. */
  readonly sections: readonly ContractSection[];
  /** Null if the key is absent. */
  readonly verdictValues: { readonly keySpan: Span; readonly values: readonly ContractText[] } | null;
  readonly metrics: readonly ContractItem[];
}

export interface ContractSection {
  /** The item, or its name if it is nothing else. */
  readonly span: Span;
  readonly name: ContractText | null;
  readonly pattern: ContractText | null;
  /** True unless `required: false` is written. */
  readonly required: boolean;
  /** When it is required, as written; null if not specified. */
  readonly requiredWhen: { readonly keySpan: Span; readonly value: YamlNode | null } | null;
}

/** A metric or an input. */
export interface ContractItem {
  readonly span: Span;
  readonly name: ContractText | null;
  readonly type: ContractText | null;
}

/** A scalar of the front matter as a string. */
export interface ContractText {
  readonly text: string;
  /** As written, including quotes. */
  readonly span: Span;
  readonly style: ScalarStyle;
}

/** The most list entries that are read. YAML aliases can make a short file stand for millions. */
const ITEM_LIMIT = 200;

const contracts = new WeakMap<IndexedReading, Contract | null>();

/** Null if the agent has no `output_schema` mapping. Cached, because every rule asks for it. */
export function readContract({ reading }: Pick<IndexedReport, 'reading'>): Contract | null {
  const known = contracts.get(reading);
  if (known !== undefined) return known;
  const contract = contractIn(reading);
  contracts.set(reading, contract);
  return contract;
}

function contractIn(reading: IndexedReading): Contract | null {
  const entry = entryOf(reading, 'output_schema');
  const schema = mapOf(entry?.value ?? null);
  if (!entry || !schema) return null;
  const sections = child(schema, 'required_sections');
  const verdicts = child(schema, 'verdict_values');
  return {
    keySpan: entry.keySpan,
    format: contractText(child(schema, 'format')?.value ?? null),
    sectionsKey: sections?.keySpan ?? null,
    sections: itemsOf(sections?.value ?? null).map(readSection),
    verdictValues: verdicts && {
      keySpan: verdicts.keySpan,
      values: itemsOf(verdicts.value).flatMap((item) => contractText(item) ?? []),
    },
    metrics: itemsOf(child(schema, 'metrics')?.value ?? null).map(readItem),
  };
}

/** The required and optional inputs of the agent. */
export function readInputs({ reading }: Pick<IndexedReport, 'reading'>): ContractItem[] {
  const schema = mapOf(entryOf(reading, 'input_schema')?.value ?? null);
  if (!schema) return [];
  return INPUT_KEYS.flatMap((key) => itemsOf(child(schema, key)?.value ?? null).map(readItem));
}

export const INPUT_KEYS = ['required_context', 'optional_context'] as const;

/** The label for the section in messages. */
export function sectionLabel({ name, pattern }: ContractSection): string {
  return name?.text ?? pattern?.text ?? '(no name)';
}

function readSection(item: YamlNode): ContractSection {
  const map = mapOf(item);
  if (!map) return { span: item.span, name: contractText(item), pattern: null, required: true, requiredWhen: null };
  const required = contractText(child(map, 'required')?.value ?? null);
  return {
    span: item.span,
    name: contractText(child(map, 'name')?.value ?? null),
    pattern: contractText(child(map, 'pattern')?.value ?? null),
    required: required?.text !== 'false',
    requiredWhen: child(map, 'required_when'),
  };
}

function readItem(item: YamlNode): ContractItem {
  const map = mapOf(item);
  return {
    span: item.span,
    name: contractText(map ? (child(map, 'name')?.value ?? null) : item),
    type: contractText((map && child(map, 'type')?.value) ?? null),
  };
}

export interface ContractChild {
  readonly keySpan: Span;
  readonly value: YamlNode | null;
}

export function mapOf(node: YamlNode | null): YamlMap | null {
  const target = resolveAlias(node);
  return target?.kind === 'map' ? target : null;
}

/** The effective entry for a key of a mapping. */
export function child(map: YamlMap, key: string): ContractChild | null {
  const pair = countingPairs(map).find((each) => keyName(each.key) === key);
  return pair ? { keySpan: pair.key.span, value: pair.value } : null;
}

export function itemsOf(node: YamlNode | null): readonly YamlNode[] {
  const target = resolveAlias(node);
  return target?.kind === 'sequence' ? target.items.slice(0, ITEM_LIMIT) : [];
}

export function contractText(node: YamlNode | null): ContractText | null {
  const target = resolveAlias(node);
  if (!node || target?.kind !== 'scalar' || target.value === null) return null;
  // An alias is reported where it is used; its target may be anywhere.
  return { text: String(target.value), span: node.span, style: node.kind === 'alias' ? 'folded' : target.style };
}
