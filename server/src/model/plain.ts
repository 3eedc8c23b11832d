// YAML nodes as the plain JavaScript values the runtime works with: aliases resolved, merge keys applied.
import { resolveAlias, type YamlMap, type YamlNode, type YamlPair } from './yaml.ts';

export type PlainValue = string | number | boolean | bigint | null | PlainValue[] | { [key: string]: PlainValue };

/** The most nodes converted to values: nested aliases can stand for more than fits in memory. */
const NODE_LIMIT = 20_000;
const DEPTH_LIMIT = 200;
/** Pairs that `<<` brings into one map at most: a thousand maps that each merge the one before would bring a million. */
const MERGED_LIMIT = 50;

export function plainValue(node: YamlNode | null): PlainValue {
  return toPlain(node, { left: NODE_LIMIT }, 0);
}

/** What JavaScript makes of a value as a string: it names a plugin agent whose name is not a string. */
export function stringOf(value: PlainValue): string {
  return String(value);
}

const effective = new WeakMap<YamlMap, readonly YamlPair[]>();

/**
 * The pairs of a mapping in order, with those of `<<` in its place. Measured: a merged pair does not replace an earlier
 * one, the first of several merged mappings wins, and the quoted key `"<<"` merges too.
 */
export function effectivePairs(map: YamlMap): readonly YamlPair[] {
  const known = effective.get(map);
  if (known) return known;
  // A mapping that merges itself finds this in its own place.
  effective.set(map, []);
  const pairs = map.pairs.some((pair) => mergedMaps(pair)) ? mergePairs(map) : map.pairs;
  effective.set(map, pairs);
  return pairs;
}

function mergePairs(map: YamlMap): YamlPair[] {
  const result: YamlPair[] = [];
  const names = new Set<string>();
  let left = MERGED_LIMIT;
  for (const pair of map.pairs) {
    const merged = mergedMaps(pair);
    if (!merged) {
      result.push(pair);
      names.add(keyName(pair.key));
      continue;
    }
    for (const each of merged.flatMap(countingPairs)) {
      if (names.has(keyName(each.key))) continue;
      if (left-- <= 0) break;
      result.push(each);
      names.add(keyName(each.key));
    }
  }
  return result;
}

/** One pair per key: the effective one. */
export function countingPairs(map: YamlMap): YamlPair[] {
  return [...new Map(effectivePairs(map).map((pair) => [keyName(pair.key), pair])).values()];
}

/** The effective pair for a key of a mapping: the last one. */
export function pairOf(map: YamlMap, key: string): YamlPair | undefined {
  return effectivePairs(map).findLast((pair) => keyName(pair.key) === key);
}

/** What JavaScript makes of a key as a string: `[a, b]` is `a,b`, a mapping is `[object Object]`. */
export function keyName(key: YamlNode): string {
  return key.kind === 'scalar' ? String(key.value) : String(plainValue(key));
}

/** A key, or a value, for messages: as the runtime names it, but for maps, all of which it calls `[object Object]`. */
export function keyLabel(key: YamlNode): string {
  const name = keyName(key);
  return key.kind === 'scalar' ? name : withoutNamesOfMaps(name);
}

/** What JavaScript calls every mapping. */
export const NAME_OF_ANY_MAP = String({});

export function withoutNamesOfMaps(name: string): string {
  return name.replaceAll(NAME_OF_ANY_MAP, '{…}');
}

function toPlain(node: YamlNode | null, budget: { left: number }, depth: number): PlainValue {
  const target = resolveAlias(node);
  if (!target || budget.left-- <= 0 || depth > DEPTH_LIMIT) return null;
  switch (target.kind) {
    case 'scalar':
      return target.value;
    case 'sequence':
      return target.items.map((item) => toPlain(item, budget, depth + 1));
    case 'map':
      return mapToPlain(target, budget, depth);
    default:
      return null;
  }
}

function mapToPlain(map: YamlMap, budget: { left: number }, depth: number): PlainValue {
  const result = new Map<string, PlainValue>();
  for (const { key, value } of effectivePairs(map)) result.set(keyName(key), toPlain(value, budget, depth + 1));
  return Object.fromEntries(result);
}

/** Null if the pair is not a merge: `<<` counts only before a mapping or a list. */
function mergedMaps({ key, value }: YamlPair): YamlMap[] | null {
  if (keyName(key) !== '<<') return null;
  const source = resolveAlias(value);
  if (source?.kind === 'map') return [source];
  if (source?.kind !== 'sequence') return null;
  return source.items.flatMap((item) => {
    const map = resolveAlias(item);
    return map?.kind === 'map' ? [map] : [];
  });
}
