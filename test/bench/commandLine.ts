// The command line as a whole process over a repository of 406 agents, and inside one process without start-up.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { makeAgent } from './agents.ts';
import { measure, row, timing } from './measure.ts';

const AGENTS = 406;
const BYTES = 7_900;

export async function benchCommandLine(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'agentwright-bench-'));
  try {
    const agents = join(folder, '.claude', 'agents');
    mkdirSync(agents, { recursive: true });
    for (let number = 0; number < AGENTS; number++)
      writeFileSync(join(agents, `agent-${number}.md`), makeAgent(number, BYTES));
    const nothing = await measure(10, 2, async () => run(['-e', '0']));
    const version = await measure(10, 2, async () => run(['dist/cli.js', '--version']));
    const check = await measure(10, 2, async () => run(['dist/cli.js', 'check', folder, '--format', 'json']));
    const inspect = await measure(6, 1, async () => run(['dist/cli.js', 'inspect', '--all', folder]));
    const peak = peakMemory(['dist/cli.js', 'check', folder, '--format', 'json']);
    row('node itself, starting and ending', timing(nothing), '');
    row('agentwright --version', timing(version), '');
    row(`agentwright check, ${AGENTS} agents, ${((AGENTS * BYTES) / 1e6).toFixed(1)} MB`, timing(check), '≤ 120 ms');
    // Says more than milliseconds do on a machine that others use too.
    row('  as a multiple of node itself', `× ${(check.p50 / nothing.p50).toFixed(1)}`, '');
    row('agentwright inspect --all, the same agents', timing(inspect), '');
    row('  as a multiple of check', `× ${(inspect.p50 / check.p50).toFixed(1)}`, '≤ × 3');
    row('  peak memory of check', `${Math.round(peak / 1e6)} MB`, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes. */
function peakMemory(args: readonly string[]): number {
  const stderr = run(['--require', './test/bench/peakMemory.cjs', ...args]);
  return Number(stderr.trim().split('\n').at(-1));
}

/** Answers what the process wrote to standard error. */
function run(args: readonly string[]): string {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: repositoryRoot, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} exited with ${status}: ${stderr}`);
  return stderr;
}
