// The names that a list of tools holds, and where each stands: a YAML list, or one string with commas between the names.
import { resolveAlias, type YamlNode } from '../../model/yaml.ts';
import { type Span, slice } from '../../util/text.ts';

export interface ToolMention {
  readonly name: string;
  readonly span: Span;
}

/** Measured for Copilot CLI and Qwen Code: only commas separate, and what is no string in a list is left out. */
export function toolMentions(text: string, value: YamlNode | null): ToolMention[] {
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
 * From the first name on that cannot be found in the text as it is (escapes, folded lines), names stand for the whole
 * value: searching for each would cost a pass over the text.
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
