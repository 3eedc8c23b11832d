// The `model` field: what an alias stands for on the measured version.
import { LONG_CONTEXT_SUFFIX, MODEL_ALIASES, MODEL_IDS } from './vocabulary.ts';

export interface ResolvedModel {
  readonly kind: 'inherit' | 'alias' | 'id' | 'unchecked';
  /** The model id that goes to the API; null where it is the model of the session. */
  readonly id: string | null;
  readonly longContext: boolean;
}

const SESSION: ResolvedModel = { kind: 'inherit', id: null, longContext: false };

/**
 * Measured: blanks around and case of an alias do not count, `[1m]` may follow it, and any other text is passed on as
 * it is, unchecked. `inherit`, an empty text and values that are no text mean the model of the session.
 */
export function resolveModel(written: string | null): ResolvedModel {
  const name = written?.trim() ?? '';
  const lower = name.toLowerCase();
  if (lower === '' || lower === 'inherit') return SESSION;
  const longContext = lower.endsWith(LONG_CONTEXT_SUFFIX);
  const base = longContext ? lower.slice(0, -LONG_CONTEXT_SUFFIX.length) : lower;
  const alias = MODEL_ALIASES.find(({ value }) => value === base);
  if (alias) return { kind: 'alias', id: alias.resolvesTo ?? null, longContext };
  return { kind: MODEL_IDS.includes(base) ? 'id' : 'unchecked', id: name, longContext };
}
