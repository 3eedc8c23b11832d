// What VS Code does because of single fields: which of them count for the target, and which values it takes.
import { entryOf, type FieldEntry } from '../entries.ts';
import type { LoadEvent } from '../runtime.ts';
import { checkValue, eventAt } from './checkValue.ts';
import { vscodeFields } from './fields.ts';
import { hookEvents } from './hooks.ts';
import type { VsCodeReading } from './read.ts';
import { isLocal, readerOf, type Target } from './target.ts';
import { toolEvents, toolNames } from './toolEvents.ts';
import { scalarText } from './values.ts';
import { WHY } from './words.ts';

/** Checked in the editor only where VS Code itself runs the agent. */
const LOCAL_CHECKS: ReadonlySet<string> = new Set(['model', 'handoffs', 'agents']);

export function fieldEvents(reading: VsCodeReading, target: Target): LoadEvent[] {
  return reading.entries.flatMap((entry) => {
    if (isEmpty(entry)) return [...unreadKey(entry, target), emptyValue(entry)];
    const unread = unreadKey(entry, target);
    return unread.length > 0 ? unread : valueEvents(entry, reading, target);
  });
}

function isEmpty({ value }: FieldEntry): boolean {
  return value === null || (value.kind === 'scalar' && value.span.end === value.span.start);
}

/** The reader takes it as an empty string, which for `tools` means none. */
function emptyValue({ key, keySpan }: FieldEntry): LoadEvent {
  const effect = key === 'tools' ? 'grants-less' : 'ignores';
  return eventAt({ cause: 'empty-value', effect, span: keySpan, field: key, values: {} });
}

function unreadKey({ key, keySpan: span, valueSpan }: FieldEntry, target: Target): LoadEvent[] {
  const ignored = (effect: 'none' | 'ignores' | 'grants-more', why: string): LoadEvent[] => [
    eventAt({ cause: 'ignored-key', effect, span, field: key, values: { why } }),
  ];
  if (key === 'infer') {
    const whole = { start: span.start, end: valueSpan.end };
    return [eventAt({ cause: 'deprecated-key', effect: 'none', span: whole, field: key, values: {} })];
  }
  const reader = readerOf(key);
  if (reader === 'github') {
    if (target === 'github-copilot') return [];
    return target === 'vscode' ? ignored('ignores', WHY.onlyOnGitHub) : ignored('none', WHY.notHere);
  }
  if (!vscodeFields.get(key)) {
    return [eventAt({ cause: 'unknown-key', effect: 'ignores', span, field: key, values: {} })];
  }
  return reader === 'vscode' && target === 'github-copilot' ? ignored('ignores', WHY.onlyHere) : [];
}

function valueEvents(entry: FieldEntry, reading: VsCodeReading, target: Target): LoadEvent[] {
  const { key, keySpan, value } = entry;
  const field = vscodeFields.get(key);
  if (!field || (LOCAL_CHECKS.has(key) && !isLocal(target))) return [];
  const { schema, shape } = field;
  const events = checkValue({ schema, shape, value, path: [key], keySpan });
  switch (key) {
    case 'tools':
      return [...events, ...(isLocal(target) ? toolEvents(entry) : [])];
    case 'hooks':
      return [...events, ...hookEvents(entry, target)];
    case 'handoffs':
      return [...events, ...repeatedLabels(entry)];
    case 'agents':
      return [...events, ...withoutAgentTool(entry, reading)];
    default:
      return events;
  }
}

/** Marked, and kept all the same. Case does not count. */
function repeatedLabels({ value }: FieldEntry): LoadEvent[] {
  const labels = new Set<string>();
  const items = value?.kind === 'sequence' ? value.items : [];
  return items.flatMap((item, index): LoadEvent[] => {
    const pair = item.kind === 'map' ? item.pairs.find(({ key }) => scalarText(key) === 'label') : undefined;
    const label = (scalarText(pair?.value ?? null) ?? '').toLowerCase();
    if (!pair?.value || label === '') return [];
    if (!labels.has(label)) {
      labels.add(label);
      return [];
    }
    const values = { expected: 'a label that no other handoff has' };
    const field = `handoffs.${index}.label`;
    return [eventAt({ cause: 'invalid-value', effect: 'none', span: pair.value.span, field, values })];
  });
}

function withoutAgentTool({ key, value }: FieldEntry, reading: VsCodeReading): LoadEvent[] {
  const isWritten = value?.kind === 'sequence' && value.items.some((item) => Boolean(scalarText(item)));
  const tools = entryOf(reading, 'tools');
  if (!isWritten || !tools || toolNames(tools)?.includes('agent') !== false) return [];
  const values = { why: WHY.noAgentTool };
  return [eventAt({ cause: 'ignored-key', effect: 'ignores', span: value.span, field: key, values })];
}
