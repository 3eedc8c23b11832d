// What an agent's answer must contain and how the agent changed: the Ring fields `output_schema` and `changelog`.
import { pairOf } from '../model/plain.ts';
import { keyText, resolveAlias, type YamlMap, type YamlNode } from '../model/yaml.ts';
import { type CardField, type CardFields, scalarText } from './fields.ts';
import type { CardContract, CardText, ChangelogEntry, ContractSection } from './model.ts';

/** The most list entries shown. YAML aliases can make a short file stand for millions. */
const ITEM_LIMIT = 200;

export function readContract(fields: CardFields): CardContract | undefined {
  const field = fields.get('output_schema');
  const schema = asMap(field?.node ?? null);
  if (!field || !schema) return undefined;
  return {
    offset: field.keyOffset,
    format: childText(schema, 'format'),
    sections: itemsOf(child(schema, 'required_sections')).flatMap(readSection),
  };
}

export function readChangelog(field: CardField | undefined): ChangelogEntry[] {
  const node = resolveAlias(field?.node ?? null);
  switch (node?.kind) {
    case 'sequence':
      return node.items.slice(0, ITEM_LIMIT).flatMap(readEntry).slice(0, ITEM_LIMIT);
    case 'map':
      return readEntry(node);
    default:
      return field?.text ? [splitEntry(field.text, field.valueOffset)] : [];
  }
}

function readSection(item: YamlNode): ContractSection[] {
  const section = asMap(item);
  if (!section) {
    const name = scalarText(item);
    return name === null ? [] : [{ name, pattern: null, required: true, offset: item.span.start }];
  }
  const name = childText(section, 'name');
  const pattern = childText(section, 'pattern');
  return [
    {
      name: name?.text ?? pattern?.text ?? '(no name)',
      pattern: pattern?.text ?? null,
      required: childText(section, 'required')?.text !== 'false',
      offset: name?.offset ?? section.span.start,
    },
  ];
}

/** YAML reads `- 1.2.0: text` as a mapping with one pair, or as a string if the whole item is quoted. */
function readEntry(item: YamlNode): ChangelogEntry[] {
  const node = resolveAlias(item);
  if (node?.kind === 'map') {
    return node.pairs.slice(0, ITEM_LIMIT).map(({ key, value }) => ({
      version: keyText(key),
      text: scalarText(value) ?? itemsOf(value).map(scalarText).join('; '),
      offset: key.span.start,
    }));
  }
  const text = scalarText(item);
  return text === null ? [] : [splitEntry(text, item.span.start)];
}

function splitEntry(text: string, offset: number): ChangelogEntry {
  const match = /^v?(\d+(?:\.\d+)+\S*?)\s*(?::|[-–—]\s)\s*([\s\S]*)$/.exec(text);
  return { version: match?.[1] ?? null, text: match?.[2] ?? text, offset };
}

function asMap(node: YamlNode | null): YamlMap | null {
  const target = resolveAlias(node);
  return target?.kind === 'map' ? target : null;
}

function child(map: YamlMap, key: string): YamlNode | null {
  return pairOf(map, key)?.value ?? null;
}

function childText(map: YamlMap, key: string): CardText | null {
  const node = child(map, key);
  const text = scalarText(node);
  return node && text !== null ? { text, offset: node.span.start } : null;
}

function itemsOf(node: YamlNode | null): readonly YamlNode[] {
  const target = resolveAlias(node);
  return target?.kind === 'sequence' ? target.items.slice(0, ITEM_LIMIT) : [];
}
