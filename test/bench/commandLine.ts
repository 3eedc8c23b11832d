// The command line as a whole process over a repository of 406 agents, beside Node itself and other programs that check agents.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { makeAgent } from './agents.ts';
import { row } from './measure.ts';
import { type Cost, costRow, costsOf, type Program, ratioRow } from './program.ts';

const AGENTS = 406;
const BYTES = 7_900;
const RUNS = 7;

const CLI = join(repositoryRoot, 'dist', 'cli.js');
const NOTHING: Program = { name: 'node itself, starting and ending', args: ['-e', '0'] };
const OWN: readonly Program[] = [
  { name: 'agentwright --version', args: [CLI, '--version'] },
  { name: 'agentwright check --format json', args: [CLI, 'check', '.', '--format', 'json'] },
  { name: 'agentwright check', args: [CLI, 'check', '.'] },
];

export function benchCommandLine(): void {
  withAgents((folder) => {
    row(`${AGENTS} agents, ${((AGENTS * BYTES) / 1e6).toFixed(1)} MB, whole processes`, '', '');
    const [nothing, ...own] = costsOf([NOTHING, ...OWN], folder, RUNS);
    if (!nothing) return;
    costRow(`  ${NOTHING.name}`, nothing);
    for (const [index, cost] of own.entries()) {
      costRow(`  ${OWN[index]?.name}`, cost);
      // Says more than milliseconds do on a machine that others use too.
      ratioRow('    as a multiple of node itself', cost, nothing);
    }
  });
}

/** Other programs that check agents of Claude Code, as their packages say to run them. */
const PEERS = [
  { name: '@carlrannaberg/cclint', version: '0.2.10', bin: 'bin/cclint.js', args: ['agents', '--root', '.'] },
  { name: 'claude-code-lint', version: '0.5.0', bin: 'bin/claudelint', args: ['validate-agents'] },
] as const;
/** They exit so where they report problems. */
const REPORTED = [0, 1, 2];

/** Installs the peers from the registry into a folder of its own, and runs them in turns with ours. */
export function benchPeers(): void {
  withAgents((folder) => {
    const modules = mkdtempSync(join(tmpdir(), 'agentwright-peers-'));
    try {
      const wanted = PEERS.map(({ name, version }) => `${name}@${version}`);
      const options = ['--prefix', modules, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
      const { status } = spawnSync('npm', ['install', ...options, ...wanted], { stdio: 'ignore' });
      if (status !== 0) return row(`${wanted.join(', ')}: cannot be installed`, '', '');
      comparePeers(folder, modules);
    } finally {
      rmSync(modules, { recursive: true, force: true });
    }
  });
}

function comparePeers(folder: string, modules: string): void {
  const own = OWN.slice(1);
  const peers = PEERS.map(({ name, bin, args }): Program => {
    return { name, args: [join(modules, 'node_modules', name, bin), ...args], codes: REPORTED };
  });
  const costs = costsOf([...own, ...peers], folder, RUNS);
  row(`${AGENTS} agents beside other programs`, '', '');
  for (const [index, { name }] of [...own, ...peers].entries()) costRow(`  ${name}`, costs[index] as Cost);
  const fastest = costs.slice(own.length).reduce((one, other) => (one.cpu <= other.cpu ? one : other));
  for (const [index, { name }] of own.entries()) {
    ratioRow(`  ${name}, to the faster peer`, costs[index] as Cost, fastest, '≤ 0.5, 0.5, 1.0');
  }
}

function withAgents(run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'agentwright-bench-'));
  try {
    const agents = join(folder, '.claude', 'agents');
    mkdirSync(agents, { recursive: true });
    for (let number = 0; number < AGENTS; number++)
      writeFileSync(join(agents, `agent-${number}.md`), makeAgent(number, BYTES));
    run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
