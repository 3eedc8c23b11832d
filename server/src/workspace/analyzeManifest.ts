// The one way from the manifest of a plugin to its problems, for editor, command line, and rule examples.
import { readManifest } from '../dialects/claude-code/manifest.ts';
import { type Config, type RuleSetting, ruleSettingOf } from '../lint/config.ts';
import { lintManifest } from '../lint/lintManifest.ts';
import { type JsonDocument, parseJsonDocument } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { AgentIndex } from './agentIndex.ts';
import { type KindOf, pluginView } from './pluginView.ts';

export interface AnalyzeManifestOptions {
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

export interface ManifestAnalysis {
  readonly document: JsonDocument;
  /** In order of position. */
  readonly problems: readonly Problem[];
}

export function analyzeManifest(uri: string, text: string, options: AnalyzeManifestOptions): ManifestAnalysis {
  const { index, kindOf, config, configPath, ruleSettings, rules = allRules, onRuleError } = options;
  const document = parseJsonDocument(uri, text);
  const problems = lintManifest({
    document,
    manifest: readManifest(document),
    plugin: pluginView(uri, index, kindOf),
    rules,
    settingOf: (code) => ruleSettingOf(config, code, configPath) ?? ruleSettings?.[code],
    onRuleError,
  });
  return { document, problems };
}
