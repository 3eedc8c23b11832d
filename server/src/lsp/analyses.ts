// One analysis per document version: parsed, detected, linted. Every feature answers from it.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { claudeCode } from '../dialects/claude-code/index.ts';
import { type Detected, detect } from '../dialects/detect.ts';
import { isOtherDialect } from '../dialects/detectPath.ts';
import type { Dialect, LoadReport } from '../dialects/dialect.ts';
import { environmentOf, ruleSettingOf } from '../lint/config.ts';
import { lint } from '../lint/lint.ts';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { rules } from '../rules/index.ts';
import type { WorkspaceView } from '../rules/workspaceView.ts';
import type { FileFacts } from '../workspace/fileFacts.ts';
import type { Log } from '../workspace/host.ts';
import { loosePlace, placeOf } from '../workspace/places.ts';
import { loadScopeOf, summarize, summarizeAgent } from '../workspace/summary.ts';
import { isWithin, normalizeFolder, normalizeUri } from '../workspace/uris.ts';
import type { Workspace } from '../workspace/workspace.ts';
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

export interface AnalysesOptions {
  readonly facts: FileFacts;
  /** Is told what each document says as it is analysed, and answers what is known of its neighbours. */
  readonly workspace: Workspace;
  readonly log: Log;
  settings(): Settings;
  /** The workspace's. */
  folders(): readonly string[];
  /** `yyyy-mm-dd` */
  today(): string;
}

export function createAnalyses(options: AnalysesOptions): Analyses {
  const cache = new Map<string, { version: number; analysis: Analysis | null }>();
  return {
    of(textDocument) {
      const { uri, version } = textDocument;
      const cached = cache.get(uri);
      if (cached?.version === version) return cached.analysis;
      const analysis = analyse(textDocument, options);
      // With questions open the answer may change while the version does not.
      if (!options.facts.hasOpenQuestions()) cache.set(uri, { version, analysis });
      return analysis;
    },
    forget: (uri) => cache.delete(uri),
    forgetAll: () => cache.clear(),
  };
}

function analyse(textDocument: TextDocument, options: AnalysesOptions): Analysis | null {
  if (!LANGUAGES.has(textDocument.languageId)) return null;
  const { uri } = textDocument;
  const document = parseDocument(uri, textDocument.getText());
  const detected = detectIn(document, options);
  if (!detected) {
    const { workspace } = options;
    if (isNeighbour(uri, options)) {
      workspace.setOpen(uri, summarize(normalizeUri(uri), document.text, workspace.index.context));
    }
    return null;
  }
  const load = claudeCode.load(document, { scope: detected.scope });
  return lintOpen(document, textDocument.version, detected, load, options);
}

function detectIn(document: AgentDocument, { facts, workspace }: AnalysesOptions): Detected | null {
  const { path, scheme, authority } = URI.parse(document.uri);
  const { plugins, context } = workspace.index;
  const found = detect(path, document, (folder) => {
    const uri = URI.from({ scheme, authority, path: folder }).toString();
    return plugins.at(uri) !== undefined || facts.isPluginRoot(uri);
  });
  // A manifest may name files that lie anywhere.
  const place = found?.by === 'path' || isOtherDialect(path) ? null : placeOf(normalizeUri(document.uri), context);
  return place ? { dialect: claudeCode.id, scope: loadScopeOf(place), by: 'path' } : found;
}

function lintOpen(
  document: AgentDocument,
  version: number,
  detected: Detected,
  load: LoadReport,
  options: AnalysesOptions,
): Analysis | null {
  const { facts, workspace, log, settings: currentSettings, today } = options;
  const settings = currentSettings();
  const key = normalizeUri(document.uri);
  const place = placeOf(key, workspace.index.context) ?? loosePlace(key);
  if (isNeighbour(key, options)) workspace.setOpen(key, summarizeAgent(document, place, load));
  const config = facts.configFor(document.uri);
  const result = lint(document, {
    dialect: claudeCode,
    scope: detected.scope,
    load,
    rules,
    environment: environmentOf(config, {
      runtimeVersion: settings['claudeCode.version'] || undefined,
      ringGeneration: settings['ring.generation'],
      today: today(),
    }),
    // What the project says counts for everybody, so it wins over one person’s editor.
    settingOf: (code) => ruleSettingOf(config, code, document.uri) ?? settings.rules[code],
    files: facts,
    workspace: viewFrom(key, options),
    onRuleError: (code, error) => log.error(`internal error in rule ${code}: ${String(error)}`),
  });
  if (!result) return null;
  const problems = settings['diagnostics.enable'] ? result.problems : [];
  return { version, document, detected, dialect: claudeCode, load, problems };
}

/** Old versions of files (`git:`) and the like are no agents beside those they are versions of. */
function isNeighbour(uri: string, { folders }: AnalysesOptions): boolean {
  const scheme = schemeOf(uri);
  return scheme === 'file:' || scheme === 'untitled:' || folders().some((folder) => schemeOf(folder) === scheme);
}

function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':') + 1);
}

/** What lies around a document outside of all folders has not been read: nothing may be said to be missing there. */
function viewFrom(uri: string, { workspace: { index }, folders }: AnalysesOptions): WorkspaceView {
  const read = [...folders().map(normalizeFolder), index.userFolder ?? ''];
  if (read.some((folder) => isWithin(uri, folder))) return index;
  return index.withoutClaims();
}
