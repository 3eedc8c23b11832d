// One analysis per document version: parsed, detected, linted. Every feature answers from it.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import { indexed } from '../runtimes/registry.ts';
import { isWithin } from '../util/uri.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import { type AgentAnalysis, analyzeAgent, loadAgent, summaryOf } from '../workspace/analyze.ts';
import { analyzeJson, type JsonAnalysis, jsonFileKind } from '../workspace/analyzeJson.ts';
import type { FileFacts } from '../workspace/fileFacts.ts';
import type { Log } from '../workspace/host.ts';
import { type Identity, identify } from '../workspace/identify.ts';
import { summarize } from '../workspace/summary.ts';
import { normalizeFolder, normalizeUri } from '../workspace/uris.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Settings } from './settings.ts';

export interface Analysis extends AgentAnalysis {
  readonly version: number;
}

export interface Analyses {
  /** Null for a document that is no agent file. Synchronous: answers with what is known of other files. */
  of(document: TextDocument): Analysis | null;
  /** The same for the manifest of a plugin and for settings of Claude Code. */
  json(document: TextDocument): JsonAnalysis | null;
  /** A document that is no agent file and would be one with its fields, by the folder it lies in. */
  beginning(document: TextDocument): AgentDocument | null;
  forget(uri: string): void;
  forgetAll(): void;
}

/** Ids of languages whose documents may be agent files; anything else is left alone. */
const LANGUAGES: ReadonlySet<string> = new Set(['markdown', 'chatagent', 'quarto', 'mdx', '']);

const JSON_LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonc', '']);

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
  const agents = createCache((document) => analyze(document, options), options.facts);
  const jsons = createCache((document) => analyzeOpenJson(document, options), options.facts);
  return {
    of: agents.of,
    json: jsons.of,
    beginning(textDocument) {
      const { uri, languageId } = textDocument;
      const mayBecomeAgent =
        LANGUAGES.has(languageId) && indexed.detectByPath(URI.parse(uri).path, () => true) !== null;
      return mayBecomeAgent ? parseDocument(uri, textDocument.getText()) : null;
    },
    forget(uri) {
      for (const cache of [agents, jsons]) cache.forget(uri);
    },
    forgetAll() {
      for (const cache of [agents, jsons]) cache.forgetAll();
    },
  };
}

interface Cache<Result> {
  of(document: TextDocument): Result | null;
  forget(uri: string): void;
  forgetAll(): void;
}

/** One result per version, unless questions are open: their answers change the result without a new version. */
function createCache<Result>(analyze: (document: TextDocument) => Result | null, facts: FileFacts): Cache<Result> {
  const known = new Map<string, { version: number; result: Result | null }>();
  return {
    of(document) {
      const { uri, version } = document;
      const cached = known.get(uri);
      if (cached?.version === version) return cached.result;
      const result = analyze(document);
      if (!facts.hasOpenQuestions()) known.set(uri, { version, result });
      return result;
    },
    forget: (uri) => known.delete(uri),
    forgetAll: () => known.clear(),
  };
}

function analyze(textDocument: TextDocument, options: AnalysesOptions): Analysis | null {
  if (!LANGUAGES.has(textDocument.languageId)) return null;
  const { facts, workspace } = options;
  const { uri, version } = textDocument;
  const document = parseDocument(uri, textDocument.getText());
  const { index } = workspace;
  const identity = identify(document, { ...index.context, isPluginFolder: facts.isPluginRoot });
  if (identity) return { ...analyzeOpen(document, identity, options), version };
  if (isNeighbour(uri, options)) {
    workspace.setOpen(uri, summarize(normalizeUri(uri), document.text, index.context));
  }
  return null;
}

function analyzeOpen(document: AgentDocument, identity: Identity, options: AnalysesOptions): AgentAnalysis {
  const { facts, workspace, log, today } = options;
  const { index } = workspace;
  const settings = options.settings();
  const key = normalizeUri(document.uri);
  const load = loadAgent(document, identity, index);
  if (isNeighbour(key, options)) workspace.setOpen(key, summaryOf(document, identity, load));
  const analysis = analyzeAgent(document, identity, {
    index,
    workspace: viewFrom(key, options),
    files: facts,
    config: facts.configFor(document.uri),
    runtimes: settings.runtimes,
    configPath: document.uri,
    environment: {
      runtimeVersion: settings['claudeCode.version'] || undefined,
      ringGeneration: settings['ring.generation'],
      today: today(),
    },
    ruleSettings: settings.rules,
    load,
    onRuleError: ruleErrorsTo(log),
  });
  return settings['diagnostics.enable'] ? analysis : { ...analysis, problems: [] };
}

function analyzeOpenJson(textDocument: TextDocument, options: AnalysesOptions): JsonAnalysis | null {
  const { uri, languageId } = textDocument;
  const key = normalizeUri(uri);
  if (!JSON_LANGUAGES.has(languageId) || jsonFileKind(key, options.workspace.index.userFolder) === null) return null;
  const { facts, workspace, log } = options;
  const settings = options.settings();
  const text = textDocument.getText();
  if (isNeighbour(key, options)) workspace.setOpen(key, summarize(key, text, workspace.index.context));
  const analysis = analyzeJson(uri, text, {
    index: viewFrom(key, options),
    kindOf: facts.kindOf,
    config: facts.configFor(uri),
    configPath: uri,
    ruleSettings: settings.rules,
    onRuleError: ruleErrorsTo(log),
  });
  return settings['diagnostics.enable'] ? analysis : { ...analysis, problems: [] };
}

function ruleErrorsTo(log: Log): (code: string, error: unknown) => void {
  return (code, error) => log.error(`internal error in rule ${code}: ${String(error)}`);
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
function viewFrom(uri: string, { workspace: { index }, folders }: AnalysesOptions): AgentIndex {
  const read = [...folders().map(normalizeFolder), index.userFolder ?? ''];
  if (read.some((folder) => isWithin(uri, folder))) return index;
  return index.withoutClaims();
}
