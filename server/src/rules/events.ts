// Rules that report what a runtime's own loader says: one for each cause, in the words of the runtime.
import type { AgentDocument } from '../model/document.ts';
import type { Fix } from '../model/problem.ts';
import { CODE_OF, sentenceOf, severityOf } from '../runtimes/causes.ts';
import {
  type Cause,
  comesToExist,
  type Effect,
  type LoadEvent,
  type LoadReport,
  type Runtime,
} from '../runtimes/runtime.ts';
import { type Span, slice } from '../util/text.ts';
import { withEdits } from './harmless.ts';
import type { Rule, RuleContext, RuleSpec } from './rule.ts';

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

/** What it takes to report events. */
export type EventContext = Pick<RuleContext<string>, 'document' | 'foreign' | 'report'>;

/** Reports the events whose cause belongs to a code. */
export function reportEvents(code: string): (context: EventContext) => void {
  return ({ document, foreign, report }) => {
    if (!foreign) return;
    const { runtime } = foreign;
    const told = new Set<string>();
    let tried = 0;
    for (const event of foreign.report.events) {
      if (CODE_OF[event.cause] !== code) continue;
      const severity = severityOf(event.effect, runtime);
      const renamed = replacement(event, document) ?? renaming(event, document, foreign);
      const fix = renamed && tried++ < MOST_TRIED && stillLoads(foreign, document, renamed) ? renamed : undefined;
      const equivalent = fix?.isEquivalent ? `In ${runtime.label} it is \`${fix.newName}\`.` : '';
      const sentence = `${sentenceOf(event, runtime)} ${equivalent}`.trim();
      // Two faults of one value can be one thing to the reader.
      const key = `${event.span.start} ${event.span.end} ${sentence}`;
      if (told.has(key)) continue;
      told.add(key);
      const values = { ...event.values, cause: event.cause, effect: event.effect, sentence };
      report(severity === 'hint' ? 'information' : severity, event.span, { values, fixes: [fix] });
    }
  };
}

/** Each fix is tried out on the runtime, which takes time. */
const MOST_TRIED = 25;

/** Whether an agent that exists still does after a fix. */
function stillLoads({ report, runtime }: ForeignLoad, document: AgentDocument, { edits }: Fix): boolean {
  return !comesToExist(report) || comesToExist(runtime.load(withEdits(document, edits), report.as));
}

interface Renaming extends Fix {
  readonly newName: string;
  /** The name was another runtime's. */
  readonly isEquivalent?: boolean;
}

/** The loader itself says what is meant. */
function replacement({ cause, span, values }: LoadEvent, { text }: AgentDocument): Renaming | undefined {
  const { value, newName } = values ?? {};
  return newName === undefined || slice(text, span) !== value
    ? undefined
    : renamingTo(newName, span, cause === 'unknown-agent' ? 'suggestion' : 'safe');
}

/** Another runtime's key or tool becomes this one's. A suggestion: the value may have to change with it. */
function renaming(
  { cause, span, values }: LoadEvent,
  { text }: AgentDocument,
  foreign: ForeignLoad,
): Renaming | undefined {
  const kind = cause === 'unknown-key' ? 'key' : cause === 'unknown-tool' ? 'tool' : null;
  const written = kind === 'key' ? values?.key : values?.value;
  const newName = kind && written !== undefined ? foreign.equivalentOf(kind, written) : null;
  const place = newName === null ? null : withoutQuotes(text, span);
  // A runtime may count lines in another way than we do, and mean another line.
  if (newName === null || !place || slice(text, place) !== written) return undefined;
  return { ...renamingTo(newName, place, 'suggestion'), isEquivalent: true };
}

function withoutQuotes(text: string, { start, end }: Span): Span {
  const isQuoted = end - start > 1 && /["']/.test(text.charAt(start)) && text.charAt(start) === text.charAt(end - 1);
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function renamingTo(newName: string, span: Span, kind: Fix['kind']): Renaming {
  return { title: `Change to \`${newName}\``, kind, edits: [{ span, newText: newName }], newName };
}

/**
 * Reports what costs a runtime the agent, or grants it more than is written: once for each cause, since this runtime is
 * not the one the file was written for.
 */
export function reportLosses(code: string): (context: EventContext) => void {
  return ({ foreign, report }) => {
    if (!foreign) return;
    const told = new Set<Cause>();
    for (const event of foreign.report.events) {
      const { cause, effect, span } = event;
      if (CODE_OF[cause] !== code || !isLoss(event) || told.has(cause)) continue;
      told.add(cause);
      report('loss', span, {
        values: { ...event.values, cause, effect, sentence: lossInWords(event, foreign.runtime) },
      });
    }
  };
}

/** The message of a problem that `reportLosses` reports. */
export const LOSS_MESSAGES = { loss: { text: '{sentence}', severity: 'information' } } as const;

const LOSSES: Readonly<Partial<Record<Effect, string>>> = {
  'drops-file': 'rejects this file',
  'blocks-project': 'loads no agent of the project because of this file',
  'takes-raw-file': 'takes this whole file as the prompt',
  'grants-more': 'grants this agent more than is written',
  'runs-code': 'runs what this file says as a program',
};

/** What costs a runtime the agent, or grants it more than is written. */
export function isLoss({ effect }: LoadEvent): boolean {
  return Object.hasOwn(LOSSES, effect);
}

/** The words of the runtime mostly name it, and say what it does. */
function lossInWords(event: LoadEvent, runtime: Runtime): string {
  const sentence = sentenceOf(event, runtime);
  return sentence.includes(runtime.label) ? sentence : `${runtime.label} ${LOSSES[event.effect]}: ${sentence}`;
}

/** One rule for each code that reports events, but for those of `own`: the codes whose own rules report them. */
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
