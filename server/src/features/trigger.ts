// Why an editor asks for completion.

export interface Trigger {
  /** `asked`: on request or at a letter, which LSP does not tell apart; `again`: an incomplete list is typed on. */
  readonly kind: 'asked' | 'character' | 'again';
  /** What was typed, where that is one of the trigger characters. */
  readonly character?: string | undefined;
}

export const ASKED: Trigger = { kind: 'asked' };
