// The `mcpServers` field: which of its entries give the agent a server, and what is wrong with the others.

import { countingPairs, keyLabel, keyName, pairOf } from '../../model/plain.ts';
import { resolveAlias, type YamlMap, type YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import type { FieldEntry } from '../entries.ts';

export interface ServerEntry {
  readonly name: string;
  /** Its configuration stands in the agent; else it is the name of a server that is configured elsewhere. */
  readonly inline: boolean;
  /** The name. */
  readonly span: Span;
}

export type ServerFault =
  | { readonly kind: 'item'; readonly span: Span; readonly node: YamlNode | null }
  | { readonly kind: 'keys'; readonly span: Span; readonly name: string }
  | { readonly kind: 'type'; readonly span: Span; readonly type: string }
  | { readonly kind: 'missing'; readonly span: Span; readonly type: string; readonly needed: string };

export interface ServerList {
  /** In order of writing. */
  readonly entries: readonly ServerEntry[];
  /** Entries that are skipped, each with its first fault. */
  readonly faults: readonly ServerFault[];
}

const NONE: ServerList = { entries: [], faults: [] };

/** Measured: only a list counts; a map or a string gives no server. */
export function readServers(field: FieldEntry | undefined): ServerList {
  const list = resolveAlias(field?.value ?? null);
  if (list?.kind !== 'sequence') return NONE;
  const entries: ServerEntry[] = [];
  const faults: ServerFault[] = [];
  for (const item of list.items) {
    const read = readItem(item);
    if ('kind' in read) faults.push(read);
    else if (read.name !== '') entries.push(read);
  }
  return { entries, faults };
}

function readItem(item: YamlNode): ServerEntry | ServerFault {
  const node = resolveAlias(item);
  if (node?.kind === 'scalar' && typeof node.value === 'string')
    return { name: node.value, inline: false, span: item.span };
  return node?.kind === 'map' ? readInline(node) : { kind: 'item', span: item.span, node };
}

function labelOf(value: YamlNode | null): string {
  return value ? keyLabel(value) : 'null';
}

/** What each type of server cannot do without. */
const REQUIRED: Readonly<Record<string, string>> = { stdio: 'command', http: 'url', sse: 'url', ws: 'url' };

/** Measured: a map with several servers gives none of them. */
function readInline(map: YamlMap): ServerEntry | ServerFault {
  const [pair, ...others] = countingPairs(map);
  const config = resolveAlias(pair?.value ?? null);
  if (!pair || others.length > 0 || config?.kind !== 'map') {
    const named = pairOf(map, 'name');
    return { kind: 'keys', span: map.span, name: named ? labelOf(named.value) : 'name' };
  }
  const written = pairOf(config, 'type');
  const type = written ? labelOf(written.value) : 'stdio';
  const needed = Object.hasOwn(REQUIRED, type) ? REQUIRED[type] : undefined;
  if (needed === undefined) return { kind: 'type', span: written?.value?.span ?? pair.key.span, type };
  if (!pairOf(config, needed)) return { kind: 'missing', span: pair.key.span, type, needed };
  return { name: keyName(pair.key), inline: true, span: pair.key.span };
}
