// The `tools` and `disallowedTools` fields: which names they hold, and which of them do nothing.
import { entryOf, type FieldEntry } from '../entries.ts';
import type { LoadEvent, LoadReport } from '../runtime.ts';
import { toolMentions } from '../shared/toolMentions.ts';
import type { QwenReading } from './read.ts';
import { SESSION_TOOLS, toolCalled } from './tools.ts';
import { namesIn } from './values.ts';

export interface ToolGrant {
  /** As the loader holds them: names without effect are among them. */
  readonly tools: LoadReport['tools'];
  readonly denied: readonly string[];
  readonly events: readonly LoadEvent[];
}

/** Values that are no names at all are the business of `fieldEvents`. */
export function grantTools(text: string, values: ReadonlyMap<string, unknown>, reading: QwenReading): ToolGrant {
  const allowed = namesIn(values.get('tools'));
  const isAll = allowed === null || allowed.length === 0 || (allowed.length === 1 && allowed[0] === '*');
  const denied = namesIn(values.get('disallowedTools')) ?? [];
  return {
    tools: isAll ? 'inherit' : allowed,
    denied,
    events: [
      ...allowEvents(text, allowed, entryOf(reading, 'tools')),
      ...unknownTools(text, entryOf(reading, 'disallowedTools'), 'grants-more'),
    ],
  };
}

/** The tools of a session that an agent gets, by their own names, sorted. Names that depend on the session are left out. */
export function toolsGiven({ tools, denied }: Pick<ToolGrant, 'tools' | 'denied'>): string[] {
  const called = (names: readonly string[]) => new Set(names.map(toolCalled));
  const allowed = tools === 'inherit' || tools?.includes('*') ? null : called(tools ?? []);
  const taken = called(denied);
  return SESSION_TOOLS.filter((tool) => (allowed?.has(tool) ?? true) && !taken.has(tool)).sort();
}

function allowEvents(text: string, names: readonly string[] | null, entry: FieldEntry | undefined): LoadEvent[] {
  if (!entry || names === null) return [];
  const span = entry.valueSpan.end > entry.valueSpan.start ? entry.valueSpan : entry.keySpan;
  // Measured: a list without a single name is as good as no list.
  if (names.length === 0) return [{ cause: 'no-tools', effect: 'grants-more', span, field: 'tools' }];
  const unknown = unknownTools(text, entry, 'ignores');
  const none = names.every((name) => toolCalled(name) === null);
  return none ? [...unknown, { cause: 'no-tools', effect: 'grants-less', span, field: 'tools' }] : unknown;
}

function unknownTools(text: string, entry: FieldEntry | undefined, effect: LoadEvent['effect']): LoadEvent[] {
  if (!entry) return [];
  return toolMentions(text, entry.value)
    .filter(({ name }) => name.trim() !== '' && toolCalled(name) === null)
    .map(({ name, span }) => ({ cause: 'unknown-tool', effect, span, field: entry.key, values: { value: name } }));
}
