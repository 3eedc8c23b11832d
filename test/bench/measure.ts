// Timing: many runs, the middle and the slow end of them.

export interface Timing {
  readonly p50: number;
  readonly p95: number;
}

/** Milliseconds of `runs` runs, after `warmUp` that do not count. */
export async function measure(runs: number, warmUp: number, run: (index: number) => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  for (let index = 0; index < warmUp + runs; index++) {
    const started = performance.now();
    await run(index);
    if (index >= warmUp) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function row(name: string, value: string, target: string): void {
  process.stdout.write(`${name.padEnd(52)} ${value.padStart(24)}   ${target}\n`);
}

export function timing({ p50, p95 }: Timing): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`;
}
