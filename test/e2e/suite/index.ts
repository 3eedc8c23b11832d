// Runs suite files with mocha inside the extension host and writes down what came of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { TEST_LIMIT_MS } from '../../../scripts/waits.ts';
import { environment, type Results, reportPrefix } from '../protocol.ts';
import { page } from './bridge.ts';
import { resetWindow } from './files.ts';

/** Suite files by name; each is loaded when mocha's `describe` and `it` are there. */
export type SuiteFiles = Readonly<Record<string, () => Promise<unknown>>>;

/** Runs the suites one file after the other; rejects when a test failed, which makes the window exit with 1. */
export async function run(files: SuiteFiles): Promise<void> {
  const results: Results = { finished: false, passed: 0, failed: 0, failures: [], running: null };
  for (const [name, load] of Object.entries(files)) if (claim(name)) await runFile(name, load, results);
  results.finished = true;
  results.running = null;
  save(results);
  if (results.failed > 0) throw new Error(`${results.failed} of ${results.passed + results.failed} tests failed`);
}

/** Whether this run is the one to take a suite file: each of several runs takes the next one when it is free. */
function claim(name: string): boolean {
  const folder = process.env[environment.claims];
  if (!folder) return true;
  try {
    writeFileSync(join(folder, name), '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function runFile(name: string, load: () => Promise<unknown>, results: Results): Promise<void> {
  const grep = process.env[environment.grep];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: TEST_LIMIT_MS,
    slow: 2000,
    forbidOnly: true,
    forbidPending: true,
    reporter: class extends Mocha.reporters.Base {}, // silent: we listen to the runner ourselves
    ...(grep ? { grep: new RegExp(grep, 'i') } : {}),
    rootHooks: { afterEach },
  });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, name, mocha);
  await load();
  await new Promise<void>((ended) => {
    const runner = mocha.run(() => ended());
    record(runner, results);
  });
}

/** After each test: a picture of a failure, and the window as it was. */
async function afterEach(this: Mocha.Context): Promise<void> {
  const test = this.currentTest;
  if (test?.state === 'failed') await page.screenshot(`failed ${test.fullTitle()}`).catch(() => undefined);
  await resetWindow();
}

function record(runner: Mocha.Runner, results: Results): void {
  const names = Mocha.Runner.constants;
  runner.on(names.EVENT_SUITE_BEGIN, (suite: Mocha.Suite) => {
    if (suite.title) report(suite.fullTitle());
  });
  runner.on(names.EVENT_TEST_BEGIN, (test: Mocha.Test) => {
    results.running = test.fullTitle();
    save(results);
  });
  runner.on(names.EVENT_TEST_PASS, (test: Mocha.Test) => {
    results.passed += 1;
    report(`  ✓ ${test.title} (${test.duration ?? 0} ms)`);
    save(results);
  });
  runner.on(names.EVENT_TEST_FAIL, (test: Mocha.Test, error: Error) => {
    results.failed += 1;
    results.failures.push({ title: test.fullTitle(), message: error.stack ?? error.message });
    report(`  ✗ ${test.title}`);
    save(results);
  });
}

function report(line: string): void {
  console.log(`${reportPrefix}${line}`);
}

function save(results: Results): void {
  const file = process.env[environment.results];
  if (file) writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
