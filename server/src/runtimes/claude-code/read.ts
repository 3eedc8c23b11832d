// The front matter as Claude Code reads it: its YAML and, after a parse error, a second try with quoted values.

import type { AgentDocument } from '../../model/document.ts';
import { effectivePairs, keyLabel, keyName } from '../../model/plain.ts';
import { resolveAlias, type YamlTree } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { IndexedEntry, IndexedReading } from '../indexed.ts';
import { type RepairedYaml, repairYaml } from './repair.ts';
import { parseRuntimeYaml } from './yaml/index.ts';

const readings = new WeakMap<AgentDocument, IndexedReading>();

/** Total: every document has a reading. Cached per document, because every rule asks for it. */
export function readFrontMatter(document: AgentDocument): IndexedReading {
  const known = readings.get(document);
  if (known) return known;
  const reading = read(document);
  readings.set(document, reading);
  return reading;
}

function read({ frontMatter, text }: AgentDocument): IndexedReading {
  if (frontMatter.state !== 'present') return { state: 'none', ...NOTHING };
  const { start, end } = frontMatter.inner;
  const direct = toReading(text, parseRuntimeYaml(text.slice(0, end), start), null);
  if (direct.state !== 'unreadable') return direct;
  const repaired = repairYaml(text, frontMatter.inner);
  if (repaired.repairs.length + repaired.tabs.length === 0) return direct;
  const second = toReading(text, parseRuntimeYaml(repaired.text, 0, repaired.toSource), repaired);
  return second.state === 'unreadable' ? direct : second;
}

const NOTHING = { entries: [], repairs: [], tabs: [] } as const;

function toReading(text: string, tree: YamlTree, repaired: RepairedYaml | null): IndexedReading {
  const error = tree.errors[0];
  if (error) return { state: 'unreadable', ...NOTHING, error };
  const root = resolveAlias(tree.root);
  // Blank lines and comments only: front matter without fields.
  if (tree.root === null && tree.documentCount === 1) return { state: 'read', ...NOTHING };
  if (root?.kind !== 'map' || tree.documentCount > 1) return { state: 'not-a-map', ...NOTHING };
  const pairs = effectivePairs(root);
  const lastIndex = new Map(pairs.map((pair, index) => [keyName(pair.key), index]));
  const entries = pairs.map((pair, index): IndexedEntry => {
    const keySpan = pair.key.span;
    const valueSpan = pair.value?.span ?? afterColon(text, keySpan);
    const overridden = lastIndex.get(keyName(pair.key)) !== index;
    return { key: keyLabel(pair.key), keySpan, value: pair.value, valueSpan, overridden };
  });
  const { repairs, tabs } = repaired ?? NOTHING;
  return { state: repaired ? 'repaired' : 'read', entries, repairs, tabs };
}

/** Where a missing value would be. */
function afterColon(text: string, key: Span): Span {
  const colon = /^[ \t]*:/.exec(text.slice(key.end, key.end + 100))?.[0].length ?? 0;
  return { start: key.end + colon, end: key.end + colon };
}
