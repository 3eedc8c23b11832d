// A workspace of ten agents and one of ten thousand: reading it, its memory, and whether an edit costs the same in both.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LspClient, startLspClient } from '../harness/lspClient.ts';
import { makeAgent } from './agents.ts';
import { measure, row, type Timing, timing } from './measure.ts';

const SIZES = [10, 10_000] as const;
const BYTES = 6_000;
/** Of one folder, as in a monorepo whose packages have agents of their own. */
const PER_FOLDER = 500;
const READ = /read (\d+) files of the workspace in (\d+) ms/;
const KEYSTROKES = 200;

interface BenchWorkspace {
  readonly client: LspClient;
  readonly uri: string;
}

export async function benchWorkspace(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'agentwright-bench-workspace-'));
  try {
    const opened: BenchWorkspace[] = [];
    for (const size of SIZES) opened.push(await openWorkspace(join(root, String(size)), size));
    const [small, large] = opened;
    if (!small || !large) return;
    // In turns, so that both see the same machine.
    await comparison('keystroke in the prompt', small, large, { line: 9, character: 3 });
    await comparison('keystroke in the description', small, large, { line: 2, character: 30 });
    for (const { client } of opened) await client.stop();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function openWorkspace(folder: string, size: number): Promise<BenchWorkspace> {
  for (let number = 0; number < size; number++) write(folder, number, size);
  const client = await startLspClient({ folder: pathToFileURL(folder).href });
  const line = (): string | undefined => client.log.find((message) => READ.test(message));
  await client.until('the workspace to be read', () => line() !== undefined);
  const [, files, milliseconds] = READ.exec(line() ?? '') ?? [];
  row(`workspace of ${size} agents read`, `${milliseconds} ms`, size > 10 ? '≤ 6000 ms' : '');
  row(`  files in the index`, String(files), '');
  row('  peak memory of the server', `${peakMegabytes(client)} MB`, size > 10 ? '≤ 400 MB' : '');
  const uri = pathToFileURL(pathOf(folder, 0)).href;
  client.open(uri, textOf(0, size));
  await client.published(uri, 1);
  return { client, uri };
}

function write(folder: string, number: number, size: number): void {
  const path = pathOf(folder, number);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, textOf(number, size));
}

function pathOf(folder: string, number: number): string {
  const project = Math.floor(number / PER_FOLDER);
  return join(folder, `package-${project}`, '.claude', 'agents', `agent-${number}.md`);
}

/** Each speaks of two others. */
function textOf(number: number, size: number): string {
  const others = [(number * 7 + 1) % size, (number + 3) % size];
  const mentions = others.map(
    (other) => `- Other work (use \`agent-${other}\`), or Task(subagent_type="agent-${other}")\n`,
  );
  return `${makeAgent(number, BYTES)}\n${mentions.join('')}`;
}

async function comparison(
  what: string,
  small: BenchWorkspace,
  large: BenchWorkspace,
  position: { line: number; character: number },
): Promise<void> {
  const times = new Map<BenchWorkspace, Timing>();
  for (const each of [small, large, small, large]) times.set(each, await typing(each, position));
  const [few, many] = [times.get(small), times.get(large)];
  if (!few || !many) return;
  row(`${what}, beside 10 agents (p50 / p95)`, timing(few), '');
  row(`${what}, beside 10,000 (p50 / p95)`, timing(many), 'the same');
}

function typing({ client, uri }: BenchWorkspace, position: { line: number; character: number }): Promise<Timing> {
  return measure(KEYSTROKES, 20, async () => {
    const version = client.edit(uri, position, position, 'x');
    await client.published(uri, version);
  });
}

/** Where the system tells: on Linux. */
function peakMegabytes({ process: server }: LspClient): string {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? 'unknown' : String(Math.round(Number(kilobytes) / 1024));
  } catch {
    return 'unknown';
  }
}
