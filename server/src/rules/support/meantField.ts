// Which field a key that the runtime does not know was meant to be.
import { RUNTIME_KEYS } from '../../dialects/claude-code/schema.ts';
import { FOREIGN_KEYS, KEY_STAND_INS } from '../../dialects/claude-code/vocabulary.ts';
import { nearest } from '../../util/similar.ts';

/** The field the author most likely meant: what the runtime itself suggests, else the nearest by spelling. */
export function meantField(key: string): string | undefined {
  if (Object.hasOwn(KEY_STAND_INS, key)) return KEY_STAND_INS[key];
  return Object.hasOwn(FOREIGN_KEYS, key) ? undefined : nearest(key, RUNTIME_KEYS);
}
