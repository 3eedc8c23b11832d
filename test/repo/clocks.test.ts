// No test decides by a clock, and no wait has a limit of its own. Violations are seen.
import { expect, test } from 'vitest';
import { CLOCKS_FOR_A_REASON, clockViolations, idleClockReasons } from './clocks.ts';
import { repositorySources } from './sources.ts';

const sources = repositorySources();

test('only those look at a clock that have a reason', () => {
  expect(clockViolations(sources, CLOCKS_FOR_A_REASON)).toEqual([]);
});

test('every reason is needed', () => {
  expect(idleClockReasons(sources, CLOCKS_FOR_A_REASON)).toEqual([]);
});

test.each([
  'const started = performance.now();',
  'expect(Date.now() - started).toBeLessThan(10);',
  'const today = new Date();',
  'await new Promise((resolve) => setTimeout(resolve, 50));',
  "import { setTimeout as delay } from 'node:timers/promises';",
  "test('slow', () => {\n}, 60_000);",
  "test('slow', { timeout: 120_000 }, () => {});",
  'const TIMEOUT_MS = 15_000;\nconst timeoutMs = 15_000;',
  'await fetch(url, { signal: AbortSignal.timeout(10) });',
])('is seen in a test: %s', (text) => {
  const path = 'test/some.test.ts';
  expect(clockViolations([{ path, text }], {})).toHaveLength(1);
  expect(clockViolations([{ path, text }], { [path]: 'measures' })).toEqual([]);
  expect(clockViolations([{ path, text }], { 'test/': 'measures' })).toEqual([]);
  expect(clockViolations([{ path: 'server/src/some.ts', text }], {})).toEqual([]);
});

test.each(['guard(`timeout: 0`)', '}, 5);', 'const updated = new Date(entry);'])('is not seen in %j', (text) => {
  expect(clockViolations([{ path: 'test/some.test.ts', text }], {})).toEqual([]);
});
