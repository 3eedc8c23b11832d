// The source of advice on writing agents, which holds whatever runtime reads them.
import type { Evidence } from '../runtimes/fields.ts';

/** Advice on writing agents rather than a fact about a runtime. */
export const goodPractice: readonly Evidence[] = [
  {
    source: 'documentation',
    detail: 'good practice; runtimes pass the body on unchanged',
    verifiedOn: '2026-11-20',
  },
];
