// `npm run fuzz -- --seed N --count N [--first N]`: damages agent files in every way and sees what holds. Prints each kind
// of fault once, with the number of its first mutant, and writes that mutant to `.build/fuzz`. Exits 1 where there is any.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { outputFolder } from '../../scripts/host/paths.ts';
import { readWholeCorpus } from './corpus.ts';
import { type FuzzFault, fuzz } from './run.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
    first: { type: 'string', default: '0' },
  },
});
const [seed, count, first] = [values.seed, values.count, values.first].map(Number) as [number, number, number];

/** Between two lines about how far it has come. */
const PROGRESS_EVERY = 1_000;

const kinds = new Map<string, { count: number; readonly first: FuzzFault }>();
fuzz({
  corpus: readWholeCorpus(),
  seed,
  first,
  count,
  onFault(fault) {
    const known = kinds.get(fault.fault);
    if (known) known.count++;
    else kinds.set(fault.fault, { count: 1, first: fault });
  },
  onProgress(done) {
    if (done % PROGRESS_EVERY === 0) process.stderr.write(`${done} of ${count}, ${kinds.size} kinds of faults\n`);
  },
});

const folder = join(outputFolder, 'fuzz');
if (kinds.size > 0) mkdirSync(folder, { recursive: true });
for (const [fault, { count: times, first: found }] of kinds) {
  const path = join(folder, `${seed}-${found.index}.md`);
  const { text } = shrink(found);
  writeFileSync(path, text);
  process.stdout.write(
    `${times} × ${fault}\n  mutant ${found.index} as ${found.mutant.path}: ${JSON.stringify(text)}\n`,
  );
}
process.stdout.write(`fuzz: seed ${seed}, ${count} mutants, ${kinds.size} kinds of faults\n`);
if (kinds.size > 0) process.exitCode = 1;
