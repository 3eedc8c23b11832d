// A rule about the manifest of a plugin: declared like any other rule, but given a JSON document instead of an agent.

import type { JsonDocument } from '../../../model/json.ts';
import type { ExampleFile, Reporting, Rule, RuleSpec } from '../../../rules/rule.ts';
import type { Manifest } from '../manifest.ts';

export interface ManifestContext<Key extends string = string> extends Reporting<Key> {
  readonly document: JsonDocument;
  /** What the runtime reads in it. */
  readonly manifest: Manifest;
  readonly plugin: PluginView;
}

/** What a rule may ask about the folder of the plugin. Paths are as in the manifest: `./agents/reviewer.md`. */
export interface PluginView {
  readonly folderName: string;
  /** What is at a path; `outside` means outside the plugin, where nothing is looked up; `unknown` means not looked up yet. */
  kindOf(path: string): 'file' | 'folder' | 'missing' | 'outside' | 'unknown';
  /** The path without detours: `./a/../b.md` is `./b.md`, the plugin folder is `.`. Null outside the plugin. */
  normalized(path: string): string | null;
  /** Paths of files in the plugin that are or look like agents, sorted; null until the workspace has been read. */
  agentFiles(): readonly string[] | null;
}

/** A rule about manifests without the type of its message keys. */
export type ManifestRule = RuleSpec<string, ManifestContext>;

const GROUP = 'manifest/';
const EXAMPLE_PATH = 'kit/.claude-plugin/plugin.json';

export function isManifestRule(rule: Rule): rule is ManifestRule {
  return rule.code.startsWith(GROUP);
}

/** Types `report` by the keys of `messages`. Examples are in a plugin `kit` by default. */
export function defineManifestRule<Key extends string>(rule: RuleSpec<Key, ManifestContext<Key>>): ManifestRule {
  const { invalid, valid } = rule.examples;
  const examples = { invalid: invalid.map(inPlugin), valid: valid.map(inPlugin) };
  return { ...rule, examples } as unknown as ManifestRule;
}

function inPlugin<Example extends ExampleFile>(example: Example): Example {
  return { path: EXAMPLE_PATH, ...example };
}
