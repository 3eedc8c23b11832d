// The messages between the panel and the code inside it.

export type ToWebview =
  | { readonly type: 'card'; readonly uri: string; readonly html: string; readonly version: number }
  /** A sentence above the card; an empty one removes it. `clear` removes the card, too. */
  | { readonly type: 'status'; readonly text: string; readonly clear: boolean };

export type FromWebview =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly offset: number }
  | { readonly type: 'open'; readonly target: string };

/** What survives a reload of the window. */
export interface CardState {
  readonly uri: string;
}

/** Messages come from a page that shows other people's text, so their shape is validated. */
export function asFromWebview(message: unknown): FromWebview | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, offset, target } = message as Record<string, unknown>;
  if (type === 'ready') return { type };
  if (type === 'reveal' && Number.isSafeInteger(offset) && (offset as number) >= 0) {
    return { type, offset: offset as number };
  }
  if (type === 'open' && typeof target === 'string' && target.length < 2000) return { type, target };
  return null;
}

export function asCardState(state: unknown): CardState | null {
  const uri = (state as Partial<CardState> | null | undefined)?.uri;
  return typeof uri === 'string' ? { uri } : null;
}
