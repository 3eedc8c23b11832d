// Which field a key that the runtime does not know was meant to be.

import { nearest } from '../../../../util/similar.ts';
import { RUNTIME_KEYS } from '../../fields.ts';
import { FOREIGN_KEYS, KEY_STAND_INS } from '../../vocabulary.ts';

/** The field the author most likely meant: what the runtime itself suggests, else the nearest by spelling. */
export function meantField(key: string): string | undefined {
  if (Object.hasOwn(KEY_STAND_INS, key)) return KEY_STAND_INS[key];
  return Object.hasOwn(FOREIGN_KEYS, key) ? undefined : nearest(key, RUNTIME_KEYS);
}
