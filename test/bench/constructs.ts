// What one file costs with so much of one construct and with twice as much, everything counted that is done with a file.
import { fixAll } from '../../server/src/lint/fix.ts';
import { MOST_FIXED } from '../../server/src/lint/runRule.ts';
import { CONSTRUCTS, FIELDS } from '../harness/constructs.ts';
import { CROWDS } from '../harness/crowds.ts';
import { analyzeText, analyzeWorkspace, showEverywhere } from '../harness/fullAnalysis.ts';
import { row } from './measure.ts';

/** Of a construct; texts of some 50 KB. */
const COUNT = 2_000;
/** Files of a workspace. */
const FILES = 500;
/** Each size in turns, so that both see the same machine. The fastest run counts: nothing but the work itself is in it. */
const RUNS = 3;

/** `word`: only what has it in its name. */
export function benchConstructs(word = ''): void {
  const asked = ({ name }: { readonly name: string }): boolean => name.includes(word);
  row(`${CONSTRUCTS.length} constructs, ${COUNT} and ${2 * COUNT} of each`, 'ms', 'at most twice');
  for (const { name, make } of CONSTRUCTS.filter(asked)) {
    const [text, twice] = [make(COUNT), make(2 * COUNT)];
    compare(name, { few: () => work(text), many: () => work(twice) });
  }
  row(`${CROWDS.length} kinds of workspaces, ${FILES} and ${2 * FILES} of each`, 'ms', 'at most twice');
  for (const { name, make } of CROWDS.filter(asked)) {
    const [files, twice] = [make(FILES), make(2 * FILES)];
    compare(name, { few: () => analyzeWorkspace(files), many: () => analyzeWorkspace(twice) });
  }
  if (!asked(FIELDS)) return;
  for (const count of [10_000, 20_000, 40_000]) {
    const text = FIELDS.make(count);
    row(`an agent of ${count} fields`, `${Math.round(fastest(() => analyzeText(text)))} ms`, '');
  }
}

function compare(name: string, { few, many }: { few(): unknown; many(): unknown }): void {
  const times = { few: Number.POSITIVE_INFINITY, many: Number.POSITIVE_INFINITY };
  for (let run = 0; run < RUNS; run++) {
    times.few = Math.min(times.few, timeOf(few));
    times.many = Math.min(times.many, timeOf(many));
  }
  row(`  ${name}`, `${Math.round(times.few)} / ${Math.round(times.many)}`, `× ${(times.many / times.few).toFixed(1)}`);
}

function work(text: string): void {
  showEverywhere(analyzeText(text));
  fixAll(text, (current) => analyzeText(current, undefined, MOST_FIXED).problems);
}

function fastest(run: () => unknown): number {
  return Math.min(...Array.from({ length: RUNS }, () => timeOf(run)));
}

/** Milliseconds of this thread: what other processes do meanwhile is not in it, nor what the collector does beside it. */
function timeOf(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
