// Waiting for the editor, but not for ever: some clients never answer what they are asked.
import type { Host } from '../workspace/host.ts';

const TIMEOUT_MS = 2000;

/** Resolves with the fallback where the work takes too long; the work itself goes on. */
export function withTimeout<T>({ later }: Pick<Host, 'later'>, work: Promise<T>, fallback: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = later(() => resolve(fallback), TIMEOUT_MS);
    work.then(resolve, reject).finally(callOff);
  });
}
