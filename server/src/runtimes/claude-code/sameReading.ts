// Whether edits change what Claude Code reads in the front matter.
import type { AgentDocument } from '../../model/document.ts';
import { plainValue } from '../../model/plain.ts';
import type { TextEdit } from '../../model/problem.ts';
import { withEdits } from '../../rules/harmless.ts';
import type { Reading } from '../indexed.ts';
import { readFrontMatter } from './read.ts';

/** True if the runtime reads the same values, key by key, after the edits. */
export function readsTheSame(document: AgentDocument, edits: readonly TextEdit[]): boolean {
  const after = readFrontMatter(withEdits(document, edits));
  return after.state === 'read' && valuesIn(after) === valuesIn(readFrontMatter(document));
}

/** True if the runtime reads the front matter as before, readable or not. */
export function keepsReading(document: AgentDocument, edits: readonly TextEdit[]): boolean {
  const [before, after] = [document, withEdits(document, edits)].map(readFrontMatter);
  return (
    before?.state === after?.state &&
    before !== undefined &&
    after !== undefined &&
    valuesIn(before) === valuesIn(after)
  );
}

function valuesIn({ entries }: Reading): string {
  const values = entries.filter(({ overridden }) => !overridden).map(({ key, value }) => [key, plainValue(value)]);
  return JSON.stringify(values, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
