// The one way from a manifest or a settings file to its problems, for editor, command line, and rule examples.

import { rules as allRules } from '../lint/allRules.ts';
import { type Config, type RuleSetting, ruleSettingOf } from '../lint/config.ts';
import { type LintJsonOptions, lintJson } from '../lint/lintJson.ts';
import { type JsonDocument, parseJsonDocument } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import type { Rule } from '../rules/rule.ts';
import { indexed } from '../runtimes/registry.ts';
import type { AgentIndex } from './agentIndex.ts';
import { pluginFileKind } from './pluginFiles.ts';
import { type KindOf, pluginView } from './pluginView.ts';
import { agentSetting } from './settingsFile.ts';
import { isSettingsFile, userSettingsFile } from './settingsIndex.ts';
import { settingsView } from './settingsView.ts';
import { normalizeUri } from './uris.ts';

export interface AnalyzeJsonOptions {
  readonly index: AgentIndex;
  /** What is at a URI. */
  readonly kindOf: KindOf;
  /** The project's configuration for the file. */
  readonly config: Config;
  /** The editor's own severities; the project's configuration wins. */
  readonly ruleSettings?: Readonly<Record<string, RuleSetting>>;
  /** The path or URI that globs of the configuration are compared with. */
  readonly configPath: string;
  /** All rules where it is left out. */
  readonly rules?: readonly Rule[];
  onRuleError(code: string, error: unknown): void;
}

export interface JsonAnalysis {
  readonly document: JsonDocument;
  /** In order of position. */
  readonly problems: readonly Problem[];
}

/** `manifest`: of a plugin; `settings`: of Claude Code. Null for JSON that nothing is said about. */
export function jsonFileKind(uri: string, userFolder: string | null): 'manifest' | 'settings' | null {
  if (pluginFileKind(uri) === 'manifest') return 'manifest';
  const isOfUser = userFolder !== null && uri === userSettingsFile(userFolder);
  return isOfUser || isSettingsFile(uri) ? 'settings' : null;
}

/** A file of no known kind has no problems. */
export function analyzeJson(uri: string, text: string, options: AnalyzeJsonOptions): JsonAnalysis {
  const document = parseJsonDocument(uri, text);
  switch (jsonFileKind(normalizeUri(uri), options.index.userFolder)) {
    case 'manifest':
      return { document, problems: manifestProblems(document, options) };
    case 'settings':
      return { document, problems: settingsProblems(document, options) };
    case null:
      return { document, problems: [] };
  }
}

function manifestProblems(document: JsonDocument, options: AnalyzeJsonOptions): Problem[] {
  const { index, kindOf, rules = allRules } = options;
  const plugin = pluginView(document.uri, index, kindOf);
  const context = { document, manifest: indexed.files.readManifest(document), plugin };
  return lintJson(rules.filter(indexed.files.isManifestRule), context, lintOptions(options));
}

function settingsProblems(document: JsonDocument, options: AnalyzeJsonOptions): Problem[] {
  const { index, rules = allRules } = options;
  const agents = settingsView(normalizeUri(document.uri), index);
  return lintJson(
    rules.filter(indexed.files.isSettingsRule),
    { document, agent: agentSetting(document), agents },
    lintOptions(options),
  );
}

function lintOptions({ config, configPath, ruleSettings, onRuleError }: AnalyzeJsonOptions): LintJsonOptions {
  return {
    settingOf: (code) => ruleSettingOf(config, code, configPath) ?? ruleSettings?.[code],
    onRuleError,
  };
}
