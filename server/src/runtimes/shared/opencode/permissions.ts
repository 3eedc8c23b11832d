// Permission rules of OpenCode and Kilo: the last rule that matches decides, so their order matters.
import type { Values } from './read.ts';

export type Action = 'allow' | 'ask' | 'deny';
export const ACTIONS = ['allow', 'ask', 'deny'] as const satisfies readonly Action[];

export interface PermissionRule {
  /** What it is about: a tool or a pattern of tools. */
  readonly permission: string;
  /** Which of its uses: `git *`, `src/**`. */
  readonly pattern: string;
  readonly action: Action;
  /** The keys it is written under. */
  readonly path: readonly PropertyKey[];
}

/** A rule that decides nothing, because a later one covers it. */
export interface DeadRule {
  readonly rule: PermissionRule;
  readonly by: PermissionRule;
}

/** Measured: `write`, `edit` and `patch` of the older `tools` mapping all mean the permission `edit`. */
const EDITS: ReadonlySet<string> = new Set(['write', 'edit', 'patch']);

/**
 * The rules of a `tools` mapping and of `permission`, in the order in which they count, and those that another one of
 * the same name replaces. Both values have passed their schema.
 */
export function rulesOf({ tools, permission }: Values): { rules: PermissionRule[]; replaced: DeadRule[] } {
  // An object and no Map: JavaScript puts keys that look like integers first, and so does the runtime.
  const byName: Record<string, PermissionRule[]> = Object.create(null);
  const replaced: DeadRule[] = [];
  const set = (name: string, rules: PermissionRule[]): void => {
    const [by] = rules;
    for (const rule of byName[name] ?? []) if (by && by.action !== rule.action) replaced.push({ rule, by });
    byName[name] = rules;
  };
  for (const [name, isOn] of entriesOf(tools)) {
    const about = EDITS.has(name) ? 'edit' : name;
    set(about, [{ permission: about, pattern: '*', action: isOn ? 'allow' : 'deny', path: ['tools', name] }]);
  }
  if (typeof permission === 'string') {
    set('*', [{ permission: '*', pattern: '*', action: permission as Action, path: ['permission'] }]);
  }
  for (const [name, value] of entriesOf(permission)) {
    if (value === null) continue;
    const path = ['permission', name];
    const patterns =
      typeof value === 'object' ? entriesOf(value).filter(([, action]) => action !== null) : [['*', value] as const];
    set(
      name,
      patterns.map(([pattern, action]) => ({
        permission: name,
        pattern,
        action: action as Action,
        path: typeof value === 'object' ? [...path, pattern] : path,
      })),
    );
  }
  return { rules: Object.values(byName).flat(), replaced };
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** Rules that a later one covers whole and decides otherwise. */
export function deadRules(rules: readonly PermissionRule[]): DeadRule[] {
  const whole = new Map<string, PermissionRule>();
  const exact = new Map<string, PermissionRule>();
  const dead: DeadRule[] = [];
  for (const rule of [...rules].reverse()) {
    const { permission, pattern, action } = rule;
    const by = whole.get('*') ?? whole.get(permission) ?? exact.get(`${permission}\n${pattern}`);
    if (by && by.action !== action) dead.push({ rule, by });
    const seen = pattern === '*' ? whole : exact;
    const key = pattern === '*' ? permission : `${permission}\n${pattern}`;
    if (!seen.has(key)) seen.set(key, rule);
  }
  return dead.reverse();
}

const FREEDOM: Readonly<Record<Action, number>> = { deny: 0, ask: 1, allow: 2 };

/** Whether more is allowed than the rule that decides nothing says. */
export function isWider({ rule, by }: DeadRule): boolean {
  return FREEDOM[by.action] > FREEDOM[rule.action];
}

/** The tools an agent is given: not those whose last matching rule denies every use. */
export function toolsUnder(rules: readonly PermissionRule[], tools: readonly string[]): string[] {
  return tools.filter((tool) => {
    const about = EDITS.has(tool) ? 'edit' : tool;
    const last = rules.findLast(({ permission }) => matches(permission, about));
    return !(last?.pattern === '*' && last.action === 'deny');
  });
}

/** Whether tools that no rule names, such as those of servers, stay. */
export function leavesOthers(rules: readonly PermissionRule[]): boolean {
  const last = rules.findLast(({ permission }) => permission === '*');
  return !(last?.pattern === '*' && last.action === 'deny');
}

/** `*` stands for any characters, `?` for one. Steps: at most the product of the lengths. */
export function matches(pattern: string, name: string): boolean {
  let [at, from] = [0, 0];
  let [star, retry] = [-1, 0];
  while (at < name.length) {
    const wanted = pattern.charAt(from);
    if (wanted === '*') {
      star = from++;
      retry = at;
    } else if (wanted === '?' || wanted === name.charAt(at)) {
      from++;
      at++;
    } else if (star >= 0) {
      from = star + 1;
      at = ++retry;
    } else return false;
  }
  while (pattern.charAt(from) === '*') from++;
  return from === pattern.length;
}
