// Which runtimes problems are reported for: the setting `runtimes`.
import type { RuntimeId } from './runtime.ts';

/** The owner in full, and of the other readers what costs the agent. */
export const AUTO = 'auto';

/** A list: all of these in full, and nobody else. */
export type RuntimeSelection = typeof AUTO | readonly RuntimeId[];

/** `brief`: only what drops the file, blocks the project, takes the raw file as prompt, or grants more than written. */
export type Extent = 'full' | 'brief' | 'none';

export function extentOf(id: string, isOwner: boolean, selection: RuntimeSelection): Extent {
  if (selection === AUTO) return isOwner ? 'full' : 'brief';
  return selection.includes(id) ? 'full' : 'none';
}

export interface SelectionReading {
  /** Null where nothing of what is written can be used. */
  readonly selection: RuntimeSelection | null;
  /** What is not the id of a runtime, with its place in the list; null for a value that is no list at all. */
  readonly unknown: readonly { readonly value: unknown; readonly at: number | null }[];
}

/** Total: ids that no runtime has are left out, and the others count. */
export function readSelection(written: unknown, known: readonly RuntimeId[]): SelectionReading {
  if (written === AUTO) return { selection: AUTO, unknown: [] };
  if (!Array.isArray(written)) return { selection: null, unknown: [{ value: written, at: null }] };
  const unknown = written.flatMap((value, at) => (known.includes(value) ? [] : [{ value, at }]));
  const selection = [...new Set(written.filter((value): value is RuntimeId => known.includes(value)))];
  // A list without one usable id would switch everything off.
  return { selection: unknown.length > 0 && selection.length === 0 ? null : selection, unknown };
}

/** What is said of a value that is not the id of a runtime. */
export function unknownInWords(value: unknown, known: readonly RuntimeId[]): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return `Unknown runtime \`${shown}\`. Use \`${AUTO}\` or a list of these: ${known.join(', ')}.`;
}
