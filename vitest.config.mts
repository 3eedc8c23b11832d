// Unit tests: everything under test/ but the end-to-end suite, which runs in a real VS Code.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', '**/node_modules/**'],
    // Two cores are the common case in CI; more workers only fight over them.
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
    chaiConfig: { truncateThreshold: 2_000 },
  },
});
