// The `tools` field: which names it holds, and which of them give nothing.
import { resolveAlias, type YamlNode } from '../../model/yaml.ts';
import { type Span, slice } from '../../util/text.ts';
import { entryOf, type FieldEntry, type LoadEvent, type LoadReport } from '../runtime.ts';
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

interface ToolMention {
  readonly name: string;
  readonly span: Span;
}

function toolMentions(text: string, value: YamlNode | null): ToolMention[] {
  const node = resolveAlias(value);
  if (node?.kind === 'scalar' && typeof node.value === 'string') return splitNames(text, node.value, node.span);
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item) => {
    const element = resolveAlias(item);
    return element?.kind === 'scalar' && typeof element.value === 'string'
      ? [{ name: element.value, span: item.span }]
      : [];
  });
}

/**
 * Measured: only commas separate. From the first name on that cannot be found in the text as it is (escapes, folded lines),
 * names stand for the whole value: searching for each would cost a pass over the text.
 */
function splitNames(text: string, value: string, within: Span): ToolMention[] {
  const names = value.split(',').map((part) => part.trim());
  const written = slice(text, within);
  let from = 0;
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const start = from < 0 ? -1 : written.indexOf(name, from);
      from = start < 0 ? -1 : start + name.length;
      return { name, span: start < 0 ? within : { start: within.start + start, end: within.start + from } };
    });
}

function unknownTool({ name, span }: ToolMention): LoadEvent {
  return { cause: 'unknown-tool', effect: 'ignores', span, field: 'tools', values: { value: name } };
}

function noTools({ keySpan, valueSpan }: FieldEntry): LoadEvent {
  const span = valueSpan.end > valueSpan.start ? valueSpan : keySpan;
  return { cause: 'no-tools', effect: 'grants-less', span, field: 'tools' };
}
