// What is said of a file for the runtimes that read it besides its owner, and how that comes together with what is said
// for the owner: one code on the same characters is one problem.
import type { AgentDocument } from '../model/document.ts';
import type { Problem, Severity } from '../model/problem.ts';
import { eventMessages, type ForeignLoad, LOSS_MESSAGES, reportEvents, reportLosses } from '../rules/events.ts';
import { CODE_OF, severityOf } from '../runtimes/causes.ts';
import type { Effect, Runtime } from '../runtimes/runtime.ts';
import type { Extent } from '../runtimes/selection.ts';
import type { RuleSetting } from './config.ts';
import { type Declared, problemsOf } from './runRule.ts';

export interface OtherReader extends ForeignLoad {
  readonly extent: Exclude<Extent, 'none'>;
}

export interface OtherReaderOptions {
  /** The codes that are asked for; all where it is left out. */
  readonly codes?: ReadonlySet<string> | undefined;
  /** What a rule is set to; undefined leaves it as declared. */
  settingOf(code: string): RuleSetting | undefined;
}

/** What is said of a document for one reader. Suppressions apply to all of it: the file is its owner’s, who loads it. */
export function problemsOfReader(
  document: AgentDocument,
  reader: OtherReader,
  { codes, settingOf }: OtherReaderOptions,
): Problem[] {
  const { report, runtime, extent } = reader;
  const found = [...new Set(report.events.map(({ cause }) => CODE_OF[cause]))];
  return found
    .filter((code) => codes === undefined || codes.has(code))
    .flatMap((code) => {
      const isFull = extent === 'full';
      const declared: Declared = {
        code: code as Declared['code'],
        severity: 'information',
        messages: isFull ? eventMessages('error', 'warning', 'information') : LOSS_MESSAGES,
      };
      const setting = isFull ? settingOf(code) : mildest(settingOf(code));
      const check = isFull ? reportEvents(code) : reportLosses(code);
      const problems = problemsOf(declared, { setting, text: document.text }, (tell) =>
        check({ document, foreign: reader, report: tell }),
      );
      return problems.map((problem) => ({ ...problem, runtimes: [runtime.id] }));
    });
}

/** What another reader makes of a file stays a remark, however grave the rule is for the owner. */
function mildest(setting: RuleSetting | undefined): RuleSetting | undefined {
  return setting === 'off' || setting === 'hint' ? setting : undefined;
}

type Labelled = Pick<Runtime, 'id' | 'label' | 'evidence'>;

/**
 * The problems of the owner with those of another reader. One code on the same characters is one problem, which names both
 * runtimes. What is only a remark joins an error of the same code wherever it sits: whoever fixes that looks again.
 */
export function joinProblems(
  own: readonly Problem[],
  owner: Pick<Labelled, 'id' | 'label'>,
  others: readonly Problem[],
  { runtime, extent }: { readonly runtime: Labelled; readonly extent: OtherReader['extent'] },
): Problem[] {
  const joined = [...own];
  const byPlace = new Map<string, number>();
  const errors = new Map<string, number>();
  for (const [at, problem] of own.entries()) {
    if (!byPlace.has(placeOf(problem))) byPlace.set(placeOf(problem), at);
    if (problem.severity === 'error' && !errors.has(problem.code)) errors.set(problem.code, at);
  }
  for (const problem of others) {
    const at = byPlace.get(placeOf(problem)) ?? (extent === 'brief' ? errors.get(problem.code) : undefined);
    const known = at === undefined ? undefined : joined[at];
    if (at === undefined || !known || known.runtimes?.includes(runtime.id)) joined.push(problem);
    else joined[at] = join(known, owner, problem, runtime);
  }
  return joined;
}

function placeOf({ code, span }: Problem): string {
  return `${code} ${span.start} ${span.end}`;
}

function join(known: Problem, owner: Pick<Labelled, 'id' | 'label'>, problem: Problem, runtime: Labelled): Problem {
  const isNamed = known.runtimes !== undefined || known.message.includes(owner.label);
  const first = isNamed ? known.message : `${owner.label}: ${known.message}`;
  const effect = problem.values.effect as Effect;
  const second = isSame(known, problem, severityOf(effect, runtime))
    ? `${runtime.label} does the same.`
    : problem.message;
  return {
    ...known,
    severity: graver(known.severity, problem.severity),
    message: `${first} ${second}`,
    runtimes: [...(known.runtimes ?? [owner.id]), runtime.id],
    fixes: known.fixes.length > 0 ? known.fixes : problem.fixes,
  };
}

/** What an owner does whose rules are not about events, such as Claude Code, is told by how grave it is. */
function isSame({ values, severity }: Problem, other: Problem, gravity: Severity): boolean {
  if (values.effect === undefined) return severity === gravity;
  return values.effect === other.values.effect && values.cause === other.values.cause;
}

const BY_GRAVITY: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function graver(one: Severity, other: Severity): Severity {
  return BY_GRAVITY.indexOf(one) <= BY_GRAVITY.indexOf(other) ? one : other;
}
