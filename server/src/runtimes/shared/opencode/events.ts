// What a loader of the OpenCode kind reports about the file as a whole: its place, its front matter, its rules.

import type { AgentDocument } from '../../../model/document.ts';
import type { Span } from '../../../util/text.ts';
import type { FieldEntry } from '../../entries.ts';
import type { Cause, Effect, LoadEvent, Place } from '../../runtime.ts';
import { locate } from '../entries.ts';
import { MOST_SHOWN } from './fieldFaults.ts';
import { type DeadRule, deadRules, isWider, type PermissionRule } from './permissions.ts';
import { placeFault } from './places.ts';
import type { MatterReading, Values } from './read.ts';
import { isMistakenPermission } from './tools.ts';

export function placeEvents(place: Place): LoadEvent[] {
  const fault = placeFault(place);
  if (fault === null) return [];
  const cause = fault === 'extension' ? 'wrong-file-name' : 'wrong-place';
  return [{ cause, effect: 'drops-file', span: { start: 0, end: 0 }, field: null }];
}

/** `repaired`: what comes of values that are read only because of the retry. */
export function readingEvents(document: AgentDocument, reading: MatterReading, repaired: Effect): LoadEvent[] {
  const firstLine = document.lines.lineSpan(0);
  const event = (cause: Cause, effect: Effect, span: Span, values = {}): LoadEvent => {
    return { cause, effect, span, field: null, values };
  };
  const { state, inner, error, isRaw, isOpenEnded, program, repairs } = reading;
  if (program) return [event('executed-front-matter', 'runs-code', program)];
  if (state === 'none') {
    // A file without front matter is an agent as it is; one whose front matter is missed is not what was meant.
    return [event('no-front-matter', missesFence(document) ? 'takes-raw-file' : 'none', firstLine)];
  }
  if (state === 'unreadable' && error) {
    const effect = isRaw ? 'takes-raw-file' : 'drops-file';
    const cause = isRaw && isOpenEnded ? 'unclosed-front-matter' : 'unreadable-yaml';
    const result = isRaw ? 'takes the whole file as the prompt, without any restriction' : 'skips the file';
    return [
      event(cause, effect, cause === 'unreadable-yaml' ? error.span : firstLine, { message: error.message, result }),
    ];
  }
  if (state === 'not-a-map') return [event('not-a-mapping', 'grants-more', inner ?? firstLine)];
  return [
    ...(isOpenEnded ? [event('unclosed-front-matter', 'changes', firstLine, { result: 'finds no prompt' })] : []),
    ...repairs.map((span) => event('repaired-yaml', repaired, span)),
  ];
}

const LINES_LOOKED_AT = 6;

/** Whether one of the first lines looks like a fence with a key below it. */
function missesFence({ text }: AgentDocument): boolean {
  const lines = text.slice(0, 2_000).split(/\r\n|\r|\n/, LINES_LOOKED_AT + 1);
  return lines.some((line, at) => /^[\s\uFEFF]*-{3,}\s*$/.test(line) && /^\s*[\w-]+:/.test(lines[at + 1] ?? ''));
}

/** Rules that decide nothing, and names that no tool has. */
export function ruleEvents(
  reading: MatterReading,
  { rules, replaced }: { rules: readonly PermissionRule[]; replaced: readonly DeadRule[] },
): LoadEvent[] {
  const dead = [...replaced, ...deadRules(rules)].slice(0, MOST_SHOWN).map((each): LoadEvent => {
    const { rule, by } = each;
    const values = { key: pathText(rule), by: ruleText(by) };
    const effect = isWider(each) ? 'grants-more' : 'grants-less';
    return { cause: 'overridden-rule', effect, span: keySpan(reading, rule.path), field: values.key, values };
  });
  const mistaken = [...new Map(rules.map((rule) => [rule.path.slice(0, 2).join('\n'), rule])).values()]
    .filter(({ path: [key, name] }) => isMistakenPermission(String(name), key === 'tools' ? 'tools' : 'permission'))
    .slice(0, MOST_SHOWN)
    .map(({ path, action }): LoadEvent => {
      const [key, name] = path.map(String);
      const effect = action === 'allow' ? 'ignores' : 'grants-more';
      const span = keySpan(reading, path.slice(0, 2));
      return { cause: 'unknown-tool', effect, span, field: `${key}.${name}`, values: { value: name ?? '' } };
    });
  return [...dead, ...mistaken];
}

function ruleText({ permission, pattern, action }: PermissionRule): string {
  return `${permission}${pattern === '*' ? '' : ` ${pattern}`}: ${action}`;
}

function pathText({ path }: PermissionRule): string {
  return path.join('.');
}

/** The last key of a path, or the value of a field that is one rule. */
function keySpan({ root, entries, inner }: MatterReading, path: readonly PropertyKey[]): Span {
  const entry = entries.find(({ key }) => key === path[0]);
  const found = path.length > 1 ? locate(root, path) : null;
  return found?.step ?? entry?.valueSpan ?? inner ?? { start: 0, end: 0 };
}

/** A key that counts for nothing, and why. */
export function unusedKey({ key, keySpan: span }: FieldEntry, why: string, effect: Effect = 'ignores'): LoadEvent {
  return { cause: 'unused-key', effect, span, field: key, values: { key, why } };
}

/** A model without a provider. */
export function unusableModel({ key, keySpan, valueSpan }: FieldEntry, { model }: Values): LoadEvent[] {
  if (typeof model !== 'string' || model.includes('/')) return [];
  const span = valueSpan.end > valueSpan.start ? valueSpan : keySpan;
  const values = { key, value: model, expected: 'a provider, a slash and a model' };
  return [{ cause: 'unusable-model', effect: 'changes', span, field: key, values }];
}

/** `entry`: where the name is written; null where it is that of the file. */
export function nameEvents(
  { inner }: MatterReading,
  entry: FieldEntry | null,
  name: string,
  builtIn: ReadonlySet<string>,
): LoadEvent[] {
  if (!builtIn.has(name)) return [];
  const span = entry?.valueSpan ?? { start: 0, end: Math.min(3, inner?.start ?? 0) };
  return [{ cause: 'taken-name', effect: 'changes', span, field: 'name', values: { value: name } }];
}

export function descriptionEvents({ lines }: AgentDocument, { state, values }: MatterReading): LoadEvent[] {
  if (state !== 'read' && state !== 'repaired') return [];
  if (values.description !== undefined && values.description !== null) return [];
  return [{ cause: 'missing-description', effect: 'none', span: lines.lineSpan(0), field: 'description' }];
}
