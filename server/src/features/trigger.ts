// Why an editor requests completion.

export interface Trigger {
  /**
   * `asked`: explicitly or on a letter, which LSP does not distinguish; `again`: typing continues in an incomplete
   * list.
   */
  readonly kind: 'asked' | 'character' | 'again';
  /** The typed character, if it is one of the trigger characters. */
  readonly character?: string | undefined;
}

export const ASKED: Trigger = { kind: 'asked' };
