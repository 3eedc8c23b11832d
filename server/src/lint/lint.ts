// Runs rules over a document: severities, suppressions, isolation. A rule that throws is reported to the caller and
// the others still run.
import type { Dialect, LoadReport, LoadScope } from '../dialects/dialect.ts';
import { type Session, UNKNOWN_SESSION } from '../dialects/session.ts';
import type { AgentDocument } from '../model/document.ts';
import { fillPlaceholders } from '../model/message.ts';
import type { Problem, Severity } from '../model/problem.ts';
import {
  type Environment,
  type FileView,
  type MessageSpec,
  PLAIN_ENVIRONMENT,
  type ReportOptions,
  type Rule,
  type Suppression,
} from '../rules/rule.ts';
import type { ForeignLoad } from '../rules/support/events.ts';
import { NO_WORKSPACE, type WorkspaceView } from '../rules/workspaceView.ts';
import { dropCodes } from '../runtimes/causes.ts';
import { type Span, wholeCharacters } from '../util/text.ts';
import type { RuleSetting } from './config.ts';
import { applySuppressions, findSuppressions } from './suppress.ts';

/** A hostile file can break one rule a million times over; nobody reads past the first few hundred. */
const MAX_PROBLEMS_PER_RULE = 500;

export interface LintOptions {
  readonly dialect: Dialect;
  readonly scope: LoadScope;
  /** What the agent's surroundings decide; unknown where it is left out. */
  readonly session?: Session;
  readonly rules: readonly Rule[];
  readonly files: FileView;
  /** Nothing is known of other files where there is none. */
  readonly workspace?: WorkspaceView;
  /** What the dialect makes of the document, where that is known already. */
  readonly load?: LoadReport;
  /** What another runtime makes of the document, where that runtime owns it. */
  readonly foreign?: ForeignLoad;
  readonly environment?: Environment;
  /** What a rule is set to; undefined leaves it as declared. */
  settingOf?(code: string): RuleSetting | undefined;
  /** Called for a rule that threw; that rule's problems are lost, nothing else is. */
  onRuleError(code: string, error: unknown): void;
  /** Asked between rules; true ends the run, which then answers null. */
  isCancelled?(): boolean;
}

export interface LintResult {
  readonly load: LoadReport;
  /** In order of position. */
  readonly problems: readonly Problem[];
}

/** Answers null where cancelled. */
export function lint(document: AgentDocument, options: LintOptions): LintResult | null {
  const load = options.load ?? options.dialect.load(document, contextOf(options));
  const run = { document, load, options };
  const written = findSuppressions(document, load.reading);
  const all = runRules(run, 'before', written);
  if (!all) return null;
  const { problems, suppressions } = applySuppressions(document, all, written);
  const unused = runRules(run, 'after', suppressions);
  return unused && { load, problems: [...problems, ...unused].sort(byPosition) };
}

function contextOf({ scope, session = UNKNOWN_SESSION }: LintOptions): { scope: LoadScope; session: Session } {
  return { scope, session };
}

interface Run {
  readonly document: AgentDocument;
  readonly load: LoadReport;
  readonly options: LintOptions;
}

/** Rules of the group `suppression` run after the others, because they look at what these reported. */
function runRules(run: Run, phase: 'before' | 'after', suppressions: readonly Suppression[]): Problem[] | null {
  const { rules, isCancelled, onRuleError } = run.options;
  const problems: Problem[] = [];
  for (const rule of rules) {
    if (rule.code.startsWith('suppression/') !== (phase === 'after')) continue;
    if (isCancelled?.()) return null;
    try {
      for (const problem of runRule(rule, run, suppressions)) problems.push(problem);
    } catch (error) {
      onRuleError(rule.code, error);
    }
  }
  return problems;
}

function runRule(rule: Rule, { document, load, options }: Run, suppressions: readonly Suppression[]): Problem[] {
  const setting = options.settingOf?.(rule.code);
  if (setting === 'off') return [];
  const found: Problem[] = [];
  const report = (key: string, span: Span, details: ReportOptions = {}): void => {
    if (found.length >= MAX_PROBLEMS_PER_RULE) return;
    const { text, severity } = messageOf(rule, key);
    const values = details.values ?? {};
    found.push({
      code: rule.code,
      severity: setting ?? severity,
      span: wholeCharacters(document.text, clampSpan(span, document.text.length)),
      messageId: key,
      values,
      message: fillPlaceholders(text, values),
      fixes: (details.fixes ?? []).filter((fix) => fix !== undefined),
      ...(severity === 'error' && lossCodes(load, options.foreign).includes(rule.code) ? { saysWhyLost: true } : {}),
      ...(details.addTo ? { addTo: details.addTo } : {}),
      ...(details.addNames ? { addNames: details.addNames } : {}),
      ...(details.unnecessary ? { unnecessary: true } : {}),
      ...(details.sensitive ? { sensitive: true } : {}),
      ...(details.related?.length ? { related: details.related } : {}),
    });
  };
  const { dialect, files, workspace = NO_WORKSPACE, environment = PLAIN_ENVIRONMENT } = options;
  const context = contextOf(options);
  const foreign = options.foreign ? { foreign: options.foreign } : {};
  rule.check({ ...context, ...foreign, document, dialect, load, files, workspace, environment, suppressions, report });
  return found;
}

/** The rules that say why the runtime drops the file. A plugin's is never dropped, but may lose its front matter. */
function lossCodes({ reason, reading }: LoadReport, foreign: ForeignLoad | undefined): readonly string[] {
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

function messageOf(rule: Rule, key: string): { text: string; severity: Severity } {
  const message: string | MessageSpec | undefined = rule.messages[key];
  if (message === undefined) throw new Error(`rule ${rule.code} has no message ${key}`);
  return typeof message === 'string'
    ? { text: message, severity: rule.severity }
    : { text: message.text, severity: message.severity ?? rule.severity };
}

function clampSpan({ start, end }: Span, length: number): Span {
  const from = Math.max(0, Math.min(start, length));
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}

function byPosition(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || a.code.localeCompare(b.code);
}
