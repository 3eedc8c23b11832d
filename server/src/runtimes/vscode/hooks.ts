// Hooks of an agent: events to lists of commands, each of which may be wrapped with a matcher.

import type { YamlMap, YamlNode } from '../../model/yaml.ts';
import type { FieldEntry } from '../entries.ts';
import type { LoadEvent } from '../runtime.ts';
import { type Checked, checkValue, eventAt } from './checkValue.ts';
import { githubHookCommand, hookCommand } from './shapes.ts';
import type { Target } from './target.ts';
import { scalarText } from './values.ts';

const SHARED = ['SessionStart', 'UserPromptSubmit', 'PreToolUse', 'PostToolUse', 'PreCompact', 'SubagentStart'];
const LOCAL: ReadonlySet<string> = new Set([...SHARED, 'SubagentStop', 'Stop']);
/** What the loader takes, whatever the target. */
const ALL: ReadonlySet<string> = new Set([...LOCAL, 'SessionEnd', 'ErrorOccurred']);

/** Read in the bundle: the events of each target. */
const EVENTS: Readonly<Record<Target, ReadonlySet<string>>> = {
  vscode: LOCAL,
  claude: LOCAL,
  any: ALL,
  'github-copilot': new Set(
    'sessionStart sessionEnd userPromptSubmitted preToolUse postToolUse agentStop subagentStop errorOccurred'.split(
      ' ',
    ),
  ),
};

/** Of the commands of a hook, at least one of these is needed. */
const COMMANDS: readonly string[] = ['command', 'windows', 'linux', 'osx', 'bash', 'powershell'];

export function hookEvents({ value }: FieldEntry, target: Target): LoadEvent[] {
  if (value?.kind !== 'map') return [];
  return value.pairs.flatMap(({ key, value: commands }) => {
    const name = scalarText(key) ?? '';
    const path = ['hooks', name];
    const unknown = EVENTS[target].has(name) ? [] : [unknownKey(path, key, ALL.has(name) ? 'none' : 'ignores')];
    return [...unknown, ...listEvents(commands, { path, key }, target)];
  });
}

interface At {
  readonly path: readonly string[];
  readonly key: YamlNode;
}

function listEvents(commands: YamlNode | null, { path, key }: At, target: Target): LoadEvent[] {
  if (commands?.kind !== 'sequence') return [invalid(path, commands, key, 'a list')];
  return commands.items.flatMap((item, index) => itemEvents(item, { path: [...path, String(index)], key }, target));
}

function itemEvents(item: YamlNode, { path, key }: At, target: Target): LoadEvent[] {
  if (item.kind !== 'map') return [invalid(path, item, key, 'a mapping')];
  const inner = item.pairs.find((pair) => scalarText(pair.key) === 'hooks');
  if (!inner) return commandEvents(item, { path, key }, target);
  const others = item.pairs.filter((pair) => !['hooks', 'matcher'].includes(scalarText(pair.key) ?? ''));
  const unknown = others.map((pair) => unknownKey([...path, scalarText(pair.key) ?? ''], pair.key, 'ignores'));
  return [...unknown, ...listEvents(inner.value, { path: [...path, 'hooks'], key: inner.key }, target)];
}

function commandEvents(item: YamlMap, { path, key }: At, target: Target): LoadEvent[] {
  const schema = target === 'github-copilot' ? githubHookCommand : hookCommand;
  const checked: Checked = { schema, value: item, path, shape: 'a mapping', keySpan: key.span };
  const hasCommand = item.pairs.some((pair) => COMMANDS.includes(scalarText(pair.key) ?? ''));
  const missing = { cause: 'missing-key', effect: 'ignores', span: item.span } as const;
  const events = checkValue(checked);
  return hasCommand ? events : [...events, eventAt({ ...missing, field: [...path, 'command'].join('.'), values: {} })];
}

function unknownKey(path: readonly string[], key: YamlNode, effect: 'none' | 'ignores'): LoadEvent {
  return eventAt({ cause: 'unknown-nested-key', effect, span: key.span, field: path.join('.'), values: {} });
}

function invalid(path: readonly string[], value: YamlNode | null, key: YamlNode, expected: string): LoadEvent {
  const span = value && value.span.end > value.span.start ? value.span : key.span;
  return eventAt({ cause: 'invalid-value', effect: 'ignores', span, field: path.join('.'), values: { expected } });
}
