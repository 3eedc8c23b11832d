// What happens when the server goes down: it is started again, unless it goes down again and again.
import type * as library from 'vscode-languageclient';

/** A server that goes down more often than this within the window is left down, and the status item says so. */
const MOST_RESTARTS = 10;
const WINDOW_MS = 3 * 60 * 1000;

type Actions = Pick<typeof library, 'ErrorAction' | 'CloseAction'>;

/** The actions are handed in, because naming them would load the library during activation. */
export function createErrorHandler({ ErrorAction, CloseAction }: Actions): library.ErrorHandler {
  const ends: number[] = [];
  return {
    // A write to a server that has just ended fails too. Shutting down because of it, as the library does by itself,
    // would win the race against `closed` now and then, and the server would stay down.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      ends.push(now);
      while (now - (ends[0] ?? now) > WINDOW_MS) ends.shift();
      return ends.length <= MOST_RESTARTS
        ? { action: CloseAction.Restart, handled: true }
        : { action: CloseAction.DoNotRestart };
    },
  };
}
