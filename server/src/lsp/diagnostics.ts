// Diagnostics by push and by pull from one function. A result carries the version it was computed for and is dropped
// when that is no longer the document's.
import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from '../features/diagnostics.ts';
import type { FileFacts } from '../workspace/fileFacts.ts';
import type { Host, Log } from '../workspace/host.ts';
import type { Analyses } from './analyses.ts';
import { publishConfigProblems } from './configDiagnostics.ts';

/** Waits for the burst of changes one keystroke or paste can make, no longer than a tenth of what a writer notices. */
const PUSH_DELAY_MS = 2;

export interface DiagnosticsService {
  /** The diagnostics of a document, other files looked up; null where the document changed meanwhile. */
  compute(document: TextDocument): Promise<{ version: number; items: Diagnostic[] } | null>;
  /** Publishes soon, unless the client pulls. */
  schedule(uri: string): void;
  clear(uri: string): void;
}

export interface DiagnosticsOptions {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly facts: FileFacts;
  readonly host: Host;
  readonly log: Log;
  readonly push: boolean;
  /** The client shows places that have to do with a problem. */
  readonly related: boolean;
  /** Resolves once the settings are known: what they switch off must not flash up at the start. */
  readonly settled: Promise<void>;
}

export function createDiagnostics(options: DiagnosticsOptions): DiagnosticsService {
  const { connection, documents, analyses, facts, host, log, push, related, settled } = options;
  const waiting = new Map<string, () => void>();
  let configProblems: ReadonlySet<string> = new Set();

  function current(document: TextDocument): Diagnostic[] {
    const analysis = analyses.of(document) ?? analyses.json(document);
    return analysis ? analysis.problems.map((problem) => toDiagnostic(analysis.document, problem, { related })) : [];
  }

  async function compute(document: TextDocument): Promise<{ version: number; items: Diagnostic[] } | null> {
    const { uri, version } = document;
    const isCurrent = (): boolean => documents.get(uri)?.version === version;
    await settled;
    if (!isCurrent()) return null;
    let items = current(document);
    let asked = false;
    while (facts.hasOpenQuestions()) {
      asked = true;
      await facts.answerQuestions();
      if (!isCurrent()) return null;
      items = current(document);
    }
    if (asked) configProblems = publishConfigProblems(connection, facts, configProblems);
    return { version, items };
  }

  async function publish(uri: string): Promise<void> {
    const document = documents.get(uri);
    const complete = document ? await compute(document) : null;
    if (!complete || documents.get(uri)?.version !== complete.version) return;
    await connection.sendDiagnostics({ uri, version: complete.version, diagnostics: complete.items });
  }

  return {
    compute,
    schedule(uri) {
      if (!push) return;
      waiting.get(uri)?.();
      const cancel = host.later(() => {
        waiting.delete(uri);
        publish(uri).catch((error) => log.error(`publishing diagnostics failed: ${String(error)}`));
      }, PUSH_DELAY_MS);
      waiting.set(uri, cancel);
    },
    clear(uri) {
      waiting.get(uri)?.();
      waiting.delete(uri);
      if (push) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
