// The entries of front matter: what one is, and which one counts for a key.
import type { YamlNode } from '../model/yaml.ts';
import type { Span } from '../util/text.ts';

/** One top-level entry of the front matter, as a runtime reads it. */
export interface FieldEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** Null where nothing is written after the colon. */
  readonly value: YamlNode | null;
  /** The value as written, quotes included; empty, after the colon, where there is none. */
  readonly valueSpan: Span;
}

/** The entry that counts for a key: the last one. */
export function entryOf<E extends FieldEntry>(
  { entries }: { readonly entries: readonly E[] },
  key: string,
): E | undefined {
  let byKey = known.get(entries) as ReadonlyMap<string, E> | undefined;
  if (!byKey) {
    byKey = new Map(entries.map((entry) => [entry.key, entry]));
    known.set(entries, byKey);
  }
  return byKey.get(key);
}

/** The span to underline for an entry: its value, or its key if it has none. */
export function valueOrKeySpan({ keySpan, valueSpan }: FieldEntry): Span {
  return valueSpan.end > valueSpan.start ? valueSpan : keySpan;
}

/** Every rule asks for some keys, and a file may have thousands. */
const known = new WeakMap<readonly FieldEntry[], ReadonlyMap<string, FieldEntry>>();
