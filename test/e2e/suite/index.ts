// Runs suite files with mocha inside the extension host and writes down what came of it.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { TEST_LIMIT_MS } from '../../../scripts/waits.ts';
import { environment, type Results, reportPrefix } from '../protocol.ts';
import { page } from './bridge.ts';
import { resetWindow } from './files.ts';

/** Suite files by name; each is loaded when mocha's `describe` and `it` are there. */
export type SuiteFiles = Readonly<Record<string, () => Promise<unknown>>>;

/** Runs all suites; rejects when a test failed, which makes the window exit with 1. */
export async function run(files: SuiteFiles): Promise<void> {
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
  for (const [name, load] of Object.entries(files)) {
    mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, name, mocha);
    await load();
  }
  const results: Results = { finished: false, passed: 0, failed: 0, failures: [], running: null };
  await new Promise<void>((ended) => {
    const runner = mocha.run(() => ended());
    record(runner, results);
  });
  results.finished = true;
  results.running = null;
  save(results);
  if (results.failed > 0) throw new Error(`${results.failed} of ${results.passed + results.failed} tests failed`);
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
