// A YAML node as a plain value, for checking its shape: aliases resolved, so many nodes at most.
import { keyText, resolveAlias, type YamlNode } from '../../model/yaml.ts';

/** Aliases of aliases can stand for more than any memory holds; nobody means that. */
const MOST_NODES = 20_000;
/** No field has half as many levels, and each of many aliases may lead to a chain of others. */
const DEEPEST = 20;

export function plainNode(node: YamlNode | null): unknown {
  return toPlain(node, { left: MOST_NODES }, 0);
}

function toPlain(written: YamlNode | null, budget: { left: number }, depth: number): unknown {
  const node = resolveAlias(written);
  if (node === null || budget.left-- <= 0 || depth > DEEPEST) return null;
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map((item) => toPlain(item, budget, depth + 1));
    case 'map':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [keyText(key), toPlain(value, budget, depth + 1)]));
    case 'alias':
      return null;
  }
}

/** The value a path leads to; undefined where there is none. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) current = (current as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return current;
}
