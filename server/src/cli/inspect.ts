// `agentwright inspect`: what each runtime makes of a file.
import { claudeCode } from '../dialects/claude-code/index.ts';
import type { LoadReport, LoadScope } from '../dialects/dialect.ts';
import { loadStatements } from '../dialects/explain.ts';
import type { AgentFile } from './files.ts';

export interface InspectedFile {
  readonly path: string;
  readonly dialect: string;
  readonly reports: readonly LoadReport[];
}

/** A file whose place does not tell who loads it is shown as both loaders read it. */
export function inspectFiles(files: readonly AgentFile[], scope: LoadScope | undefined): InspectedFile[] {
  return files.map((file) => {
    const scopes = scope ? [scope] : file.placed ? [file.scope] : claudeCode.scopes;
    return {
      path: file.path,
      dialect: claudeCode.id,
      reports: scopes.map((each) => claudeCode.load(file.document, { scope: each })),
    };
  });
}

export function inspectJson(files: readonly InspectedFile[]): string {
  const shown = files.map(({ path, dialect, reports }) => ({ path, dialect, reports: reports.map(reportJson) }));
  return JSON.stringify({ files: shown }, null, 2);
}

function reportJson({ runtime, as, loads, name, reason, tools, model, ignored }: LoadReport) {
  const fields = ignored.map(({ field, reason: why }) => ({ field, reason: why }));
  return { runtime, as, loads, name, reason, tools, model, ignored: fields };
}

export function inspectPretty(files: readonly InspectedFile[]): string {
  return files.map(({ path, reports }) => [path, ...reports.map(reportPretty)].join('\n')).join('\n\n');
}

function reportPretty(report: LoadReport): string {
  const heading = `  ${claudeCode.label} ${claudeCode.measuredOn}, as a ${report.as} agent`;
  const lines = loadStatements(report).map((statement) => `    ${plain(statement)}`);
  return [heading, ...lines].join('\n');
}

/** Markdown marks mean nothing in a terminal. */
function plain(markdown: string): string {
  return markdown.replaceAll('**', '').replaceAll('`', '');
}
