// Node programs as processes of their own, measured in turns: each sees the machine as the others do.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { row } from './measure.ts';

export interface Program {
  readonly name: string;
  /** What follows `node`. */
  readonly args: readonly string[];
  /** The exit codes of a run that did its work; 0 where they are left out. */
  readonly codes?: readonly number[];
}

export interface Cost {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of all its threads. */
  readonly cpu: number;
  /** Bytes, at the most. */
  readonly memory: number;
}

const USAGE = join(repositoryRoot, 'test', 'bench', 'usage.cjs');

/** The medians of `runs` runs of each, after one that does not count. */
export function costsOf(programs: readonly Program[], folder: string, runs: number): Cost[] {
  const costs: Cost[][] = programs.map(() => []);
  for (let run = 0; run <= runs; run++) {
    for (const [index, program] of programs.entries()) {
      const cost = costOf(program, folder);
      if (run > 0) costs[index]?.push(cost);
    }
  }
  return costs.map((all) => ({ wall: median(all, 'wall'), cpu: median(all, 'cpu'), memory: median(all, 'memory') }));
}

function costOf({ name, args, codes = [0] }: Program, folder: string): Cost {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', USAGE, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const wall = performance.now() - started;
  if (status === null || !codes.includes(status)) throw new Error(`${name} exited with ${status}: ${stderr}`);
  const { cpu, memory } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as { cpu: number; memory: number };
  return { wall, cpu: cpu / 1_000, memory: memory * 1_024 };
}

function median(costs: readonly Cost[], key: keyof Cost): number {
  const sorted = costs.map((cost) => cost[key]).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function costRow(name: string, { wall, cpu, memory }: Cost, target = ''): void {
  row(name, `${wall.toFixed(0)} ms, CPU ${cpu.toFixed(0)} ms, ${Math.round(memory / 1e6)} MB`, target);
}

/** What one costs as a multiple of another. */
export function ratioRow(name: string, one: Cost, other: Cost, target = ''): void {
  const times = (key: keyof Cost): string => (one[key] / other[key]).toFixed(2);
  row(name, `× ${times('wall')}, CPU × ${times('cpu')}, memory × ${times('memory')}`, target);
}
