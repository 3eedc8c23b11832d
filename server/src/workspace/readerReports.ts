// What each runtime that reads a file makes of it, the owner first.
import type { AgentDocument } from '../model/document.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { claudeReport, claudeRuntime } from '../runtimes/registry.ts';
import type { LoadReport, Runtime } from '../runtimes/runtime.ts';
import { loadForeign, loadOthers } from './foreign.ts';
import type { Identity } from './identify.ts';

export interface ReaderReport {
  readonly runtime: Runtime;
  readonly report: LoadReport;
}

/** `load` is what Claude Code makes of the document, which counts where it owns the file. */
export function readerReports(document: AgentDocument, identity: Identity, load: IndexedReport): ReaderReport[] {
  const others = loadOthers(document, identity.others ?? []);
  if (!identity.owner) return [reportOfClaude(document, load), ...others];
  const owner = loadForeign(document, identity.owner);
  return owner ? [owner, ...others] : others;
}

export function reportOfClaude(document: AgentDocument, load: IndexedReport): ReaderReport {
  const place = { scope: load.as, folder: '', path: document.uri };
  return { runtime: claudeRuntime, report: claudeReport(load, document, place) };
}
