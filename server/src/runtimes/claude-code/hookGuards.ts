// Permission hooks in places where the runtime does not accept them, which make it drop the agent. Measured on 2.1.329,
// case by case.

import { countingPairs, effectivePairs, keyName, pairOf } from '../../model/plain.ts';
import { resolveAlias, type YamlMap, type YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { IndexedReading } from '../indexed.ts';
import type { HooksProblem } from './hooks.ts';
import { HOOK_EVENTS } from './vocabulary.ts';

/** Only faults in these can drop an agent, because such a hook may guard its permissions. */
export const GUARDING_EVENTS: readonly string[] = ['PreToolUse', 'PermissionRequest'];

/** Fields that are not searched, at any depth. */
const NOT_SEARCHED = new Set(['mcpServers', 'metadata']);
/** The depth of nested mappings and lists that is searched. */
const DEPTH_SEARCHED = 4;
/** Nested aliases can stand for more nodes than can be searched. */
const NODES_SEARCHED = 10_000;

export interface Search {
  /** Whether to also find what looks like a matcher (`hooks: […]`) under a name that is not an event. */
  readonly matchers: boolean;
  readonly skipped: ReadonlySet<string>;
}

/** Guarding hooks anywhere in the front matter except under `hooks`. */
export function strayHooks(reading: IndexedReading): HooksProblem[] {
  const search = { matchers: true, skipped: NOT_SEARCHED };
  return reading.entries.flatMap((entry): HooksProblem[] => {
    if (entry.overridden || entry.key === 'hooks' || NOT_SEARCHED.has(entry.key)) return [];
    const guards = GUARDING_EVENTS.includes(entry.key) && isSomething(entry.value);
    const inner = { ...search, matchers: !HOOK_EVENTS.includes(entry.key) };
    const span = guards ? entry.keySpan : findHooks(entry.value, inner);
    if (!span) return [];
    const message = 'a hook that may guard permissions is outside `hooks`';
    return [{ kind: 'outside-hooks', span, path: entry.key, message, drops: true }];
  });
}

/** The first guarding hook in a value, or what looks like one; null if there is none. */
export function findHooks(node: YamlNode | null, search: Search): Span | null {
  return find(node, search, 1, { left: NODES_SEARCHED });
}

/** True for `{matcher, hooks}` in place of a mapping of events. */
export function isSingleMatcher(map: YamlMap): boolean {
  const hooks = resolveAlias(pairOf(map, 'hooks')?.value ?? null);
  const list = hooks?.kind === 'sequence' && hooks.items.length > 0;
  if (pairOf(map, 'matcher')) return list || hooks?.kind === 'map';
  return list && !effectivePairs(map).some(({ key }) => HOOK_EVENTS.includes(keyName(key)));
}

function find(node: YamlNode | null, search: Search, depth: number, budget: { left: number }): Span | null {
  const target = resolveAlias(node);
  if (!target || depth > DEPTH_SEARCHED || budget.left-- <= 0) return null;
  if (target.kind === 'sequence') return firstOf(target.items, (item) => find(item, search, depth + 1, budget));
  if (target.kind !== 'map') return null;
  const pairs = countingPairs(target);
  if (search.matchers && isSingleMatcher(target)) return pairs[0]?.key.span ?? target.span;
  return firstOf(pairs, (pair) => {
    const name = keyName(pair.key);
    if (search.skipped.has(name)) return null;
    if (GUARDING_EVENTS.includes(name) && isSomething(pair.value)) return pair.key.span;
    const matchers = search.matchers && !HOOK_EVENTS.includes(name);
    return find(pair.value, { ...search, matchers }, depth + 1, budget);
  });
}

/** Nothing, null, and `[]` declare no hook. */
function isSomething(value: YamlNode | null): boolean {
  const node = resolveAlias(value);
  if (node === null || (node.kind === 'scalar' && node.value === null)) return false;
  return node.kind !== 'sequence' || node.items.length > 0;
}

function firstOf<T>(items: readonly T[], look: (item: T) => Span | null): Span | null {
  for (const item of items) {
    const span = look(item);
    if (span) return span;
  }
  return null;
}
