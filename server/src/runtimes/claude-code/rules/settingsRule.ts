// A rule about the settings of Claude Code: declared like any other rule, but given a JSON document instead of an agent.
import type { JsonDocument } from '../../../model/json.ts';
import type { SettingsView } from '../../../rules/jsonViews.ts';
import type { ExampleFile, Reporting, Rule, RuleSpec } from '../../../rules/rule.ts';
import type { Span } from '../../../util/text.ts';

export interface SettingsContext<Key extends string = string> extends Reporting<Key> {
  readonly document: JsonDocument;
  /** The value of `agent`; null if there is none, or Claude Code skips the file. */
  readonly agent: { readonly value: string; readonly span: Span } | null;
  readonly agents: SettingsView;
}

/** A rule about settings without the type of its message keys. */
export type SettingsRule = RuleSpec<string, SettingsContext>;

const GROUP = 'settings/';
const EXAMPLE_PATH = '.claude/settings.json';

export function isSettingsRule(rule: Rule): rule is SettingsRule {
  return rule.code.startsWith(GROUP);
}

/** Types `report` by the keys of `messages`. Examples are the shared settings of a project by default. */
export function defineSettingsRule<Key extends string>(rule: RuleSpec<Key, SettingsContext<Key>>): SettingsRule {
  const { invalid, valid } = rule.examples;
  const examples = { invalid: invalid.map(inProject), valid: valid.map(inProject) };
  return { ...rule, examples } as unknown as SettingsRule;
}

function inProject<Example extends ExampleFile>(example: Example): Example {
  return { path: EXAMPLE_PATH, ...example };
}
