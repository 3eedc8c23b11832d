// The text of `.agentwright.json` as values and complaints: what cannot be used is left out piece by piece.
import { type Message, say } from '../model/message.ts';
import type { MessageValues } from '../model/problem.ts';
import { keyText, parseYaml, resolveAlias, type YamlMap, type YamlNode } from '../model/yaml.ts';
import type { Span } from '../util/text.ts';

const COMPLAINTS = {
  'unknown-key': '`{key}` is not a setting of {file}, so Agentwright ignores it.',
  'unknown-rule': 'No rule is called `{rule}`.',
  'unusable-value': '`{path}` cannot be used, so `{key}` is ignored: {reason}.',
  'unusable-entry': '`{path}` cannot be used, so this entry of `{key}` is ignored: {reason}.',
  'unknown-runtime': 'Unknown runtime `{value}`. Use `auto` or a list of these: {known}.',
  'no-object': 'This must be an object `{…}`, so the file is ignored.',
  'ends-early': 'This is not JSON: it ends too early.{consequence}',
  'wrong-character': 'This is not JSON: `{character}` cannot stand here.{consequence}',
} as const;

export interface ConfigComplaint extends Message<keyof typeof COMPLAINTS> {
  /** In the text of the configuration file. */
  readonly span: Span;
}

export function complaint(id: keyof typeof COMPLAINTS, span: Span, values: MessageValues = {}): ConfigComplaint {
  return { ...say(COMPLAINTS, id, values), span };
}

export interface ConfigText {
  /** Null where the text is no object at all. */
  readonly root: YamlMap | null;
  readonly complaints: readonly ConfigComplaint[];
}

/**
 * JSON is read as YAML, which has ranges. What YAML takes beyond JSON (a comma too many) is complained about and counts
 * all the same, so that one slip does not switch everything off.
 */
export function readConfigText(written: string): ConfigText {
  // Editors on Windows may write a byte order mark, which JSON does not know.
  const text = written.replace(/^\uFEFF/, ' ');
  const { root, errors } = parseYaml(text);
  const map = resolveAlias(root);
  const counts = errors.length === 0 && map?.kind === 'map';
  const fault = jsonFault(text, counts ? '' : ' The file is ignored.');
  if (counts) return { root: map, complaints: fault ? [fault] : [] };
  return { root: null, complaints: [fault ?? complaint('no-object', { start: 0, end: text.length })] };
}

/** The node at a path below another; the nearest one above it where there is none. */
export function nodeAt(node: YamlNode | null, path: readonly PropertyKey[]): YamlNode | null {
  const [first, ...rest] = path;
  const target = resolveAlias(node);
  if (first === undefined || !target) return target;
  const below =
    target.kind === 'map'
      ? target.pairs.find(({ key }) => keyText(key) === String(first))?.value
      : target.kind === 'sequence'
        ? target.items[Number(first)]
        : undefined;
  return below ? nodeAt(below, rest) : target;
}

/** The value of a key; null where there is none. */
export function valueUnder(node: YamlNode | null, key: string): YamlNode | null {
  const map = resolveAlias(node);
  return map?.kind === 'map' ? (map.pairs.find((pair) => keyText(pair.key) === key)?.value ?? null) : null;
}

/** A list or map without one of its entries. */
export function without(value: unknown, key: PropertyKey): unknown {
  if (Array.isArray(value)) return value.filter((_, index) => index !== Number(key));
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== String(key)));
}

function jsonFault(text: string, consequence: string): ConfigComplaint | null {
  if (isJson(text) === 'yes') return null;
  if (isJson(text) === 'too short') {
    const end = text.trimEnd().length;
    return complaint('ends-early', { start: Math.max(0, end - 1), end }, { consequence });
  }
  // The shortest beginning that no more text could make good ends with the character to blame.
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isJson(text.slice(0, middle)) === 'no') bad = middle;
    else good = middle;
  }
  const character = text.slice(bad - 1, bad);
  return complaint('wrong-character', { start: bad - 1, end: bad }, { character, consequence });
}

/** Engines word their errors differently; they agree on where a text that is only too short goes wrong: at its end. */
function isJson(text: string): 'yes' | 'no' | 'too short' {
  try {
    JSON.parse(text);
    return 'yes';
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    const atEnd = /Unexpected end|Unterminated/.test(message) || Number(position) === text.length;
    return atEnd ? 'too short' : 'no';
  }
}
