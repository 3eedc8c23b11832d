// A file of `.claude/agents` as VS Code reads it: five fields count, with names of tools and models put into its own.
import { entryOf } from '../entries.ts';
import type { LoadEvent } from '../runtime.ts';
import { checkValue, eventAt } from './checkValue.ts';
import { vscodeFields } from './fields.ts';
import { CLAUDE_MODELS } from './models.ts';
import type { VsCodeReading } from './read.ts';
import { claudeToolEvents } from './toolEvents.ts';
import { namesIn, scalarText } from './values.ts';
import { WHY } from './words.ts';

export function claudeEvents(reading: VsCodeReading): LoadEvent[] {
  const tools = entryOf(reading, 'tools');
  const own = [...(tools ? claudeToolEvents(tools) : []), ...deniedTools(reading), ...modelEvents(reading)];
  return [...own, ...SHAPED.flatMap((key) => shapeEvents(reading, key))];
}

/** Fields of both that have one shape. */
const SHAPED = ['name', 'description', 'tools', 'hooks'] as const;

function shapeEvents(reading: VsCodeReading, key: string): LoadEvent[] {
  const entry = entryOf(reading, key);
  const field = vscodeFields.get(key);
  if (!entry || !field || entry.valueSpan.end === entry.valueSpan.start) return [];
  const { value, keySpan } = entry;
  return checkValue({ schema: field.schema, shape: field.shape, value, path: [key], keySpan });
}

/** Measured: what Claude Code denies, VS Code gives. */
function deniedTools(reading: VsCodeReading): LoadEvent[] {
  const entry = entryOf(reading, 'disallowedTools');
  if (!entry || (namesIn(entry.value) ?? []).length === 0) return [];
  const at = { span: entry.keySpan, field: entry.key };
  return [eventAt({ ...at, cause: 'ignored-key', effect: 'grants-more', values: { why: WHY.deniedTools } })];
}

function modelEvents(reading: VsCodeReading): LoadEvent[] {
  const entry = entryOf(reading, 'model');
  const model = scalarText(entry?.value ?? null)?.trim() ?? '';
  if (!entry || model === '' || CLAUDE_MODELS.has(model)) return [];
  const values = { expected: [...CLAUDE_MODELS].map((word) => `\`${word}\``).join(', ') };
  return [eventAt({ cause: 'invalid-value', effect: 'ignores', span: entry.valueSpan, field: 'model', values })];
}
