// What Claude Code 2.1.329 checks in `hooks`, event by event and entry by entry, and which faults drop the agent.

import { countingPairs, keyLabel, pairOf, plainValue } from '../../model/plain.ts';
import { resolveAlias, type YamlMap, type YamlNode, type YamlPair } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { FieldEntry } from '../entries.ts';
import { findHooks, GUARDING_EVENTS, isSingleMatcher } from './hookGuards.ts';
import { HOOK_HANDLERS, optionFault } from './hookOptions.ts';
import { HOOK_EVENTS } from './vocabulary.ts';

export type HooksProblemKind =
  | 'not-a-map'
  | 'single-matcher'
  | 'outside-hooks'
  | 'inside-other-event'
  | 'unknown-event'
  | 'event-not-a-list'
  | 'matcher-not-a-map'
  | 'matcher-not-text'
  | 'handlers-not-a-list'
  | 'handler-not-a-map'
  | 'type-missing'
  | 'type-not-text'
  | 'type-unknown'
  | 'option-missing'
  | 'option-invalid';

export interface HooksProblem {
  readonly kind: HooksProblemKind;
  /** The exact text to blame; if something is missing, the mapping that lacks it. */
  readonly span: Span;
  /** The path to it, as in the runtime's log: `hooks.PreToolUse.0.hooks.1`. */
  readonly path: string;
  /** What is wrong, in plain words, without a final period. */
  readonly message: string;
  /** True: a project agent does not load. False: only the entry is ignored. */
  readonly drops: boolean;
  readonly event?: string;
  /** The handler type or the option that is wrong. */
  readonly name?: string;
}

/** Every fault of a `hooks` field, in source order. */
export function hooksProblems(entry: FieldEntry): HooksProblem[] {
  const node = resolveAlias(entry.value);
  if (isFalsy(node)) return [];
  if (node?.kind !== 'map') {
    const message = `\`hooks\` must be a mapping of events, but it is ${describe(node)}`;
    return [{ kind: 'not-a-map', span: entry.valueSpan, path: 'hooks', message, drops: true }];
  }
  if (isSingleMatcher(node)) {
    const message = '`hooks` must be a mapping of events, but it is a single matcher';
    return [{ kind: 'single-matcher', span: headOf(node), path: 'hooks', message, drops: true }];
  }
  return countingPairs(node).flatMap(eventProblems);
}

type Fault = Pick<HooksProblem, 'kind' | 'span' | 'path' | 'message'> & { readonly name?: string };

function eventProblems(pair: YamlPair): HooksProblem[] {
  const event = keyLabel(pair.key);
  const path = `hooks.${event}`;
  const list = resolveAlias(pair.value);
  if (!HOOK_EVENTS.includes(event)) {
    const hidden = findHooks(pair.value, { matchers: list?.kind === 'map', skipped: new Set() });
    if (hidden) return [hiddenGuard(hidden, path, event)];
    const message = `\`${event}\` is not a hook event`;
    return [{ kind: 'unknown-event', span: pair.key.span, path, message, drops: false, event }];
  }
  const guards = GUARDING_EVENTS.includes(event);
  if (list?.kind !== 'sequence') {
    const message = `\`${event}\` must be a list of matchers, but it is ${describe(list)}`;
    // Measured: any event without a value is ignored.
    const drops = guards ? !isNull(list) : findHooks(list, EXACT) !== null;
    return [{ kind: 'event-not-a-list', span: spanOfValue(pair), path, message, drops, event }];
  }
  return list.items.flatMap((item, index): HooksProblem[] => {
    const hidden = guards ? null : findHooks(item, EXACT);
    if (hidden) return [hiddenGuard(hidden, `${path}.${index}`, event)];
    return matcherFaults(item, `${path}.${index}`).map((fault) => ({ ...fault, drops: guards, event }));
  });
}

const EXACT = { matchers: false, skipped: new Set<string>() };

function hiddenGuard(span: Span, path: string, event: string): HooksProblem {
  const message = `a hook that may guard permissions is inside \`${event}\``;
  return { kind: 'inside-other-event', span, path, message, drops: true, event };
}

