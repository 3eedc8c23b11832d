// Sentences with places for values, and what they are told by: an id and the values, which stay where words change.
import type { MessageValue, MessageValues } from './problem.ts';

export interface Message<Id extends string = string> {
  readonly messageId: Id;
  readonly values: MessageValues;
  /** For people. */
  readonly message: string;
}

export function say<Id extends string>(
  texts: Readonly<Record<Id, string>>,
  id: Id,
  values: MessageValues,
): Message<Id> {
  return { messageId: id, values, message: fillPlaceholders(texts[id], values) };
}

/** Puts the values in place of `{name}`. */
export function fillPlaceholders(text: string, values: MessageValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => shown(values[name] ?? whole));
}

function shown(value: MessageValue): string {
  if (typeof value !== 'object') return String(value);
  const items = value.map((item) => `\`${item}\``);
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
