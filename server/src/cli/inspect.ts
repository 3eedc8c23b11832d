// `agentwright inspect`: what each runtime makes of a file.

import type { AgentDocument } from '../model/document.ts';
import { standingOf } from '../portability/ask.ts';
import { createMatrix, type Matrix, type MatrixRow } from '../portability/matrix.ts';
import { reasonOf, runtimeInWords, sentenceOf, statementsOf } from '../runtimes/causes.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { UNSUPPORTED } from '../runtimes/readers.ts';
import { indexed, runtimes } from '../runtimes/registry.ts';
import { comesToExist, type LoadEvent, type LoadReport, type Runtime } from '../runtimes/runtime.ts';
import { withoutMarks } from '../util/plainMarkdown.ts';
import type { LineIndex } from '../util/text.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import { loadAgent } from '../workspace/analyze.ts';
import { loadForeign, loadOthers } from '../workspace/foreign.ts';
import type { Identity } from '../workspace/identify.ts';
import { reportOfClaude } from '../workspace/readerReports.ts';
import { documentOf, type FoundFiles } from './files.ts';
import { powersJson } from './powersJson.ts';
import { type As, type Project, readProject } from './project.ts';
import { displayLine, wrap } from './reporters/columns.ts';
import { type MatrixOptions, matrixFooter, renderMatrix } from './reporters/matrix.ts';

export interface InspectedFile {
  readonly path: string;
  readonly dialect: string;
  readonly reports: readonly Inspection[];
  /** Where every runtime was asked. */
  readonly matrix?: Matrix;
}

/** What one runtime makes of a file. Claude Code's says more than what all runtimes have in common. */
export interface Inspection {
  readonly report: LoadReport;
  readonly runtime: Runtime;
  readonly indexed: IndexedReport | null;
  readonly lines: LineIndex;
}

export interface InspectOptions {
  readonly as: As | undefined;
  /** Every runtime is asked. */
  readonly all: boolean;
}

/**
 * One report for each runtime that reads the file, the owner first. A file whose place does not tell who loads it is shown
 * as both loaders of Claude Code read it.
 */
export async function inspectFiles(
  found: FoundFiles,
  options: InspectOptions,
  workingDirectory: string,
): Promise<InspectedFile[]> {
  const project = await readProject(found, workingDirectory);
  return project.files.map((file) => {
    const document = documentOf(file);
    const own = project.identify(document, undefined);
    const reports = inspectDocument(document, own, options, project);
    const inspected = { path: file.path, dialect: own.runtime, reports };
    return options.all ? { ...inspected, matrix: matrixOf(document, own, reports) } : inspected;
  });
}

export function matrixOf(document: AgentDocument, own: Identity, reports: readonly Inspection[]): Matrix {
  return createMatrix(
    document,
    reports.map(({ runtime, report }) => ({ runtime, report, standing: standingOf(runtime, own) })),
  );
}

/** `own` is what the document is by its place; `known` are the runtimes that `all` asks. */
export function inspectDocument(
  document: AgentDocument,
  own: Identity,
  { as, all }: InspectOptions,
  { identify, index }: Pick<Project, 'identify' | 'index'>,
  known: readonly Runtime[] = runtimes,
): Inspection[] {
  if (as) return inspectAs(document, identify(document, as), true, index);
  const readers = [...inspectAs(document, own, false, index), ...inspectOthers(document, own)];
  if (!all) return readers;
  const strangers = known.filter(({ id }) => !readers.some(({ runtime }) => runtime.id === id));
  const asked = strangers.flatMap((runtime) =>
    inspectAs(document, identify(document, { runtime, scope: undefined }), true, index),
  );
  return [...readers, ...asked];
}

/** The runtimes that read the place of the file besides its owner. */
function inspectOthers(document: AgentDocument, { others = [] }: Identity): Inspection[] {
  return loadOthers(document, others).map((each) => ({ ...each, indexed: null, lines: document.lines }));
}

