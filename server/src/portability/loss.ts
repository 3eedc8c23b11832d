// What a conversion loses: everything that an agent does not mean any more.
import type { AgentMeaning, LossKind, SettingValues } from '../runtimes/meaning.ts';
import type { Runtime } from '../runtimes/runtime.ts';

/** What a loss is about, whatever a runtime calls it. */
export type LossSubject =
  | 'name'
  | 'description'
  | 'prompt'
  | 'tools'
  | 'model'
  | keyof SettingValues
  | `rest.${string}`;

export interface Loss {
  readonly about: LossSubject;
  /** The key it is written under, nested ones with dots; in the words of the source. */
  readonly field: string;
  /** What is lost, as it is written; null where nothing is. */
  readonly value: string | null;
  readonly how: LossKind;
  /** The agent may do more than before. */
  readonly wider: boolean;
  readonly message: string;
}

/** An agent before and after, each as its own runtime reads it. */
export interface Comparison {
  readonly source: AgentMeaning;
  readonly target: AgentMeaning;
  readonly from: Runtime;
  readonly to: Runtime;
  /** Somebody chose the model of the target. */
  readonly isModelChosen: boolean;
}

const LONGEST_SHOWN = 200;

/** A value as a loss shows it: text as it is, the rest as JSON. */
export function shownValue(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}

/** A short value in a sentence, with its key. */
export function inWords(field: string, value: unknown): string {
  const shown = shownValue(value);
  return shown === null || shown.length > 60 || /[`\r\n]/.test(shown) ? `\`${field}\`` : `\`${field}: ${shown}\``;
}

export function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Without the order of keys, which means nothing in settings. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
