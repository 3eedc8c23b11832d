// Who looks at a clock: a test's verdict must not, and a wait has its limit from `scripts/waits.ts`.
import type { Source } from './sources.ts';

/** Files that may, and why; folders end with a slash. */
export const CLOCKS_FOR_A_REASON: Readonly<Record<string, string>> = {
  'scripts/waits.ts': 'the one place for waits and their limits',
  'scripts/build.ts': 'says how long the build took',
  'scripts/host/progress.ts': 'says how long each step took',
  'scripts/host/lock.ts': 'a lock whose owner no longer shows that it lives is taken over',
  'scripts/host/cleanup.ts': 'looks now and then whether the process that started it is there',
  'scripts/host/dieWithParent.ts': 'looks now and then whether the process that started it is there',
  'scripts/host/processes.ts': 'shows the last line of a log now and then',
  'scripts/host/chromium.ts': 'shows the last line of a log now and then',
  'test/bench/': 'measures',
  'test/card/preview.test.ts': 'time is made up',
  'test/repo/clocks.test.ts': 'plants them',
};

const CLOCKS: readonly RegExp[] = [
  /\b(?:performance|Date)\.now\b/,
  /\bnew Date\(\)/,
  /\bset(?:Timeout|Interval|Immediate)\b/,
  /\b(?:hrtime|cpuUsage|useFakeTimers)\b/,
  /['"](?:node:)?timers\/promises['"]/,
  /\bAbortSignal\.timeout\b/,
  // Limits of their own: of an option, of a vitest test, of a wait.
  /\b(?:\w*[tT]imeout\w*|\w+(?:WithinMs|TimeoutMs))\s*[:=]\s*[\d_]{3,}/,
  /^\s*\}, [\d_]{3,}\);/m,
];

const LOOKED_AT = /^(?:test|scripts)\/|^vitest\./;

export function clockViolations(sources: readonly Source[], reasons: Readonly<Record<string, string>>): string[] {
  return sources.flatMap(({ path, text }) => {
    if (!LOOKED_AT.test(path) || path === 'test/repo/clocks.ts' || reasonFor(path, reasons) !== undefined) return [];
    const clock = CLOCKS.map((pattern) => pattern.exec(text)?.[0].trim()).find((found) => found !== undefined);
    return clock === undefined ? [] : [`${path}: ${clock}`];
  });
}

/** Reasons that are no longer needed. */
export function idleClockReasons(sources: readonly Source[], reasons: Readonly<Record<string, string>>): string[] {
  const looking = sources.filter(({ text }) => CLOCKS.some((pattern) => pattern.test(text)));
  const used = new Set(looking.map(({ path }) => reasonFor(path, reasons)));
  return Object.keys(reasons).filter((path) => !used.has(path));
}

function reasonFor(path: string, reasons: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(reasons).find((each) => path === each || (each.endsWith('/') && path.startsWith(each)));
}
