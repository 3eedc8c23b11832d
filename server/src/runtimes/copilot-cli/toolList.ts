// The `tools` field: which names it holds, and which of them give nothing.
import { entryOf, type FieldEntry } from '../entries.ts';
import type { LoadEvent, LoadReport } from '../runtime.ts';
import { type ToolMention, toolMentions } from '../shared/toolMentions.ts';
import type { CopilotReading } from './read.ts';
import { toolsGiven } from './tools.ts';

export interface ToolGrant {
  readonly tools: LoadReport['tools'];
  readonly events: readonly LoadEvent[];
}

/** `written` is the plain value; one that is no list or string rejects the file, which is said elsewhere. */
export function grantTools(text: string, written: unknown, reading: CopilotReading): ToolGrant {
  const entry = entryOf(reading, 'tools');
  if (!entry || written === undefined) return { tools: 'inherit', events: [] };
  const mentions = toolMentions(text, entry.value);
  const tools = mentions.map(({ name }) => name);
  // Measured: a single `*` is as good as no list; among other names it stays one of them.
  if (tools.length === 1 && tools[0] === '*') return { tools: 'inherit', events: [] };
  const given = mentions.map(({ name }) => toolsGiven(name));
  const unknown = mentions.filter((_, index) => given[index]?.length === 0);
  const events = unknown.map(unknownTool);
  const meansSome = typeof written === 'string' || mentions.length > 0;
  if (meansSome && given.every((each) => each?.length === 0)) events.push(noTools(entry));
  return { tools, events };
}

function unknownTool({ name, span }: ToolMention): LoadEvent {
  return { cause: 'unknown-tool', effect: 'ignores', span, field: 'tools', values: { value: name } };
}

function noTools({ keySpan, valueSpan }: FieldEntry): LoadEvent {
  const span = valueSpan.end > valueSpan.start ? valueSpan : keySpan;
  return { cause: 'no-tools', effect: 'grants-less', span, field: 'tools' };
}