/** The owner alone. `isCertain`: somebody says which loader reads it. */
export function inspectAs(
  document: AgentDocument,
  identity: Identity,
  isCertain: boolean,
  index: AgentIndex,
): Inspection[] {
  const { lines } = document;
  if (identity.owner) {
    const foreign = loadForeign(document, identity.owner);
    return foreign ? [{ ...foreign, indexed: null, lines }] : [];
  }
  const scopes = isCertain || identity.by === 'path' ? [identity.scope] : indexed.scopes;
  return scopes.map((scope) => {
    const own = loadAgent(document, { ...identity, scope }, index);
    return { ...reportOfClaude(document, own), indexed: own, lines };
  });
}

export function inspectJson(files: readonly InspectedFile[]): string {
  const shown = files.map(({ path, dialect, reports, matrix }) => {
    const rows = new Map(matrix?.rows.map((row) => [row.runtime, row]));
    const inJson = reports.map((each) => {
      const row = rows.get(each.runtime.id);
      // A loose file is read by both loaders of its owner, and compared with the first.
      rows.delete(each.runtime.id);
      return { ...reportJson(each), ...(row && matrix ? comparedJson(row, matrix) : {}) };
    });
    return { path, dialect, reports: inJson };
  });
  return JSON.stringify({ files: shown }, null, 2);
}

function reportJson({ report, runtime, indexed: own, lines }: Inspection) {
  const { evidence } = runtime;
  const ignored = own ? own.ignored : report.events.flatMap((event) => ignoredField(event, runtime));
  return {
    runtime: runtime.id,
    as: report.as.scope,
    evidence: evidence.source,
    version: evidence.version,
    outcome: report.outcome,
    loads: comesToExist(report),
    name: report.name,
    id: own ? own.id : report.name,
    reason: own ? own.reason : reasonOf(report),
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
    ...(own ? powersJson(own) : {}),
  };
}

/** Where every runtime is asked: what of the owner’s agent is left here. */
function comparedJson({ tools, prompt, standing }: MatrixRow, { owner }: Matrix) {
  const { kept, lost, widened } = tools ?? { kept: null, lost: null, widened: null };
  return { compared: { owner, standing, kept, lost, widened, prompt } };
}

function ignoredField(event: LoadEvent, runtime: Runtime): { field: string; reason: string }[] {
  return event.effect === 'ignores' && event.field !== null
    ? [{ field: event.field, reason: sentenceOf(event, runtime) }]
    : [];
}

export function inspectPretty(files: readonly InspectedFile[], table: MatrixOptions = PLAIN): string {
  const sections = files.map(({ path, dialect, reports, matrix }) => {
    const isUnknown = matrix ? matrix.owner === null : reports.length === 0;
    const made = matrix ? [renderMatrix(matrix, table)] : reports.map(reportPretty);
    return [displayLine(path), ...(isUnknown ? [unknown(dialect)] : []), ...made].join('\n');
  });
  const footer = matrixFooter(
    files.flatMap(({ matrix }) => matrix ?? []),
    table,
  );
  return [...sections, ...(footer === null ? [] : [footer])].join('\n\n');
}

const PLAIN: MatrixOptions = { color: false, width: 80 };

function unknown(dialect: string): string {
  const label = UNSUPPORTED.find(({ id }) => id === dialect)?.label ?? dialect;
  return `  ${label}: Agentwright does not know yet what it makes of this file.`;
}

function reportPretty({ report, runtime, indexed: own }: Inspection): string {
  const statements = own ? indexed.words.statements(own) : statementsOf(report, runtime);
  return [`  ${heading(report, runtime)}`, ...statements.flatMap(statementLines)].join('\n');
}

function heading({ as }: LoadReport, runtime: Runtime): string {
  const article = /^[aeiou]/.test(as.scope) ? 'an' : 'a';
  return `${runtimeInWords(runtime)}, as ${article} ${as.scope} agent`;
}

const WIDTH = 80;

/** A statement in lines that fit, the second and the following ones further in. */
function statementLines(statement: string): string[] {
  const lines = wrap(displayLine(withoutMarks(statement)), WIDTH - 6);
  return lines.map((line, at) => `${' '.repeat(at === 0 ? 4 : 6)}${line}`);
}
