// Rules that report what a runtime's own loader says: one for each cause, in the words of the runtime.
import type { AgentDocument } from '../../model/document.ts';
import type { Fix } from '../../model/problem.ts';
import { CODE_OF, sentenceOf, severityOf } from '../../runtimes/causes.ts';
import type { LoadEvent, LoadReport, Runtime } from '../../runtimes/runtime.ts';
import { slice } from '../../util/text.ts';
import type { Rule, RuleContext, RuleSpec } from '../rule.ts';

/** What a runtime other than Claude Code makes of the document. */
export interface ForeignLoad {
  readonly runtime: Runtime;
  readonly report: LoadReport;
  /** What this runtime calls what another runtime's key or tool is about; null where it has no such thing. */
  equivalentOf(kind: 'key' | 'tool', name: string): string | null;
}

export type EventMessage = 'error' | 'warning' | 'information';

/** The sentence is the runtime's own; how grave it is follows from what the runtime does. */
export function eventMessages<Severity extends EventMessage>(
  ...severities: readonly Severity[]
): RuleSpec<Severity>['messages'] {
  const messages = severities.map((severity) => [severity, { text: '{sentence}', severity }]);
  return Object.fromEntries(messages) as RuleSpec<Severity>['messages'];
}

/** Reports the events whose cause belongs to a code. */
export function reportEvents(code: string): (context: RuleContext<string>) => void {
  return ({ document, foreign, report }) => {
    if (!foreign) return;
    const { runtime } = foreign;
    const told = new Set<string>();
    for (const event of foreign.report.events) {
      if (CODE_OF[event.cause] !== code) continue;
      const severity = severityOf(event.effect, runtime);
      const fix = renaming(event, document, foreign);
      const sentence = [sentenceOf(event, runtime), fix ? `In ${runtime.label} it is \`${fix.newName}\`.` : '']
        .join(' ')
        .trim();
      // Two faults of one value can be one thing to the reader.
      const key = `${event.span.start} ${event.span.end} ${sentence}`;
      if (told.has(key)) continue;
      told.add(key);
      const values = { ...event.values, cause: event.cause, sentence };
      report(severity === 'hint' ? 'information' : severity, event.span, { values, fixes: [fix] });
    }
  };
}

/** Another runtime's key or tool becomes this one's. A suggestion: the value may have to change with it. */
function renaming(
  { cause, span, values }: LoadEvent,
  { text }: AgentDocument,
  foreign: ForeignLoad,
): (Fix & { newName: string }) | undefined {
  const kind = cause === 'unknown-key' ? 'key' : cause === 'unknown-tool' ? 'tool' : null;
  const written = kind === 'key' ? values?.key : values?.value;
  const newName = kind && written !== undefined ? foreign.equivalentOf(kind, written) : null;
  // A runtime may count lines in another way than we do, and mean another line.
  if (newName === null || !slice(text, span).includes(written ?? '')) return undefined;
  const title = `Change to \`${newName}\``;
  return { title, kind: 'suggestion', edits: [{ span, newText: newName }], newName };
}

/** For the codes whose own rules speak of Claude Code: the same code, with what another runtime does. */
export function eventRules(own: ReadonlySet<string>): Rule[] {
  const codes = [...new Set(Object.values(CODE_OF))].filter((code) => !own.has(code));
  return codes.map((code) => ({
    code: code as Rule['code'],
    severity: 'error',
    summary: '',
    rationale: '',
    evidence: [],
    messages: eventMessages('error', 'warning', 'information'),
    examples: { invalid: [], valid: [] },
    check: reportEvents(code),
  }));
}
