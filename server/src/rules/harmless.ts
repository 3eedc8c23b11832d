// Which fixes may be offered: no fix may make a loaded agent fail to load or lose its front matter.

import { type AgentDocument, parseDocument } from '../model/document.ts';
import { applyEdits } from '../model/edits.ts';
import type { Fix, TextEdit } from '../model/problem.ts';
import type { IndexedReport, IndexedRuntime, LoadScope } from '../runtimes/indexed.ts';
import type { Session } from '../runtimes/session.ts';

interface Judged {
  readonly document: AgentDocument;
  readonly runtime: IndexedRuntime;
  readonly scope: LoadScope;
  readonly session: Session;
  readonly load: IndexedReport;
}

/** The fix, or undefined if the runtime would drop the file or lose its front matter because of it. */
export function harmless({ document, runtime, scope, session, load }: Judged, fix: Fix | undefined): Fix | undefined {
  if (!fix || !load.loads) return fix;
  const after = runtime.load(withEdits(document, fix.edits), { scope, session });
  return (isRead(load) ? isRead(after) : after.loads) ? fix : undefined;
}

/** A plugin agent always loads but may have lost every field. */
function isRead({ loads, reading }: IndexedReport): boolean {
  return loads && (reading.state === 'read' || reading.state === 'repaired');
}

/** The document after applying non-overlapping edits. */
export function withEdits({ uri, text }: AgentDocument, edits: readonly TextEdit[]): AgentDocument {
  return parseDocument(uri, applyEdits(text, edits));
}
