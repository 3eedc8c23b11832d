// Says what is wrong in `.agentwright.json`, as diagnostics on that file.
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import { DIAGNOSTIC_SOURCE, type DiagnosticData } from '../features/diagnostics.ts';
import { createLineIndex } from '../util/text.ts';
import type { FileFacts } from '../workspace/fileFacts.ts';

/** Publishes what is wrong now and takes back what no longer is. Answers the files it has published for. */
export function publishConfigProblems(
  connection: Connection,
  facts: FileFacts,
  before: ReadonlySet<string>,
): ReadonlySet<string> {
  const now = new Set<string>();
  for (const [uri, { complaints, text }] of facts.configs()) {
    if (complaints.length === 0) continue;
    const lines = createLineIndex(text);
    const diagnostics = complaints.map(({ messageId, values, message, span }) => ({
      range: lines.rangeOf(span),
      severity: DiagnosticSeverity.Warning,
      source: DIAGNOSTIC_SOURCE,
      code: 'config',
      message,
      data: { messageId, values } satisfies DiagnosticData,
    }));
    void connection.sendDiagnostics({ uri, diagnostics });
    now.add(uri);
  }
  for (const uri of before) if (!now.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  return now;
}
