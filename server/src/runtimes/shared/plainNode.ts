// A YAML node as a plain value, for checking its shape: aliases resolved, so many nodes at most.
import { keyText, resolveAlias, type YamlNode } from '../../model/yaml.ts';

const MOST_NODES = 20_000;
/** Nodes that stand for others: aliases of aliases can stand for more than any memory holds, and nobody means that. */
const MOST_REPEATED = 2_000;
const DEEPEST = 100;

interface Budget {
  left: number;
  repeated: number;
}

export function plainNode(node: YamlNode | null): unknown {
  return toPlain(node, { left: MOST_NODES, repeated: MOST_REPEATED }, 0, false);
}

/** `isRepeated`: the node stands somewhere else, and an alias leads to it. */
function toPlain(written: YamlNode | null, budget: Budget, depth: number, isRepeated: boolean): unknown {
  const node = resolveAlias(written);
  const repeats = isRepeated || node !== written;
  if (node === null || budget.left-- <= 0 || depth > DEEPEST || (repeats && budget.repeated-- <= 0)) return null;
  const plain = (each: YamlNode | null): unknown => toPlain(each, budget, depth + 1, repeats);
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [keyText(key), plain(value)]));
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
