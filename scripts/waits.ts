// Waiting, in one place: how long at most, until a condition holds, and for a promise. Nobody else looks at a clock;
// `test/repo/clocks.ts` holds the exceptions.

/**
 * How long one thing may take before it counts as not happening, in milliseconds. Generous: what it finds is a hang,
 * and a machine may be busy. How fast something is, `npm run bench` says.
 */
export const WAIT_LIMIT_MS = 60_000;

/** For a whole test, which waits several times: whatever hangs in it says so itself before its runner does. */
export const TEST_LIMIT_MS = 5 * WAIT_LIMIT_MS;

/** For what runs many things one after the other: all end-to-end tests, an installation. */
export const RUN_LIMIT_MS = 60 * WAIT_LIMIT_MS;

/** After these a host on the network counts as unreachable, and what it has is got from elsewhere. */
export const CONNECTION_LIMIT_MS = 5_000;
export const DOWNLOAD_MUST_BEGIN_WITHIN_MS = 20_000;

/** How long a process that was asked to end may take, before it is ended by force. */
const GRACE_MS = 8_000;

const POLL_MS = 25;

type Falsy = false | 0 | '' | null | undefined;

/** Asks until the condition answers something truthy, and answers that. An error it throws counts as "not yet". */
export async function until<T>(condition: () => T | Promise<T>, what: string): Promise<Exclude<T, Falsy>> {
  const deadline = performance.now() + WAIT_LIMIT_MS;
  let last: unknown;
  do {
    try {
      const value = await within(Promise.resolve(condition()), what);
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
  const { promise: limit, reject } = Promise.withResolvers<never>();
  const forget = after(WAIT_LIMIT_MS, () => {
    reject(new Error(`waited ${WAIT_LIMIT_MS / 1000} s for ${what}\n${more()}`));
  });
  return Promise.race([work, limit]).finally(forget);
}

/** Runs something later; answers the function that takes that back. */
export function after(milliseconds: number, action: () => void): () => void {
  const timer = setTimeout(action, milliseconds);
  return () => clearTimeout(timer);
}

/** Whether something asked to end has ended while it was given the time for it. */
export async function orGrace(ended: Promise<unknown>): Promise<boolean> {
  const { promise: over, resolve } = Promise.withResolvers<boolean>();
  const forget = after(GRACE_MS, () => resolve(false));
  return Promise.race([ended.then(() => true), over]).finally(forget);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
