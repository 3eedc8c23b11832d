// Where a fact comes from, as a line of a page.
import type { Evidence } from '../../server/src/runtimes/fields.ts';

const SOURCES: Readonly<Record<Evidence['source'], string>> = {
  documentation: 'Documented',
  measured: 'Measured',
  types: 'Published types',
};

export function renderEvidence({ source, detail, url, verifiedOn }: Evidence): string {
  const link = url ? ` ([source](${url}))` : '';
  return `${SOURCES[source]}: ${detail}${link}, ${verifiedOn}`;
}
