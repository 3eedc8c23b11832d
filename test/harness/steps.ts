// Counts the work of a function in steps in place of milliseconds: the same on every machine, however busy. Only for
// tests in `test/cost`, which run without the compilers whose code leaves counters out.
import { type Profiler, Session } from 'node:inspector';

if (!process.execArgv.includes('--no-opt')) throw new Error('steps are counted in test/cost only');

const session = new Session();
session.connect();
post('Profiler.enable');
// From here on, so that whatever is compiled later is counted block by block; the rest is counted by calls only.
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * How many blocks of code run: of the project and its dependencies. What a native function does inside (a search in a
 * string, a regular expression) is one step, however long it takes.
 */
export function stepsOf(work: () => void): number {
  takeSteps();
  work();
  return takeSteps();
}

/**
 * How many times the steps are those of half the size: 2 where the work is linear, 4 where it is quadratic, 1 where it
 * does not depend on the size. What is done once only has been done before, with another size: results may be kept.
 */
export function growth(size: number, work: (size: number) => void): number {
  work(Math.ceil(size * 1.1));
  const half = stepsOf(() => work(Math.floor(size / 2)));
  return stepsOf(() => work(size)) / half;
}

/** What `growth` answers at most for work that is linear. */
export const LINEAR = 2.2;

/** The steps since this was last asked. */
function takeSteps(): number {
  return takeCoverage().reduce((sum, { functions }) => sum + blocksRun(functions), 0);
}

/** How many times each block of the project's own code runs, by its place: `server/src/lint/lint.ts:lint 1200-1340`. */
export function stepsByPlace(work: () => void): ReadonlyMap<string, number> {
  takeSteps();
  work();
  const steps = new Map<string, number>();
  for (const { url, functions } of takeCoverage()) {
    const file = /server\/src\/.*/.exec(url)?.[0];
    if (file === undefined) continue;
    for (const { functionName, ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges)
        steps.set(`${file}:${functionName} ${startOffset}-${endOffset}`, count);
    }
  }
  return steps;
}

function takeCoverage(): readonly Profiler.ScriptCoverage[] {
  const { result } = post<Profiler.TakePreciseCoverageReturnType>('Profiler.takePreciseCoverage');
  return result.filter(isCounted);
}

/** Not the code of Node and of the tests. */
function isCounted({ url }: Profiler.ScriptCoverage): boolean {
  return url.includes('/server/src/') || /\/node_modules\/(?!@?vitest|vite|chai)/.test(url);
}

function blocksRun(functions: readonly Profiler.FunctionCoverage[]): number {
  return functions.reduce((sum, { ranges }) => ranges.reduce((all, { count }) => all + count, sum), 0);
}

/** A session of the own thread answers before `post` returns. */
function post<Result>(method: string, params?: object): Result {
  let answer: Result | undefined;
  session.post(method, params, (error, result) => {
    if (error) throw error;
    answer = result as Result;
  });
  return answer as Result;
}
