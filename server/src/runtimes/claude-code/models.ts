// The `model` field: what an alias stood for on the measured version.
import { LONG_CONTEXT_SUFFIX, MODEL_ALIASES, MODEL_IDS } from './vocabulary.ts';

export interface ResolvedModel {
  readonly kind: 'inherit' | 'alias' | 'id' | 'unchecked';
  /** The model ID sent to the API; null for the model of the session. */
  readonly id: string | null;
  readonly longContext: boolean;
}

const SESSION: ResolvedModel = { kind: 'inherit', id: null, longContext: false };
/** Measured: these IDs, with or without a date, are replaced by what `opus` stands for. */
const REPLACED_BY_OPUS = /^claude-opus-4-(?:0|1|20250514|1-20250805)$/;

/** An ID that the runtime accepts but does not use: another model runs instead. */
export function isRetiredModel(written: string): boolean {
  return REPLACED_BY_OPUS.test(written.trim().toLowerCase().replace(LONG_CONTEXT_SUFFIX, ''));
}

/**
 * Measured: surrounding spaces and the case of an alias do not count, `[1m]` may follow it, and any other string is
 * passed on unchanged and unchecked, including `default` and `inherit[1m]`. `inherit`, an empty string, and values that
 * are not strings mean the model of the session.
 */
export function resolveModel(written: string | null): ResolvedModel {
  const name = written?.trim() ?? '';
  const lower = name.toLowerCase();
  if (lower === '' || lower === 'inherit') return SESSION;
  const longContext = lower.endsWith(LONG_CONTEXT_SUFFIX);
  const base = longContext ? lower.slice(0, -LONG_CONTEXT_SUFFIX.length).trimEnd() : lower;
  const alias = REPLACED_BY_OPUS.test(base) ? 'opus' : base;
  const known = alias === 'inherit' ? undefined : MODEL_ALIASES.find(({ value }) => value === alias);
  if (known) return { kind: 'alias', id: known.resolvesTo ?? null, longContext };
  return { kind: MODEL_IDS.includes(base) ? 'id' : 'unchecked', id: name, longContext };
}
