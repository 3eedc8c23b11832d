// The front matter as Claude Code reads it: its YAML, and the second try after a parse error, with values quoted.
import type { AgentDocument } from '../../model/document.ts';
import { resolveAlias, type YamlTree } from '../../model/yaml.ts';
import type { FieldEntry, Reading } from '../dialect.ts';
import { effectivePairs, keyName } from './plain.ts';
import { quoteProblemValues } from './repair.ts';
import { parseRuntimeYaml } from './yaml/index.ts';

const readings = new WeakMap<AgentDocument, Reading>();

/** Total: every document has a reading. Remembered per document, since every rule asks for it. */
export function readFrontMatter(document: AgentDocument): Reading {
  const known = readings.get(document);
  if (known) return known;
  const reading = read(document);
  readings.set(document, reading);
  return reading;
}

function read({ frontMatter, text }: AgentDocument): Reading {
  if (frontMatter.state !== 'present') return { state: 'none', entries: [], repairs: [] };
  const { start, end } = frontMatter.inner;
  const direct = toReading('read', parseRuntimeYaml(text.slice(0, end), start), []);
  if (direct.state !== 'unreadable') return direct;
  const repaired = quoteProblemValues(text, frontMatter.inner);
  if (repaired.repairs.length === 0) return direct;
  const second = toReading('repaired', parseRuntimeYaml(repaired.text, 0, repaired.toSource), repaired.repairs);
  return second.state === 'unreadable' ? direct : second;
}

function toReading(state: 'read' | 'repaired', tree: YamlTree, repairs: Reading['repairs']): Reading {
  const error = tree.errors[0];
  if (error) return { state: 'unreadable', entries: [], repairs: [], error };
  const root = resolveAlias(tree.root);
  if (root?.kind !== 'map' || tree.documentCount > 1) return { state: 'not-a-map', entries: [], repairs: [] };
  const pairs = effectivePairs(root);
  const lastIndex = new Map(pairs.map((pair, index) => [keyName(pair.key), index]));
  const entries = pairs.map((pair, index): FieldEntry => {
    const key = keyName(pair.key);
    const keySpan = pair.key.span;
    const valueSpan = pair.value?.span ?? { start: keySpan.end + 1, end: keySpan.end + 1 };
    return { key, keySpan, value: pair.value, valueSpan, overridden: lastIndex.get(key) !== index };
  });
  return { state, entries, repairs };
}
