// A tree as plain values.
import { resolveAlias, type YamlNode } from '../../../model/yaml.ts';

/** As JSON has them: an alias is the same object again, merge keys are keys like any other. */
export function plainOf(node: YamlNode | null, known = new Map<YamlNode, unknown>()): unknown {
  const target = resolveAlias(node);
  if (target === null || target.kind === 'alias') return null;
  if (target.kind === 'scalar') return typeof target.value === 'bigint' ? Number(target.value) : target.value;
  if (known.has(target)) return known.get(target);
  const value =
    target.kind === 'sequence'
      ? target.items.map((item) => plainOf(item, known))
      : Object.fromEntries(target.pairs.map(({ key, value: each }) => [scalarText(key), plainOf(each, known)]));
  known.set(target, value);
  return value;
}

/** Null for a key that is a collection. */
function scalarText(key: YamlNode): string | null {
  const node = resolveAlias(key);
  return node?.kind === 'scalar' ? String(node.value) : null;
}
