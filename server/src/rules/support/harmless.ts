// Which fixes may be offered: no fix may make a loaded agent fail to load or lose its front matter.

import { type AgentDocument, parseDocument } from '../../model/document.ts';
import { applyEdits } from '../../model/edits.ts';
import { plainValue } from '../../model/plain.ts';
import type { Fix, TextEdit } from '../../model/problem.ts';
import { readFrontMatter } from '../../runtimes/claude-code/read.ts';
import type { Dialect, LoadReport, LoadScope, Reading } from '../../runtimes/dialect.ts';
import type { Session } from '../../runtimes/session.ts';

interface Judged {
  readonly document: AgentDocument;
  readonly dialect: Dialect;
  readonly scope: LoadScope;
  readonly session: Session;
  readonly load: LoadReport;
}

/** The fix, or undefined if the runtime would drop the file or lose its front matter because of it. */
export function harmless({ document, dialect, scope, session, load }: Judged, fix: Fix | undefined): Fix | undefined {
  if (!fix || !load.loads) return fix;
  const after = dialect.load(withEdits(document, fix.edits), { scope, session });
  return (isRead(load) ? isRead(after) : after.loads) ? fix : undefined;
}

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

/** A plugin agent always loads but may have lost every field. */
function isRead({ loads, reading }: LoadReport): boolean {
  return loads && (reading.state === 'read' || reading.state === 'repaired');
}

/** The document after applying non-overlapping edits. */
export function withEdits({ uri, text }: AgentDocument, edits: readonly TextEdit[]): AgentDocument {
  return parseDocument(uri, applyEdits(text, edits));
}

function valuesIn({ entries }: Reading): string {
  const values = entries.filter(({ overridden }) => !overridden).map(({ key, value }) => [key, plainValue(value)]);
  return JSON.stringify(values, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
