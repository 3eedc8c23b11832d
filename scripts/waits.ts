// Waiting, in one place: how long at most, until a condition holds, and for a promise. Nobody else looks at a clock;
// `test/repo/clocks.ts` holds the exceptions.

/**
 * How long one thing may take before it counts as not happening, in milliseconds. Generous: what it finds is a hang,
 * and a machine may be busy. How fast something is, `npm run bench` says.
 */
export const WAIT_LIMIT_MS = 60_000;

/** For a whole test, which waits several times: whatever hangs in it says so itself before its runner does. */
export const TEST_LIMIT_MS = 5 * WAIT_LIMIT_MS;

const POLL_MS = 25;

type Falsy = false | 0 | '' | null | undefined;

/** Asks until the condition answers something truthy, and answers that. An error it throws counts as "not yet". */
export async function until<T>(condition: () => T | Promise<T>, what: string): Promise<Exclude<T, Falsy>> {
  const deadline = performance.now() + WAIT_LIMIT_MS;
  let last: unknown;
  do {
    try {
      const value = await condition();
      if (value) return value as Exclude<T, Falsy>;
      last = value;
    } catch (error) {
      last = error;
    }
    await pause(POLL_MS);
  } while (performance.now() < deadline);
  const seen = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`waited ${WAIT_LIMIT_MS / 1000} s for ${what}; last seen: ${seen}`);
}

/** What a promise answers; fails where that takes longer than anything may. `more` is asked for what else to say then. */
export async function within<T>(work: Promise<T>, what: string, more: () => string = () => ''): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const fail = (): void => reject(new Error(`waited ${WAIT_LIMIT_MS / 1000} s for ${what}\n${more()}`));
    timer = setTimeout(fail, WAIT_LIMIT_MS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
