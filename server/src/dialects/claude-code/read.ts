// The front matter as Claude Code reads it: its YAML, and the second try after a parse error, with values quoted.
import type { AgentDocument } from '../../model/document.ts';
import { keyText, parseYaml, resolveAlias, type YamlTree } from '../../model/yaml.ts';
import type { FieldEntry, Reading } from '../dialect.ts';
import { quoteProblemValues } from './repair.ts';

/** Total: every document has a reading. */
export function readFrontMatter(document: AgentDocument): Reading {
  const { frontMatter, text } = document;
  if (frontMatter.state !== 'present' || !document.yaml) return { state: 'none', entries: [], repairs: [] };
  const direct = toReading('read', document.yaml, []);
  if (direct.state !== 'unreadable') return direct;
  const repaired = quoteProblemValues(text, frontMatter.inner);
  if (repaired.repairs.length === 0) return direct;
  const second = toReading('repaired', parseYaml(repaired.text, repaired.toSource), repaired.repairs);
  return second.state === 'unreadable' ? direct : second;
}

function toReading(state: 'read' | 'repaired', tree: YamlTree, repairs: Reading['repairs']): Reading {
  const error = tree.errors[0];
  if (error) return { state: 'unreadable', entries: [], repairs: [], error };
  const root = resolveAlias(tree.root);
  if (root?.kind !== 'map') return { state: 'not-a-map', entries: [], repairs: [] };
  const lastIndex = new Map(root.pairs.map((pair, index) => [keyText(pair.key), index]));
  const entries = root.pairs.map((pair, index): FieldEntry => {
    const key = keyText(pair.key);
    const keySpan = pair.key.span;
    const valueSpan = pair.value?.span ?? { start: keySpan.end + 1, end: keySpan.end + 1 };
    return { key, keySpan, value: pair.value, valueSpan, overridden: lastIndex.get(key) !== index };
  });
  return { state, entries, repairs };
}
