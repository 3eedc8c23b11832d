// Waiting for something to become true: polled, with a limit, and a message that says what did not happen.

type Falsy = false | 0 | '' | null | undefined;

/** Polls until the condition answers something truthy, and answers that. An error it throws counts as "not yet". */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  timeoutMs = 10_000,
): Promise<Exclude<T, Falsy>> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  do {
    try {
      const value = await condition();
      if (value) return value as Exclude<T, Falsy>;
      last = value;
    } catch (error) {
      last = error;
    }
    await new Promise((next) => setTimeout(next, 25));
  } while (Date.now() < deadline);
  const seen = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`waited ${timeoutMs / 1000} s for ${what}; last seen: ${seen}`);
}
