// `npm test`: builds, runs the unit, rule, protocol and command line tests beside the end-to-end suite in a real VS Code.
// Nothing is skipped: what cannot be had is named and fails. The last line counts all tests.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from './host/errors.ts';
import { outputFolder, repositoryRoot } from './host/paths.ts';
import { exitCodeOf, quietly, runStep } from './steps.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const VITEST = join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs');
const UNIT_RESULTS = join(outputFolder, 'unit-results.json');

/** A run that broke before it could count is one failed test. */
const BROKEN: Count = { passed: 0, failed: 1 };

try {
  mkdirSync(outputFolder, { recursive: true });
  await runStep('build', process.execPath, ['scripts/build.ts']);
  // First VS Code itself: the unit tests tokenize with its grammars. Where it cannot be had, the end-to-end tests say so.
  await exitCodeOf(process.execPath, ['test/e2e/run.ts', '--prepare']);
  const counts = await Promise.all([...endToEndTests(), unitTests()]);
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`tests: ${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${printable(error)}\n`);
  process.stdout.write('tests: 0 passed, 1 failed\n');
  process.exitCode = 1;
}

async function unitTests(): Promise<Count> {
  rmSync(UNIT_RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_RESULTS}`];
  const code = await printedAtEnd([VITEST, 'run', '--maxWorkers=1', ...reporters]);
  const results = readResults(UNIT_RESULTS);
  const count = { passed: numberIn(results, 'numPassedTests'), failed: numberIn(results, 'numFailedTests') };
  return withExitCode(count, code);
}

/**
 * Two runs that share the suite files, the first of them shown. Each waits for its VS Code most of the time: only two
 * of them, with the unit tests, keep two processors busy.
 */
function endToEndTests(): Promise<Count>[] {
  const claims = join(outputFolder, 'e2e-claims');
  rmSync(claims, { force: true, recursive: true });
  mkdirSync(claims);
  return [1, 2].map(async (run) => {
    const name = `e2e-${run}`;
    const file = join(outputFolder, `${name}-results.json`);
    rmSync(file, { force: true });
    const args = ['test/e2e/run.ts', '--claims', claims, '--name', name, '--results', file];
    const code = run === 1 ? await exitCodeOf(process.execPath, args) : await printedAtEnd(args);
    const results = readResults(file);
    return withExitCode({ passed: numberIn(results, 'passed'), failed: numberIn(results, 'failed') }, code);
  });
}

async function printedAtEnd(args: readonly string[]): Promise<number> {
  const { code, output } = await quietly(process.execPath, args);
  process.stdout.write(output);
  return code;
}

/** A run that failed without a failed test (a file that does not load, a crash) still counts as a failure. */
function withExitCode(count: Count, code: number): Count {
  if (code === 0 || count.failed > 0) return count;
  return { passed: count.passed, failed: BROKEN.failed };
}

function readResults(path: string): Record<string, unknown> {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {};
}

function numberIn(results: Record<string, unknown>, key: string): number {
  const value = results[key];
  return typeof value === 'number' ? value : 0;
}
