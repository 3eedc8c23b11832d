// The tools that a loaded agent really has, by the names of its runtime: what was written and stands for nothing is left out.
import type { LoadReport } from './runtime.ts';

export interface Granted {
  /** Every tool of the session but those of `denied`, and not only those of `names`. */
  readonly inherits: boolean;
  /** In order of writing. */
  readonly names: readonly string[];
  /** Taken away by name; where it does not inherit, they are missing from `names` already. */
  readonly denied: readonly string[];
}

/** Null where the runtime has no notion of tools, or no agent comes to exist. */
export function grantedTools({ name, tools, denied = [], events }: LoadReport): Granted | null {
  if (tools === null || name === null) return null;
  const mistaken = events.flatMap(({ cause, values }) => (cause === 'unknown-tool' ? (values?.value ?? []) : []));
  const unknown = new Set(mistaken);
  const taken = denied.filter((each) => !unknown.has(each));
  if (tools === 'inherit' || tools.includes('*')) return { inherits: true, names: [], denied: taken };
  const names = tools.filter((each) => !unknown.has(each) && !taken.includes(each));
  return { inherits: false, names: [...new Set(names)], denied: taken };
}
