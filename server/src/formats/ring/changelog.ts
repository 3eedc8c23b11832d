// The changelog of a Ring agent as data: `- 1.2.0: what changed`, newest first.

import { effectivePairs, keyName } from '../../model/plain.ts';
import { resolveAlias, type YamlNode, type YamlScalar } from '../../model/yaml.ts';
import { entryOf, type FieldEntry } from '../../runtimes/entries.ts';
import type { IndexedReport } from '../../runtimes/indexed.ts';

export interface Changelog {
  readonly entry: FieldEntry;
  /** Null if the value is not a list. */
  readonly items: readonly ChangelogItem[] | null;
}

export interface ChangelogItem {
  readonly node: YamlNode;
  /** The key of a mapping with one entry; null for any other item. */
  readonly key: YamlScalar | null;
  /** As readers see it: an unquoted key 1.10 becomes the number 1.1. */
  readonly version: string | null;
}

const ITEM_LIMIT = 500;

export function readChangelog({ reading }: Pick<IndexedReport, 'reading'>): Changelog | null {
  const entry = entryOf(reading, 'changelog');
  if (!entry) return null;
  const list = resolveAlias(entry.value);
  return { entry, items: list?.kind === 'sequence' ? list.items.slice(0, ITEM_LIMIT).map(readItem) : null };
}

function readItem(node: YamlNode): ChangelogItem {
  const map = resolveAlias(node);
  const pairs = map?.kind === 'map' ? effectivePairs(map) : [];
  const [pair] = pairs;
  const key = pairs.length === 1 && pair?.key.kind === 'scalar' ? pair.key : null;
  return { node, key, version: key && pair ? keyName(pair.key) : null };
}
