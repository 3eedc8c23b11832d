// A tree as plain values, and the way back: where in the text a path leads.
import { resolveAlias, type YamlMap, type YamlNode } from '../../../model/yaml.ts';
import { type Span, slice } from '../../../util/text.ts';
import type { FieldEntry } from '../../runtime.ts';

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

/** The pairs of a mapping, in order of writing. */
export function entriesOf(text: string, map: YamlMap): FieldEntry[] {
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

/** Null where the text has no such path. */
export function locate(root: YamlNode | null, path: readonly PropertyKey[]): Located | null {
  let found: Located | null = null;
  for (const step of path) {
    found = childAt(resolveAlias(found ? found.node : root), step);
    if (!found) return null;
  }
  return found;
}

function childAt(parent: YamlNode | null, step: PropertyKey): Located | null {
  if (parent?.kind === 'sequence') {
    const item = parent.items[Number(step)];
    return item ? { step: item.span, node: item } : null;
  }
  if (parent?.kind !== 'map') return null;
  const pair = parent.pairs.find(({ key }) => scalarText(key) === String(step));
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
