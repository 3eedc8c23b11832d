// Runs rules over an example of theirs, as `explain`, the tests and the documentation pages do.
import { claudeCode } from '../dialects/claude-code/index.ts';
import { detectByPath } from '../dialects/detectPath.ts';
import type { LoadReport } from '../dialects/dialect.ts';
import { type LintResult, lint } from '../lint/lint.ts';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { EXAMPLE_PATH, unmark } from '../rules/examples.ts';
import { type ExampleFile, type FileView, PLAIN_ENVIRONMENT, type Rule } from '../rules/rule.ts';
import type { Span } from '../util/text.ts';

const WORKSPACE = 'file:///workspace/';

export interface ExampleRun {
  readonly document: AgentDocument;
  readonly path: string;
  /** What the marks enclose; null where the example has none. */
  readonly marked: Span | null;
  readonly load: LoadReport;
  readonly problems: readonly Problem[];
}

/** Throws what the rule throws: an example must not hide a fault. */
export function runExample(rules: readonly Rule[], example: ExampleFile): ExampleRun {
  const { text, span } = unmark(example.text);
  const path = example.path ?? EXAMPLE_PATH;
  const document = parseDocument(WORKSPACE + path, text);
  return { document, path, marked: span, ...lintExample(rules, document, example) };
}

export function lintExample(rules: readonly Rule[], document: AgentDocument, example: ExampleFile): LintResult {
  const result = lint(document, {
    dialect: claudeCode,
    scope: detectByPath(example.path ?? EXAMPLE_PATH, () => true)?.scope ?? 'project',
    rules,
    files: filesOf(example.files ?? []),
    environment: {
      ...PLAIN_ENVIRONMENT,
      runtimeVersion: example.version,
      ringGeneration: example.ringGeneration,
      today: example.today,
    },
    onRuleError(_, error) {
      throw error;
    },
  });
  if (!result) throw new Error('cancelled, though nothing cancels');
  return result;
}

/** The files of an example, looked for as FileView says: beside the file and in every folder above it. */
export function filesOf(paths: readonly string[]): FileView {
  const existing = new Set(paths.map((path) => new URL(encodeURI(path), WORKSPACE).href));
  return {
    linkTarget(uri, target) {
      for (let folder = new URL('.', uri); folder.href.startsWith(WORKSPACE); folder = new URL('..', folder)) {
        if (existing.has(new URL(encodeURI(target), folder).href)) return 'exists';
        if (folder.href === WORKSPACE) break;
      }
      return 'missing';
    },
  };
}
