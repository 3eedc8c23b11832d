// Unit tests: everything under test/ but the end-to-end suite, which runs in a real VS Code.
import { defineConfig } from 'vitest/config';
import { TEST_LIMIT_MS } from './scripts/waits.ts';

const COST = 'test/cost/**/*.test.ts';

export default defineConfig({
  test: {
    // No test keeps anything in a module: what one file has loaded, the next does not load again.
    isolate: false,
    // Two cores are the common case in CI; more workers only fight over them.
    maxWorkers: 2,
    testTimeout: TEST_LIMIT_MS,
    hookTimeout: TEST_LIMIT_MS,
    teardownTimeout: TEST_LIMIT_MS,
    chaiConfig: { truncateThreshold: 2_000 },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [COST, 'test/e2e/**', '**/node_modules/**'],
          pool: 'threads',
        },
      },
      {
        extends: true,
        test: {
          name: 'cost',
          include: [COST],
          pool: 'forks',
          // Steps are counted, and optimised code leaves some out.
          execArgv: ['--no-opt', '--no-maglev'],
        },
      },
    ],
  },
});
