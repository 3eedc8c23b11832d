// Runs rules over an example, as `explain`, the tests, and the documentation pages do.

import { rules as allRules } from '../lint/allRules.ts';
import { EMPTY_CONFIG } from '../lint/config.ts';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { EXAMPLE_PATH, unmark } from '../rules/examples.ts';
import type { ExampleFile, FileView, Rule } from '../rules/rule.ts';
import { indexed } from '../runtimes/registry.ts';
import { createLineIndex, type SourceText, type Span } from '../util/text.ts';
import { isWithin } from '../util/uri.ts';
import { AgentIndex } from '../workspace/agentIndex.ts';
import { analyzeAgent, registerAgent } from '../workspace/analyze.ts';
import { analyzeJson, jsonFileKind } from '../workspace/analyzeJson.ts';
import { identify, looseIdentity } from '../workspace/identify.ts';
import { pluginFileKind } from '../workspace/pluginFiles.ts';

const WORKSPACE = 'file:///workspace/';
const HOME = 'file:///home/user/';

export interface ExampleRun extends ExampleResult {
  readonly document: SourceText;
  readonly path: string;
  /** The marked text; null if the example has none. */
  readonly marked: Span | null;
}

export interface ExampleResult {
  /** Whether the agent or the plugin comes to exist. */
  readonly loads: boolean;
  readonly problems: readonly Problem[];
}

/** Throws what the rule throws: an example must not hide a fault. */
export function runExample(rules: readonly Rule[], example: ExampleFile): ExampleRun {
  const { text, span } = unmark(example.text);
  const path = example.path ?? EXAMPLE_PATH;
  const document = { uri: uriOf(path), text, lines: createLineIndex(text) };
  return { document, path, marked: span, ...lintExample(rules, document, example) };
}

/** What a rule reports in one of its own examples. Whether a suppression is needed depends on all the other rules. */
export function runOwnExample(rule: Rule, example: ExampleFile): ExampleRun {
  const others = rule.code.startsWith('suppression/') ? allRules.filter(({ code }) => code !== rule.code) : [];
  const run = runExample([...others, rule], example);
  return { ...run, problems: run.problems.filter(({ code }) => code === rule.code) };
}

/**
 * An agent, or by its path the manifest of a plugin or settings. All rules together are those that apply; others are run whatever the
 * example is, since it need not be a whole agent.
 */
export function lintExample(rules: readonly Rule[], { uri, text }: SourceText, example: ExampleFile): ExampleResult {
  return jsonFileKind(uri, `${HOME}.claude`) !== null
    ? lintJsonExample(rules, uri, text, example)
    : lintAgentExample(rules, parseDocument(uri, text), example);
}

function lintJsonExample(rules: readonly Rule[], uri: string, text: string, example: ExampleFile): ExampleResult {
  const { files = [], workspace = {} } = example;
  const index = workspaceOf(example, { [pathInWorkspace(uri)]: text });
  const paths = [...files, ...Object.keys(workspace)].map(uriOf);
  const analysis = analyzeJson(uri, text, {
    index,
    kindOf: (target) =>
      paths.includes(target) ? 'file' : paths.some((path) => isWithin(path, target)) ? 'folder' : 'missing',
    config: EMPTY_CONFIG,
    configPath: uri,
    rules,
    onRuleError: rethrow,
  });
  const isRefused =
    pluginFileKind(uri) === 'manifest' && indexed.files.readManifest(analysis.document).refusal !== null;
  return { loads: !isRefused, problems: analysis.problems };
}

function lintAgentExample(rules: readonly Rule[], document: AgentDocument, example: ExampleFile): ExampleResult {
  const index = workspaceOf(example);
  const found = identify(document, { ...index.context, isPluginFolder: () => true });
  const identity = found?.by === 'path' ? found : looseIdentity(document, index.context);
  const load = registerAgent(document, identity, index);
  const analysis = analyzeAgent(document, identity, {
    index,
    workspace: index,
    ...(rules === allRules ? {} : { rules }),
    load,
    // An example is about the runtime that it was written for, and not about who else may read the file.
    runtimes: [identity.runtime],
    files: filesOf(example.files ?? []),
    config: EMPTY_CONFIG,
    configPath: document.uri,
    environment: {
      runtimeVersion: example.version,
      ringGeneration: example.ringGeneration,
      today: example.today,
    },
    onRuleError: rethrow,
  });
  return { loads: load.loads, problems: analysis.problems };
}

function rethrow(_code: string, error: unknown): void {
  throw error;
}

/** An example without a workspace stands alone, and no other files are known. */
function workspaceOf({ workspace }: ExampleFile, more: Readonly<Record<string, string>> = {}): AgentIndex {
  const index = new AgentIndex();
  index.setFolders([WORKSPACE]);
  index.setUserFolder(`${HOME}.claude`);
  const files = Object.entries({ ...workspace, ...more }).map(([path, text]) => ({ uri: uriOf(path), text }));
  const manifestsFirst = files.sort((a, b) => Number(isManifest(b.uri)) - Number(isManifest(a.uri)));
  for (const { uri, text } of manifestsFirst) index.setText(uri, text);
  index.complete = workspace !== undefined;
  return index;
}

function isManifest(uri: string): boolean {
  return pluginFileKind(uri) !== null;
}

/** Paths are relative to the workspace folder or begin with `~/`. */
function uriOf(path: string): string {
  return path.startsWith('~/') ? HOME + encodeURI(path.slice(2)) : WORKSPACE + encodeURI(path);
}

/** The path by which an example names a file. */
export function pathInWorkspace(uri: string): string {
  return decodeURI(uri.startsWith(HOME) ? `~/${uri.slice(HOME.length)}` : uri.slice(WORKSPACE.length));
}

/** The files of an example, looked up as FileView describes: next to the file and in every parent folder. */
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
