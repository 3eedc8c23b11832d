// The one way from an agent file to what is said about it, for editor, command line and rule examples: load, then lint.

import { rules as allRules } from '../lint/allRules.ts';
import { applicableRules } from '../lint/applicable.ts';
import { keepCertainFixes } from '../lint/certainFixes.ts';
import {
  type Config,
  environmentOf,
  type HostEnvironment,
  isMarkedDocument,
  type RuleSetting,
  ruleSettingOf,
} from '../lint/config.ts';
import { lint } from '../lint/lint.ts';
import { MOST_FIXED } from '../lint/runRule.ts';
import { type AgentDocument, parseDocument, withFences } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { ForeignLoad } from '../rules/events.ts';
import type { FileView, Rule } from '../rules/rule.ts';
import type { WorkspaceView } from '../rules/workspaceView.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { indexed } from '../runtimes/registry.ts';
import { AUTO, extentOf, type RuntimeSelection } from '../runtimes/selection.ts';
import type { AgentIndex } from './agentIndex.ts';
import { amongOthers } from './amongOthers.ts';
import { loadForeign, otherReaders, rulesForForeign, textRules } from './foreign.ts';
import type { Identity } from './identify.ts';
import { type FileSummary, idPrefix, summarizeAgent, summarizeForeign } from './summary.ts';
import { normalizeUri } from './uris.ts';

/** What the runtime does with a document, its surroundings counted in. */
export function loadAgent(
  document: AgentDocument,
  { scope, place }: Pick<Identity, 'scope' | 'place'>,
  index: AgentIndex,
): IndexedReport {
  return indexed.load(document, {
    scope,
    session: index.sessionFor(place),
    prefix: idPrefix(place, scope),
    manifest: place.manifest,
  });
}

/** What the index keeps of a document; null where it belongs to a runtime whose agents name no others. */
export function summaryOf(
  document: AgentDocument,
  { owner, place }: Identity,
  load: IndexedReport,
): FileSummary | null {
  return owner ? summarizeForeign(document, owner) : summarizeAgent(document, place, load);
}

/** Tells the index what a document says now. Answers its load report. */
export function registerAgent(document: AgentDocument, identity: Identity, index: AgentIndex): IndexedReport {
  const load = loadAgent(document, identity, index);
  const summary = summaryOf(document, identity, load);
  if (summary) index.set(normalizeUri(document.uri), summary);
  return load;
}

export interface AnalyzeOptions {
  readonly index: AgentIndex;
  /** What may be said about the other files; `index`, or the index without claims. */
  readonly workspace: WorkspaceView;
  readonly files: FileView;
  /** The project's configuration for the document. */
  readonly config: Config;
  /** What the editor or the command line says where the configuration is silent. */
  readonly environment?: HostEnvironment;
  /** The editor's own severities; the project's configuration wins. */
  readonly ruleSettings?: Readonly<Record<string, RuleSetting>>;
  /** Which runtimes are reported for where the project's configuration does not say; `auto` where nobody does. */
  readonly runtimes?: RuntimeSelection;
  /** The path or URI that globs of the configuration are compared with. */
  readonly configPath: string;
  /** These and no others; all that apply where it is left out. */
  readonly rules?: readonly Rule[];
  /** Where it is known already. */
  readonly load?: IndexedReport;
  /** Problems of one rule that are kept: as many as somebody reads, or as many as are fixed at a time. */
  readonly limit?: number;
  onRuleError(code: string, error: unknown): void;
}

export interface AgentAnalysis {
  readonly document: AgentDocument;
  readonly identity: Identity;
  readonly load: IndexedReport;
  /** What another runtime makes of it, where that runtime owns the file and its loader is known. */
  readonly foreign: ForeignLoad | null;
  readonly problems: readonly Problem[];
}

export function analyzeAgent(document: AgentDocument, identity: Identity, options: AnalyzeOptions): AgentAnalysis {
  const analysis = analyzeOnce(document, identity, options);
  // Another text is loaded anew.
  const { load: _, ...known } = options;
  const others = { ...known, limit: MOST_FIXED };
  const problems = keepCertainFixes(
    document.text,
    analysis.problems,
    (text) => analyzeOnce(parseDocument(document.uri, text), identity, others).problems,
  );
  return { ...analysis, problems };
}

function analyzeOnce(written: AgentDocument, identity: Identity, options: AnalyzeOptions): AgentAnalysis {
  const { index, config } = options;
  const load = options.load ?? loadAgent(written, identity, index);
  const alone = identity.owner ? loadForeign(written, identity.owner) : null;
  const foreign = alone && amongOthers(alone, written, options.workspace);
  // The prompt is what its owner takes for one.
  const document = foreign ? withFences(written, foreign.report.reading) : written;
  if (isMarkedDocument(config, options.configPath)) return { document, identity, load, foreign, problems: [] };
  const selection = config.runtimes ?? options.runtimes ?? AUTO;
  const known = identity.owner ? allRules : applicableRules(document, load);
  const rules = options.rules ?? known;
  const isReported = extentOf(identity.runtime, true, selection) === 'full';
  // What the owner takes for documentation is nobody's agent.
  const others = known === allRules ? otherReaders(document, identity.others ?? [], selection) : [];
  const result = lint(document, {
    runtime: indexed,
    scope: identity.scope,
    session: index.sessionFor(identity.place),
    load,
    rules: isReported ? (identity.owner ? rulesForForeign(rules) : rules) : textRules(rules),
    ...(foreign && isReported ? { foreign } : {}),
    others,
    ...(options.rules ? { codesOfOthers: new Set(options.rules.map(({ code }) => code)) } : {}),
    files: options.files,
    workspace: options.workspace,
    ...(options.limit === undefined ? {} : { limit: options.limit }),
    environment: environmentOf(config, options.environment),
    settingOf: (code) => ruleSettingOf(config, code, options.configPath) ?? options.ruleSettings?.[code],
    onRuleError: options.onRuleError,
  });
  // Nothing cancels it, so there is a result.
  return { document, identity, load, foreign, problems: result?.problems ?? [] };
}
