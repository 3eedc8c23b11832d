// Recognizes keys that are really lines of text.

import type { FieldEntry } from '../../../entries.ts';
import { RUNTIME_KEYS } from '../../fields.ts';

/** A key of several words, or a capitalized one: people write those in prose, not as field names. */
export function looksLikeText({ key }: FieldEntry): boolean {
  return /^[A-Z][a-z]+$|\s/.test(key) && !RUNTIME_KEYS.has(key.toLowerCase());
}
