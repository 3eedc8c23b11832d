// Runs the end-to-end suites in a real VS Code: a desktop one where it can be had, else VS Code in a headless browser.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { endAll, onEnd } from '../../scripts/host/cleanup.ts';
import { printable, UserError } from '../../scripts/host/errors.ts';
import { outputFolder, repositoryRoot } from '../../scripts/host/paths.ts';
import { createProgress } from '../../scripts/host/progress.ts';
import { after, orGrace, RUN_LIMIT_MS } from '../../scripts/waits.ts';
import { bundleSuites } from './bundle.ts';
import { chooseHost, type Launch, prepareDesktop } from './hosts.ts';
import { environment } from './protocol.ts';
import { readResults, report, reportStream } from './results.ts';
import { copyWorkspace } from './workspaceCopy.ts';

const here = dirname(fileURLToPath(import.meta.url));
const usage = `node test/e2e/run.ts [--host desktop|browser|auto] [--grep REGEXP] [--timeout SECONDS]
                     [--extension DIR] [--suites DIR] [--results FILE] [--claims DIR --name NAME] [--prepare]`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      host: { type: 'string', default: 'auto' },
      grep: { type: 'string' },
      timeout: { type: 'string', default: String(RUN_LIMIT_MS / 1000) },
      extension: { type: 'string', default: repositoryRoot },
      suites: { type: 'string', default: join(here, 'suite') },
      // Where the counts go, for a script that adds them up.
      results: { type: 'string' },
      // A folder that runs beside each other share: each suite file is run by one of them.
      claims: { type: 'string' },
      // What its log and its bundle are called.
      name: { type: 'string', default: 'e2e' },
      // Only provisions the host.
      prepare: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

/** Runs the tests to their end; when this process has to end before, or the time is over, VS Code is ended first. */
async function runToEnd(options: Parameters<typeof runTests>[0], timeoutMs: number): Promise<number> {
  let settled = false;
  // The runner ends its VS Code on SIGINT and, on a second one, with force.
  const interrupt = () => void (settled || process.listeners('SIGINT').at(-1)?.('SIGINT'));
  const running = runTests(options)
    .catch(() => 1)
    .finally(() => {
      settled = true;
    });
  const end = async () => {
    interrupt();
    await orGrace(running);
    interrupt();
  };
  onEnd(end);
  const forget = after(timeoutMs, () => {
    process.stderr.write(`The run took longer than ${timeoutMs / 1000} s and is ended.\n`);
    void end();
  });
  return running.finally(forget);
}

/** The identifier of the extension in a folder, which has to be built. */
function identify(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const { publisher, name, main } = manifest;
  if (main !== undefined && !existsSync(join(folder, main))) {
    throw new UserError(`The extension is not built: ${join(folder, main)} is missing. Run “npm run build” first.`);
  }
  return `${publisher}.${name}`;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'agentwright-run-'));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function main(): Promise<number> {
  const options = readArguments();
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const progress = createProgress();
  const extension = resolve(options.extension);
  const identifier = identify(extension);
  const host = await chooseHost(options.host, progress);
  if (options.prepare) return 0;
  const tests = join(repositoryRoot, 'dist', 'test', `${options.name}.cjs`);
  const log = join(outputFolder, 'logs', `${options.name}.log`);
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, '');
  const suites = await bundleSuites(resolve(options.suites), join(here, 'suite', 'index.ts'), tests);
  if (suites.length === 0) throw new UserError(`There is no *.test.ts in ${options.suites}.`, 2);
  const workspace = copyWorkspace();
  if (workspace.seeds.length === 0) {
    progress.say(`  ! no seed agents in ${workspace.seedsFolder}: only our own files are tested`);
  }
  const results = options.results ? resolve(options.results) : join(temporaryFolder(), 'results.json');
  const launch: Launch = host.kind === 'desktop' ? await prepareDesktop() : { args: [], env: {} };

  progress.say(`  VS Code (${host.kind}): ${suites.join(', ')}`);
  const stream = reportStream(log);
  const code = await runToEnd(
    {
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      launchArgs: [workspace.folder, ...launch.args],
      extensionTestsEnv: {
        ...launch.env,
        [environment.results]: results,
        [environment.extension]: identifier,
        [environment.seeds]: workspace.seeds.join(','),
        [environment.host]: host.kind,
        [environment.output]: outputFolder,
        // Nobody's own agents are part of a run.
        CLAUDE_CONFIG_DIR: temporaryFolder(),
        ...(options.claims === undefined ? {} : { [environment.claims]: resolve(options.claims) }),
        ...(options.grep === undefined ? {} : { [environment.grep]: options.grep }),
      },
      stdout: stream as NodeJS.WritableStream,
      stderr: stream as NodeJS.WritableStream,
    },
    Number(options.timeout) * 1000,
  );
  return report(readResults(results, log), code, { tests, log, mayBeNone: options.claims !== undefined });
}

let exitCode = 1;
try {
  exitCode = await main();
} catch (error) {
  process.stderr.write(`${printable(error)}\n`);
  if (error instanceof UserError) exitCode = error.exitCode;
  process.stdout.write('e2e: 0 passed, 1 failed\n');
}
await endAll();
process.exit(exitCode);
