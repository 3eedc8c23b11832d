// Keeps a card up to date: one request at a time, one more after the last edit, older answers never over newer ones.
import type { CardResult } from '../../../server/src/lsp/protocol.ts';

/** Edits within this time share one request. Short enough that the card follows the typing. */
export const UPDATE_DELAY_MS = 40;
/** How soon to ask again while the server does not answer. */
export const RETRY_DELAY_MS = 500;

export interface UpdateHost {
  request(): Promise<CardResult | null>;
  /** Version of the document now, or null where it is not open. */
  currentVersion(): number | null;
  show(card: CardResult): void;
  /** The server answered that there is no card. */
  showNone(): void;
  showFailure(): void;
}

export interface Updates {
  /** Something changed: the card is asked for soon. */
  schedule(): void;
  /** Asks now. */
  refresh(): void;
  dispose(): void;
}

export function createUpdates(host: UpdateHost): Updates {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  let disposed = false;
  let shownVersion = Number.NEGATIVE_INFINITY;

  function scheduleIn(delay: number): void {
    if (timer !== undefined || disposed) return;
    timer = setTimeout(() => {
      timer = undefined;
      refresh();
    }, delay);
  }

  function refresh(): void {
    if (disposed) return;
    clearTimeout(timer);
    timer = undefined;
    if (running) again = true;
    else void run();
  }

  async function run(): Promise<void> {
    running = true;
    again = false;
    const answer = await host.request().catch(() => undefined);
    running = false;
    if (disposed) return;
    if (answer === undefined) {
      host.showFailure();
      scheduleIn(RETRY_DELAY_MS);
    } else if (answer === null) {
      host.showNone();
      shownVersion = Number.NEGATIVE_INFINITY;
    } else {
      take(answer);
    }
    if (again) scheduleIn(0);
  }

  /** A card one keystroke behind is better than none while typing goes on; a card further back than the one shown is not. */
  function take(answer: CardResult): void {
    if (answer.version >= shownVersion) {
      shownVersion = answer.version;
      host.show(answer);
    }
    const current = host.currentVersion();
    if (current !== null && answer.version < current) scheduleIn(UPDATE_DELAY_MS);
  }

  return {
    schedule: () => scheduleIn(UPDATE_DELAY_MS),
    refresh,
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
