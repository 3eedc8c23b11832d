// Tools of an agent: names that are other names today, and names that no tool has.
import type { FieldEntry } from '../entries.ts';
import type { LoadEvent } from '../runtime.ts';
import { eventAt } from './checkValue.ts';
import { isUnknownTool, renamedTool, toolsForClaude } from './tools.ts';
import { namesIn, type WrittenName } from './values.ts';

/** Null where the value is no list: the agent then has every tool. */
export function toolNames({ value }: Pick<FieldEntry, 'value'>): string[] | null {
  return namesIn(value)?.map(({ name }) => name) ?? null;
}

export function toolEvents({ value, keySpan }: FieldEntry): LoadEvent[] {
  const names = namesIn(value) ?? [];
  const events = names.flatMap(toolEvent);
  const unknown = events.filter(({ cause }) => cause === 'unknown-tool');
  if (names.length === 0 || unknown.length < names.length) return events;
  const none = { cause: 'no-tools', effect: 'grants-less', span: value?.span ?? keySpan } as const;
  return [...events, eventAt({ ...none, field: 'tools', values: {} })];
}

function toolEvent({ name, span }: WrittenName): LoadEvent[] {
  const at = { span, field: 'tools' };
  const newName = renamedTool(name);
  if (newName !== null) {
    return [eventAt({ ...at, cause: 'renamed-tool', effect: 'none', values: { value: name, newName } })];
  }
  if (!isUnknownTool(name)) return [];
  return [eventAt({ ...at, cause: 'unknown-tool', effect: 'grants-less', values: { value: name } })];
}

/** In a file of Claude Code: names that VS Code drops. */
export function claudeToolEvents({ value, keySpan }: FieldEntry): LoadEvent[] {
  const names = namesIn(value) ?? [];
  const dropped = names.filter(({ name }) => toolsForClaude(name) === null);
  const events = dropped.map(({ name, span }) =>
    eventAt({ cause: 'unknown-tool', effect: 'grants-less', span, field: 'tools', values: { value: name } }),
  );
  const isNothing = names.length > 0 && names.every(({ name }) => (toolsForClaude(name) ?? []).length === 0);
  const none = { cause: 'no-tools', effect: 'grants-less', span: value?.span ?? keySpan, field: 'tools' } as const;
  return isNothing ? [...events, eventAt({ ...none, values: {} })] : events;
}
