// A short run of the fuzzer; `npm run fuzz -- --seed N` makes 20,000 mutants.
import { describe, expect, test } from 'vitest';
import { readOwnCorpus } from './corpus.ts';
import { FOUND } from './found.ts';
import { mutate } from './mutations.ts';
import { faultsOf as faultsIn } from './oracles.ts';
import { createRandom, seedOf } from './random.ts';
import { type FuzzFault, fuzz } from './run.ts';

const corpus = readOwnCorpus();

function faultsOf(options: { seed: number; count: number }): readonly FuzzFault[] {
  const faults: FuzzFault[] = [];
  fuzz({ ...options, corpus, first: 0, onFault: (fault) => void faults.push(fault) });
  return faults;
}

test('400 mutants hold', () => {
  expect(faultsOf({ seed: 20_261_125, count: 400 })).toEqual([]);
});

test.each(FOUND)('what was found once holds: $text as $path', (mutant) => {
  expect(faultsIn(mutant, createRandom(1))).toEqual([]);
});

describe('mutants', () => {
  const made = (seed: number): string[] =>
    Array.from({ length: 200 }, (_, index) => {
      const random = createRandom(seedOf(seed, index));
      return mutate(random.pick(corpus), random, random.pick(corpus));
    });

  test('are made of samples and of the examples of every rule', () => {
    expect(corpus.length).toBeGreaterThan(300);
    expect(corpus.some((text) => text.includes('\r\n'))).toBe(true);
  });

  test('are the same for the same seed, and others for another', () => {
    expect(made(1)).toEqual(made(1));
    expect(made(1)).not.toEqual(made(2));
  });

  test('are hardly ever what they were made of', () => {
    expect(new Set(made(3)).size).toBeGreaterThan(190);
    expect(made(3).filter((text) => corpus.includes(text)).length).toBeLessThan(20);
  });
});
