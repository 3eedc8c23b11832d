// `agentwright inspect`: what each runtime makes of a file.
import { claudeCode } from '../dialects/claude-code/index.ts';
import type { LoadReport, LoadScope } from '../dialects/dialect.ts';
import { loadStatements } from '../dialects/explain.ts';
import { loadAgent } from '../workspace/analyze.ts';
import { documentOf, type FoundFiles } from './files.ts';
import { readProject } from './project.ts';

export interface InspectedFile {
  readonly path: string;
  readonly dialect: string;
  readonly reports: readonly LoadReport[];
}

/** A file whose place does not tell who loads it is shown as both loaders read it. */
export async function inspectFiles(
  found: FoundFiles,
  as: LoadScope | undefined,
  workingDirectory: string,
): Promise<InspectedFile[]> {
  const project = await readProject(found, workingDirectory);
  return project.files.map((file) => {
    const document = documentOf(file);
    const identity = project.identify(document, as);
    const scopes = as || identity.by === 'path' ? [identity.scope] : claudeCode.scopes;
    return {
      path: file.path,
      dialect: identity.dialect,
      reports: scopes.map((scope) => loadAgent(document, { ...identity, scope }, project.index)),
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
