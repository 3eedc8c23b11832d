// `agentwright inspect`: what each runtime makes of a file.

import type { AgentDocument } from '../model/document.ts';
import { reasonOf, sentenceOf, statementsOf } from '../runtimes/causes.ts';
import type { LoadReport } from '../runtimes/dialect.ts';
import { UNSUPPORTED } from '../runtimes/readers.ts';
import { claudeReport, claudeRuntime, indexed, runtimes } from '../runtimes/registry.ts';
import { comesToExist, type LoadEvent, type Runtime, type LoadReport as RuntimeReport } from '../runtimes/runtime.ts';
import { withoutMarks } from '../util/plainMarkdown.ts';
import type { LineIndex } from '../util/text.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import { loadAgent } from '../workspace/analyze.ts';
import { loadForeign } from '../workspace/foreign.ts';
import type { Identity } from '../workspace/identify.ts';
import { documentOf, type FoundFiles } from './files.ts';
import { powersJson } from './powersJson.ts';
import { type As, readProject } from './project.ts';
import { displayLine } from './reporters/columns.ts';

export interface InspectedFile {
  readonly path: string;
  readonly dialect: string;
  readonly reports: readonly Inspection[];
}

/** What one runtime makes of a file. Claude Code's says more than what all runtimes have in common. */
export interface Inspection {
  readonly report: RuntimeReport;
  readonly runtime: Runtime;
  readonly claude: LoadReport | null;
  readonly lines: LineIndex;
}

export interface InspectOptions {
  readonly as: As | undefined;
  /** Every runtime is asked. */
  readonly all: boolean;
}

/** A file whose place does not tell who loads it is shown as both loaders of Claude Code read it. */
export async function inspectFiles(
  found: FoundFiles,
  { as, all }: InspectOptions,
  workingDirectory: string,
): Promise<InspectedFile[]> {
  const project = await readProject(found, workingDirectory);
  return project.files.map((file) => {
    const document = documentOf(file);
    const own = project.identify(document, undefined);
    const identity = as ? project.identify(document, as) : own;
    const others = all ? runtimes.filter(({ id }) => id !== identity.dialect) : [];
    const reports = [
      ...inspectAs(document, identity, as !== undefined, project.index),
      ...others.flatMap((runtime) => {
        const each = project.identify(document, { runtime, scope: undefined });
        return inspectAs(document, each, true, project.index);
      }),
    ];
    return { path: file.path, dialect: own.dialect, reports };
  });
}

/** `isCertain`: somebody says which loader reads it. */
export function inspectAs(
  document: AgentDocument,
  identity: Identity,
  isCertain: boolean,
  index: AgentIndex,
): Inspection[] {
  const { lines } = document;
  if (identity.owner) {
    const foreign = loadForeign(document, identity.owner);
    return foreign ? [{ ...foreign, claude: null, lines }] : [];
  }
  const scopes = isCertain || identity.by === 'path' ? [identity.scope] : indexed.scopes;
  return scopes.map((scope) => {
    const claude = loadAgent(document, { ...identity, scope }, index);
    const place = { scope, folder: '', path: document.uri };
    return { report: claudeReport(claude, document, place), runtime: claudeRuntime, claude, lines };
  });
}

export function inspectJson(files: readonly InspectedFile[]): string {
  const shown = files.map(({ path, dialect, reports }) => ({ path, dialect, reports: reports.map(reportJson) }));
  return JSON.stringify({ files: shown }, null, 2);
}

function reportJson({ report, runtime, claude, lines }: Inspection) {
  const { evidence } = runtime;
  const ignored = claude ? claude.ignored : report.events.flatMap((event) => ignoredField(event, runtime));
  return {
    runtime: runtime.id,
    as: report.as.scope,
    evidence: evidence.source,
    version: evidence.version,
    outcome: report.outcome,
    loads: comesToExist(report),
    name: report.name,
    id: claude ? claude.id : report.name,
    reason: claude ? claude.reason : reasonOf(report),
    tools: report.tools,
    model: report.model,
    ignored: ignored.map(({ field, reason }) => ({ field, reason })),
    events: report.events.map((event) => ({
      cause: event.cause,
      effect: event.effect,
      field: event.field,
      message: sentenceOf(event, runtime),
      range: lines.rangeOf(event.span),
    })),
    ...(claude ? powersJson(claude) : {}),
  };
}

function ignoredField(event: LoadEvent, runtime: Runtime): { field: string; reason: string }[] {
  return event.effect === 'ignores' && event.field !== null
    ? [{ field: event.field, reason: sentenceOf(event, runtime) }]
    : [];
}

export function inspectPretty(files: readonly InspectedFile[]): string {
  return files
    .map(({ path, dialect, reports }) => [
      displayLine(path),
      ...(reports.length > 0 ? reports.map(reportPretty) : [unknown(dialect)]),
    ])
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function unknown(dialect: string): string {
  const label = UNSUPPORTED.find(({ id }) => id === dialect)?.label ?? dialect;
  return `  ${label}: Agentwright does not know yet what it makes of this file.`;
}

function reportPretty({ report, runtime, claude }: Inspection): string {
  const heading = `  ${runtime.label} ${runtime.evidence.version}, as a ${report.as.scope} agent`;
  const statements = claude ? indexed.words.statements(claude) : statementsOf(report, runtime);
  return [heading, ...statements.map((statement) => `    ${displayLine(withoutMarks(statement))}`)].join('\n');
}
