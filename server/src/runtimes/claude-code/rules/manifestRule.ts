// A rule about the manifest of a plugin: declared like any other rule, but given a JSON document instead of an agent.

import type { JsonDocument } from '../../../model/json.ts';
import type { PluginView } from '../../../rules/jsonViews.ts';
import type { ExampleFile, Reporting, Rule, RuleSpec } from '../../../rules/rule.ts';
import type { Manifest } from '../manifest.ts';

export interface ManifestContext<Key extends string = string> extends Reporting<Key> {
  readonly document: JsonDocument;
  /** What the runtime reads in it. */
  readonly manifest: Manifest;
  readonly plugin: PluginView;
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