function matcherFaults(item: YamlNode, path: string): Fault[] {
  const map = resolveAlias(item);
  if (map?.kind !== 'map') {
    const message = `a matcher must be a mapping with \`hooks\`, but this is ${describe(map)}`;
    return [{ kind: 'matcher-not-a-map', span: item.span, path, message }];
  }
  const handlers = pairOf(map, 'hooks');
  const list = resolveAlias(handlers?.value ?? null);
  if (list?.kind !== 'sequence') {
    const found = handlers ? describe(list) : 'missing';
    const message = `the \`hooks\` of a matcher must be a list, but here it is ${found}`;
    const span = handlers ? spanOfValue(handlers) : headOf(map);
    return [{ kind: 'handlers-not-a-list', span, path, message }];
  }
  const faults = list.items.flatMap((each, index) => handlerFaults(each, `${path}.hooks.${index}`));
  const matcher = pairOf(map, 'matcher');
  if (matcher && !isText(matcher.value)) {
    const message = `\`matcher\` must be a string, but it is ${describe(matcher.value)}`;
    faults.unshift({ kind: 'matcher-not-text', span: spanOfValue(matcher), path, message, name: 'matcher' });
  }
  return faults;
}

function handlerFaults(item: YamlNode, path: string): Fault[] {
  const map = resolveAlias(item);
  if (map?.kind !== 'map') {
    const message = `a hook must be a mapping with \`type\`, but this is ${describe(map)}`;
    return [{ kind: 'handler-not-a-map', span: item.span, path, message }];
  }
  const type = pairOf(map, 'type');
  if (!type) return [{ kind: 'type-missing', span: headOf(map), path, message: 'this hook has no `type`' }];
  const span = spanOfValue(type);
  const name = plainValue(type.value);
  if (typeof name !== 'string') {
    return [
      { kind: 'type-not-text', span, path, message: `\`type\` must be a string, but it is ${describe(type.value)}` },
    ];
  }
  const handler = HOOK_HANDLERS.get(name);
  if (!handler) return [{ kind: 'type-unknown', span, path, message: `\`${name}\` is not a hook type`, name }];
  return handler.flatMap((option): Fault[] => {
    const pair = pairOf(map, option.name);
    if (!pair) {
      if (!option.required) return [];
      const message = `a ${name} hook needs \`${option.name}\``;
      return [{ kind: 'option-missing', span: headOf(map), path, message, name: option.name }];
    }
    const fault = optionFault(option.shape, plainValue(pair.value));
    if (fault === null) return [];
    const message = `\`${option.name}\` must be ${fault}`;
    return [{ kind: 'option-invalid', span: spanOfValue(pair), path, message, name: option.name }];
  });
}

/** Measured: nothing, null, `false`, `0`, and an empty string count as no hooks at all. */
function isFalsy(node: YamlNode | null): boolean {
  return node === null || (node.kind === 'scalar' && !node.value);
}

function isNull(node: YamlNode | null): boolean {
  return node === null || (node.kind === 'scalar' && node.value === null);
}

function isText(node: YamlNode | null): boolean {
  const target = resolveAlias(node);
  return target?.kind === 'scalar' && typeof target.value === 'string';
}

function describe(node: YamlNode | null): string {
  const target = resolveAlias(node);
  if (target?.kind === 'map') return 'a mapping';
  if (target?.kind === 'sequence') return 'a list';
  const value = target?.kind === 'scalar' ? target.value : null;
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'boolean':
      return `the boolean \`${value}\``;
    case 'number':
    case 'bigint':
      return `the number \`${value}\``;
    default:
      return 'empty';
  }
}

function spanOfValue({ key, value }: YamlPair): Span {
  return value && value.span.end > value.span.start ? value.span : key.span;
}

/** Where something is missing from a mapping: the whole `{…}`, or the first entry of a multi-line mapping. */
function headOf(map: YamlMap): Span {
  const first = map.pairs[0];
  if (map.flow || !first) return map.span;
  return { start: first.key.span.start, end: Math.max(first.key.span.end, first.value?.span.end ?? 0) };
}
