// Makes a mutant smaller as long as its fault stays: what is left shows the cause.
import { faultsOf, type Mutant } from './oracles.ts';
import { createRandom } from './random.ts';
import type { FuzzFault } from './run.ts';

/** Attempts at most; each is a whole analysis. */
const MOST_ATTEMPTS = 300;
/** Which fixes are tried is left to chance, so a fault is looked for more than once. */
const LOOKS = 3;

export function shrink({ mutant, fault }: FuzzFault): Mutant {
  let { text } = mutant;
  let attempts = 0;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < text.length && attempts < MOST_ATTEMPTS; ) {
      const smaller = text.slice(0, at) + text.slice(at + size);
      attempts++;
      if (has({ ...mutant, text: smaller }, fault)) text = smaller;
      else at += size;
    }
  }
  return { ...mutant, text };
}

function has(mutant: Mutant, fault: string): boolean {
  return Array.from({ length: LOOKS }, (_, seed) => faultsOf(mutant, createRandom(seed))).some((faults) =>
    faults.includes(fault),
  );
}
