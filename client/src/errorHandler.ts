// What happens when the server crashes: it restarts, unless it crashes repeatedly.
import type * as library from 'vscode-languageclient';

/** If the server crashes more often than this within the window, it stays down and the status item says so. */
const MOST_RESTARTS = 10;
const WINDOW_MS = 3 * 60 * 1000;

type Actions = Pick<typeof library, 'ErrorAction' | 'CloseAction'>;

/** The actions are passed in, because importing them would load the library during activation. */
export function createErrorHandler({ ErrorAction, CloseAction }: Actions): library.ErrorHandler {
  const ends: number[] = [];
  return {
    // A write to a server that has just exited fails, too. Shutting down because of it, as the library does by default,
    // would sometimes win the race against `closed`, and the server would stay down.
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
