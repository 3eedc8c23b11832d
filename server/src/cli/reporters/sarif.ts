// `check --format sarif`: SARIF 2.1.0, which code hosts and security tools read.
import { RULE_DOCS_URL } from '../../features/ruleDocs.ts';
import { rules } from '../../lint/allRules.ts';
import type { Severity } from '../../model/problem.ts';
import { VERSION } from '../../node/version.ts';
import type { Range } from '../../util/text.ts';
import { type CheckedFile, relativePath } from '../checkedFile.ts';

type Level = 'error' | 'warning' | 'note';

const LEVELS: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export function renderSarif(files: readonly CheckedFile[]): string {
  const found = new Set(files.flatMap(({ problems }) => problems.map(({ code }) => code)));
  const reported = rules.filter(({ code }) => found.has(code));
  const indexes = new Map(reported.map(({ code }, index) => [code as string, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'agentwright',
            semanticVersion: VERSION,
            informationUri: 'https://github.com/agentwright/agentwright',
            rules: reported.map(({ code, summary, rationale, severity }) => ({
              id: code,
              shortDescription: { text: summary },
              fullDescription: { text: rationale },
              helpUri: `${RULE_DOCS_URL}${code}.md`,
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => resultsOf(file, indexes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultsOf({ path, lines, problems }: CheckedFile, indexes: ReadonlyMap<string, number>) {
  return problems.map(({ code, severity, message, span, related = [] }) => {
    const relatedLocations = related.map(({ uri, range, message: text }) => ({
      ...locationOf(relativePath(uri), range),
      message: { text },
    }));
    return {
      ruleId: code,
      ruleIndex: indexes.get(code),
      level: LEVELS[severity],
      message: { text: message },
      locations: [locationOf(path, lines.rangeOf(span))],
      ...(relatedLocations.length > 0 ? { relatedLocations } : {}),
    };
  });
}

function locationOf(path: string, { start, end }: Range) {
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { physicalLocation: { artifactLocation: { uri: toUri(path) }, region } };
}

/** A relative URI: slashes, with every character escaped that a URI does not allow. */
function toUri(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const escaped = slashes.split('/').map(encodeURIComponent).join('/');
  return slashes.startsWith('/') ? `file://${escaped}` : escaped;
}
