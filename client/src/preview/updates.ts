// Keeps a card up to date: one request at a time, one more after the last edit, and never an older answer over a newer one.
import type { CardResult } from '../../../server/src/lsp/protocol.ts';

/** Edits within this time share one request. Short enough for the card to follow the typing. */
export const UPDATE_DELAY_MS = 40;
/** How soon to retry while the server does not answer. */
export const RETRY_DELAY_MS = 500;

export interface UpdateHost {
  request(): Promise<CardResult | null>;
  /** The current version of the document, or null if it is not open. */
  currentVersion(): number | null;
  show(card: CardResult): void;
  /** The server answered that there is no card. */
  showNone(): void;
  showFailure(): void;
}

export interface Updates {
  /** Something changed: requests the card soon. */
  schedule(): void;
  /** Requests the card now. */
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

  /** During typing, a card one keystroke behind is better than none, but never one older than the card already shown. */
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
