// One analysis per document version: parsed, detected, linted. Every feature answers from it.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { claudeCode } from '../dialects/claude-code/index.ts';
import { type Detected, detect } from '../dialects/detect.ts';
import type { Dialect, LoadReport } from '../dialects/dialect.ts';
import { environmentOf, ruleSettingOf } from '../lint/config.ts';
import { lint } from '../lint/lint.ts';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { rules } from '../rules/index.ts';
import type { FileFacts } from '../workspace/fileFacts.ts';
import type { Log } from '../workspace/host.ts';
import type { Settings } from './settings.ts';

export interface Analysis {
  readonly version: number;
  readonly document: AgentDocument;
  readonly detected: Detected;
  readonly dialect: Dialect;
  readonly load: LoadReport;
  readonly problems: readonly Problem[];
}

export interface Analyses {
  /** Null for a document that is no agent file. Synchronous: answers with what is known of other files. */
  of(document: TextDocument): Analysis | null;
  forget(uri: string): void;
  forgetAll(): void;
}

/** Ids of languages whose documents may be agent files; anything else is left alone. */
const LANGUAGES: ReadonlySet<string> = new Set(['markdown', 'chatagent', 'quarto', 'mdx', '']);

/** `today` answers `yyyy-mm-dd`. */
export function createAnalyses(facts: FileFacts, log: Log, settings: () => Settings, today: () => string): Analyses {
  const cache = new Map<string, { version: number; analysis: Analysis | null }>();
  return {
    of(textDocument) {
      const { uri, version } = textDocument;
      const cached = cache.get(uri);
      if (cached?.version === version) return cached.analysis;
      const analysis = analyse(textDocument, facts, log, settings(), today());
      // With questions open the answer may change while the version does not.
      if (!facts.hasOpenQuestions()) cache.set(uri, { version, analysis });
      return analysis;
    },
    forget: (uri) => cache.delete(uri),
    forgetAll: () => cache.clear(),
  };
}

function analyse(
  textDocument: TextDocument,
  facts: FileFacts,
  log: Log,
  settings: Settings,
  today: string,
): Analysis | null {
  if (!LANGUAGES.has(textDocument.languageId)) return null;
  const document = parseDocument(textDocument.uri, textDocument.getText());
  const { path, scheme, authority } = URI.parse(textDocument.uri);
  const uriOf = (folder: string): string => URI.from({ scheme, authority, path: folder }).toString();
  const detected = detect(path, document, (folder) => facts.isPluginRoot(uriOf(folder)));
  if (!detected) return null;
  const config = facts.configFor(textDocument.uri);
  const result = lint(document, {
    dialect: claudeCode,
    scope: detected.scope,
    rules,
    environment: environmentOf(config, {
      runtimeVersion: settings['claudeCode.version'] || undefined,
      ringGeneration: settings['ring.generation'],
      today,
    }),
    // What the project says counts for everybody, so it wins over one person’s editor.
    settingOf: (code) => ruleSettingOf(config, code, textDocument.uri) ?? settings.rules[code],
    files: facts,
    onRuleError: (code, error) => log.error(`internal error in rule ${code}: ${String(error)}`),
  });
  if (!result) return null;
  const problems = settings['diagnostics.enable'] ? result.problems : [];
  return { version: textDocument.version, document, detected, dialect: claudeCode, load: result.load, problems };
}
