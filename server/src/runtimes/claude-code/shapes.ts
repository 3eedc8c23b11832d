// Building blocks of field schemas, each as lenient as the runtime was measured to be.
import * as z from 'zod';
import type { ValueDoc } from '../fields.ts';
import { EFFORTS } from './vocabulary.ts';

export const stringOrStrings = z.union([z.string(), z.array(z.string())]);

/** Only `true` and `false` count, as booleans or strings; `yes`, `on`, and `1` do not. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false'])]);

/** One of a fixed set of values; case-sensitive. */
export function oneOf(docs: readonly ValueDoc[]) {
  const [first = '', ...rest] = docs.map(({ value }) => value);
  return z.enum([first, ...rest]);
}

/** A number must be whole; of anything else, the leading digits count: `"10"`, `10x`, and `[10]` are 10. */
export function wholeNumber(from: number) {
  const startsWithDigits = (value: unknown): boolean => Number.parseInt(String(value), 10) >= from;
  return z.union([
    z.number().int().min(from),
    z.string().refine(startsWithDigits),
    z.array(z.unknown()).refine(startsWithDigits),
  ]);
}

/** Case-insensitive, and a number may start any string: `3x` is 3. */
export const effortLevel = z.union([
  z.string().toLowerCase().pipe(oneOf(EFFORTS)),
  z.number(),
  z.union([z.string(), z.array(z.unknown())]).refine((value) => !Number.isNaN(Number.parseInt(String(value), 10))),
]);

/** A field that is on or off, and off where it is not written. */
export const onOrOff = (whenOn: string, whenOff: string) =>
  ({
    schema: flag,
    shape: '`true` or `false`',
    onInvalid: 'ignores it',
    default: '`false`',
    values: [
      { value: 'true', description: whenOn },
      { value: 'false', description: whenOff },
    ],
    snippet: '${1|true,false|}',
  }) as const;
