// Mutants one after the other, each from its own number, and what is wrong with them.
import { mutate } from './mutations.ts';
import { faultsOf, type Mutant } from './oracles.ts';
import { createRandom, seedOf } from './random.ts';

/** As what a mutant is read: mostly as Claude Code's, of a project or a plugin. */
const PATHS: readonly string[] = [
  ...Array.from({ length: 6 }, () => '.claude/agents/a.md'),
  ...Array.from({ length: 3 }, () => 'plugin/agents/a.md'),
  '.gemini/agents/a.md',
  '.qwen/agents/a.md',
  '.factory/droids/a.md',
  '.opencode/agents/a.md',
  'notes/a.md',
];

export interface FuzzFault {
  /** Makes the same mutant again, with the same seed. */
  readonly index: number;
  readonly fault: string;
  readonly mutant: Mutant;
}

export interface FuzzOptions {
  readonly corpus: readonly string[];
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  onFault(fault: FuzzFault): void;
  onProgress?(done: number): void;
}

export function fuzz({ corpus, seed, first, count, onFault, onProgress }: FuzzOptions): void {
  for (let index = first; index < first + count; index++) {
    const random = createRandom(seedOf(seed, index));
    const text = mutate(random.pick(corpus), random, random.pick(corpus));
    const mutant = { text, path: random.pick(PATHS) };
    for (const fault of new Set(faultsOf(mutant, random))) onFault({ index, fault, mutant });
    onProgress?.(index - first + 1);
  }
}
