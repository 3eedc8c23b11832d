// Runs rules over a document: severities, suppressions, isolation. A rule that throws is reported to the caller and
// the others still run.

import type { AgentDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { ForeignLoad } from '../rules/events.ts';
import {
  type AgentRule,
  type Environment,
  type FileView,
  PLAIN_ENVIRONMENT,
  type Rule,
  type Suppression,
} from '../rules/rule.ts';
import { isAgentRule } from '../rules/ruleKinds.ts';
import { NO_WORKSPACE, type WorkspaceView } from '../rules/workspaceView.ts';
import { dropCodes } from '../runtimes/causes.ts';
import type { IndexedReport, IndexedRuntime, LoadScope } from '../runtimes/indexed.ts';
import { type Session, UNKNOWN_SESSION } from '../runtimes/session.ts';
import type { RuleSetting } from './config.ts';
import { joinProblems, type OtherReader, problemsOfReader } from './otherReaders.ts';
import { byPosition, problemsOf } from './runRule.ts';
import { applySuppressions, findSuppressions } from './suppress.ts';

export interface LintOptions {
  readonly runtime: IndexedRuntime;
  readonly scope: LoadScope;
  /** What the agent's surroundings decide; unknown where it is left out. */
  readonly session?: Session;
  readonly rules: readonly Rule[];
  readonly files: FileView;
  /** Nothing is known of other files where there is none. */
  readonly workspace?: WorkspaceView;
  /** What the runtime makes of the document, where that is known already. */
  readonly load?: IndexedReport;
  /** What another runtime makes of the document, where that runtime owns it. */
  readonly foreign?: ForeignLoad;
  /** What further runtimes make of it that are reported for. */
  readonly others?: readonly OtherReader[];
  /** The codes the others are reported under; all where it is left out. */
  readonly codesOfOthers?: ReadonlySet<string>;
  readonly environment?: Environment;
  /** What a rule is set to; undefined leaves it as declared. */
  settingOf?(code: string): RuleSetting | undefined;
  /** See `RunSettings`. */
  readonly limit?: number;
  /** Called for a rule that threw; that rule's problems are lost, nothing else is. */
  onRuleError(code: string, error: unknown): void;
  /** Asked between rules; true ends the run, which then answers null. */
  isCancelled?(): boolean;
}

export interface LintResult {
  readonly load: IndexedReport;
  /** In order of position. */
  readonly problems: readonly Problem[];
}

/** Answers null where cancelled. */
export function lint(document: AgentDocument, options: LintOptions): LintResult | null {
  const load = options.load ?? options.runtime.load(document, contextOf(options));
  const run = { document, load, options };
  const written = findSuppressions(document, load.reading);
  const own = runRules(run, 'before', written);
  if (!own) return null;
  const all = withOthers(document, own, options);
  const { problems, suppressions } = applySuppressions(document, all, written);
  const unused = runRules(run, 'after', suppressions);
  return unused && { load, problems: [...problems, ...unused].sort(byPosition) };
}

function withOthers(document: AgentDocument, own: readonly Problem[], options: LintOptions): readonly Problem[] {
  const { others = [], foreign, runtime, codesOfOthers, settingOf = () => undefined } = options;
  const owner = foreign?.runtime ?? runtime;
  return others.reduce((problems, reader) => {
    const found = problemsOfReader(document, reader, { codes: codesOfOthers, settingOf });
    return found.length === 0 ? problems : joinProblems(problems, owner, found, reader);
  }, own);
}

function contextOf({ scope, session = UNKNOWN_SESSION }: LintOptions): { scope: LoadScope; session: Session } {
  return { scope, session };
}

interface Run {
  readonly document: AgentDocument;
  readonly load: IndexedReport;
  readonly options: LintOptions;
}

/** Rules of the group `suppression` run after the others, because they look at what these reported. */
function runRules(run: Run, phase: 'before' | 'after', suppressions: readonly Suppression[]): Problem[] | null {
  const { rules, isCancelled, onRuleError } = run.options;
  const problems: Problem[] = [];
  for (const rule of rules) {
    if (!isAgentRule(rule) || rule.code.startsWith('suppression/') !== (phase === 'after')) continue;
    if (isCancelled?.()) return null;
    try {
      for (const problem of runRule(rule, run, suppressions)) problems.push(problem);
    } catch (error) {
      onRuleError(rule.code, error);
    }
  }
  return problems;
}

function runRule(rule: AgentRule, { document, load, options }: Run, suppressions: readonly Suppression[]): Problem[] {
  const { runtime, files, workspace = NO_WORKSPACE, environment = PLAIN_ENVIRONMENT } = options;
  const foreign = options.foreign ? { foreign: options.foreign } : {};
  const known = { ...contextOf(options), ...foreign, document, runtime, load, files };
  const context = { ...known, workspace, environment, suppressions };
  const saysWhyLost = lossCodes(load, options.foreign).includes(rule.code);
  const limit = options.limit === undefined ? {} : { limit: options.limit };
  const settings = { setting: options.settingOf?.(rule.code), text: document.text, saysWhyLost, ...limit };
  return problemsOf(rule, settings, (report) => rule.check({ ...context, report }));
}

/** The rules that say why the runtime drops the file. A plugin's is never dropped, but may lose its front matter. */
function lossCodes({ reason, reading }: IndexedReport, foreign: ForeignLoad | undefined): readonly string[] {
  if (foreign) return dropCodes(foreign.report);
  if (reason !== null) return [reason];
  switch (reading.state) {
    case 'none':
      return ['frontmatter/missing', 'frontmatter/unclosed'];
    case 'unreadable':
      return ['frontmatter/unparsable'];
    case 'not-a-map':
      return ['frontmatter/not-a-map'];
    default:
      return [];
  }
}
