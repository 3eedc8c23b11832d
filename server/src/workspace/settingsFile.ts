// What one settings file of Claude Code says about agents, with the place of each entry. Measured on 2.1.331.

import { type JsonDocument, type JsonNode, parseJsonDocument, propertyOf } from '../model/json.ts';
import { indexed } from '../runtimes/registry.ts';
import type { DenyRule, ModelSetting, SettingSource } from '../runtimes/session.ts';
import { detached, type Range, type Span } from '../util/text.ts';

/** An entry as the index keeps it: which file it is in is known by the file. */
type Entry<Source extends SettingSource> = Omit<Source, 'uri' | 'path'>;

export interface SettingsFacts {
  readonly deny: readonly Entry<DenyRule>[];
  /** Null if the file does not set it; an empty value overrides the one of a weaker file. */
  readonly subagentModel: Entry<ModelSetting> | null;
  readonly forceModel: (Entry<SettingSource> & { readonly isOn: boolean }) | null;
  /** Servers of `.mcp.json` that are switched off. */
  readonly disabledServers: readonly string[];
}

const MODEL = 'CLAUDE_CODE_SUBAGENT_MODEL';
const FORCE = 'CLAUDE_CODE_SUBAGENT_MODEL_FORCE';

const NOTHING: SettingsFacts = {
  deny: [],
  subagentModel: null,
  forceModel: null,
  disabledServers: [],
};

/** Total. */
export function readSettings(uri: string, text: string): SettingsFacts {
  const document = parseJsonDocument(uri, text);
  if (isSkipped(document)) return NOTHING;
  const { root, lines } = document;
  const at = (key: string): JsonNode | undefined => propertyOf(root, key)?.value;
  const rangeOf = ({ span }: JsonNode): Range => lines.rangeOf(span);
  const env = at('env');
  const deny = propertyOf(at('permissions'), 'deny')?.value;
  const model = propertyOf(env, MODEL)?.value;
  const force = propertyOf(env, FORCE)?.value;
  return {
    deny: textsIn(deny).flatMap((node) => {
      const rule = textOf(node);
      const read = indexed.files.readDenyRule(rule);
      return read ? [{ rule: detached(rule), ...read, range: rangeOf(node) }] : [];
    }),
    subagentModel: model ? { value: detached(textOf(model)), range: rangeOf(model) } : null,
    forceModel: force ? { isOn: indexed.files.isSwitchedOn(textOf(force)), range: rangeOf(force) } : null,
    disabledServers: textsIn(at('disabledMcpjsonServers')).map((node) => detached(textOf(node))),
  };
}

/** The agent that runs as the main session; null if the file names none, or is skipped. */
export function agentSetting(document: JsonDocument): { readonly value: string; readonly span: Span } | null {
  const agent = propertyOf(document.root, 'agent')?.value;
  return agent && !isSkipped(document) ? { value: textOf(agent), span: agent.span } : null;
}

/** Claude Code skips a file that is not strict JSON, or in which a value has a type that it does not take. */
function isSkipped({ root }: JsonDocument): boolean {
  if (root?.kind !== 'object') return true;
  const at = (key: string): JsonNode | undefined => propertyOf(root, key)?.value;
  const deny = propertyOf(at('permissions'), 'deny')?.value;
  const texts = [at('agent'), at('model')];
  const isDenyList = deny === undefined || deny.kind === 'list';
  return !isObject(at('permissions')) || !isObject(at('env')) || !texts.every(isText) || !isDenyList;
}

function isObject(node: JsonNode | undefined): boolean {
  return node === undefined || node.kind === 'object';
}

function isText(node: JsonNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && typeof node.value === 'string');
}

/** Measured: other values in a list of rules are removed, and the rest counts. */
function textsIn(list: JsonNode | undefined): JsonNode[] {
  return list?.kind === 'list' ? list.items.filter(isText) : [];
}

/** Measured: numbers and booleans in `env` count as the text they are written as. */
function textOf(node: JsonNode): string {
  return node.kind === 'scalar' ? String(node.value) : '';
}
