// Where things of a YAML tree stand in the text: the entries of a mapping, and what a path leads to.

import { resolveAlias, type YamlNode, type YamlPair } from '../../model/yaml.ts';
import { type Span, slice } from '../../util/text.ts';
import type { FieldEntry } from '../entries.ts';

/** The pairs of a mapping, in order of writing; a key that is a collection is called as it is written. Empty for other nodes. */
export function entriesOf(text: string, root: YamlNode | null): FieldEntry[] {
  const map = resolveAlias(root);
  if (map?.kind !== 'map') return [];
  return map.pairs.map(({ key, value }) => ({
    key: scalarText(key) ?? slice(text, key.span),
    keySpan: key.span,
    value,
    valueSpan: value?.span ?? afterColon(text, key.span),
  }));
}

/** Where a path leads. */
export interface Located {
  /** Its last step: a key, or the item of a list. */
  readonly step: Span;
  /** Null where nothing is written. */
  readonly node: YamlNode | null;
}

/** Null where the text has no such path. Of pairs with one key, the first counts. */
export function locate(root: YamlNode | null, path: readonly PropertyKey[]): Located | null {
  let found: Located | null = null;
  for (const step of path) {
    found = childAt(resolveAlias(found ? found.node : root), step, 'first');
    if (!found) return null;
  }
  return found;
}

/**
 * What stands where a path leads, or at the end of as much of it as there is: a value, and where none is written its key.
 * Of pairs with one key, the last counts.
 */
export function nearestSpan(root: YamlNode | null, path: readonly PropertyKey[]): Span | undefined {
  let node = root;
  let span = root?.span;
  for (const step of path) {
    const found = childAt(resolveAlias(node), step, 'last');
    if (!found) break;
    node = found.node;
    span = found.node?.span ?? found.step;
  }
  return span;
}

/** `counts`: which of several pairs with one key. */
function childAt(parent: YamlNode | null, step: PropertyKey, counts: 'first' | 'last'): Located | null {
  if (parent?.kind === 'sequence') {
    const item = parent.items[Number(step)];
    return item ? { step: item.span, node: item } : null;
  }
  if (parent?.kind !== 'map') return null;
  const isStep = ({ key }: YamlPair) => scalarText(key) === String(step);
  const pair = counts === 'first' ? parent.pairs.find(isStep) : parent.pairs.findLast(isStep);
  return pair ? { step: pair.key.span, node: pair.value } : null;
}

/** Null for a key that is a collection. */
function scalarText(key: YamlNode): string | null {
  const node = resolveAlias(key);
  return node?.kind === 'scalar' ? String(node.value) : null;
}

/** Where a value would stand that is not written. */
function afterColon(text: string, key: Span): Span {
  const colon = /^[ \t]*:/.exec(text.slice(key.end, key.end + 100))?.[0].length ?? 0;
  return { start: key.end + colon, end: key.end + colon };
}
