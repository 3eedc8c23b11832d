// Keys that are really lines of a text.
import { RUNTIME_KEYS } from '../../dialects/claude-code/schema.ts';
import type { FieldEntry } from '../../dialects/dialect.ts';

/** A key of several words, or a capitalised one: people write those in texts, not as names of fields. */
export function looksLikeText({ key }: FieldEntry): boolean {
  return /^[A-Z][a-z]+$|\s/.test(key) && !RUNTIME_KEYS.has(key.toLowerCase());
}
