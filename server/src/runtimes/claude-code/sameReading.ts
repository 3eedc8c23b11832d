// Whether edits change what Claude Code reads in the front matter.
import type { AgentDocument } from '../../model/document.ts';
import { keyName } from '../../model/plain.ts';
import type { TextEdit } from '../../model/problem.ts';
import { resolveAlias, type YamlNode, type YamlScalar } from '../../model/yaml.ts';
import { withEdits } from '../../rules/harmless.ts';
import type { IndexedReading } from '../indexed.ts';
import { readFrontMatter } from './read.ts';

/** True if the runtime reads the same values, key by key, after the edits. */
export function readsTheSame(document: AgentDocument, edits: readonly TextEdit[]): boolean {
  const after = readFrontMatter(withEdits(document, edits));
  return after.state === 'read' && haveSameValues(readFrontMatter(document), after);
}

/** True if the runtime reads the front matter as before, readable or not. */
export function keepsReading(document: AgentDocument, edits: readonly TextEdit[]): boolean {
  const before = readFrontMatter(document);
  const after = readFrontMatter(withEdits(document, edits));
  return before.state === after.state && haveSameValues(before, after);
}

/** Merge keys are compared as they are written: to follow each would cost many times the length of the text. */
function haveSameValues(before: IndexedReading, after: IndexedReading): boolean {
  const [entries = [], others = []] = [before, after].map((reading) =>
    reading.entries.filter(({ overridden }) => !overridden),
  );
  const compared = new Map<YamlNode, YamlNode>();
  return areSame(entries, others, (entry, other) => {
    return entry.key === other.key && isSameValue(entry.value, other.value, compared, 0);
  });
}

/** Deeper than any field goes. */
const DEPTH_LIMIT = 200;

/** `compared` holds the nodes of both texts that were met: however many aliases lead to a node, it is compared once. */
function isSameValue(
  written: YamlNode | null,
  otherWritten: YamlNode | null,
  compared: Map<YamlNode, YamlNode>,
  depth: number,
): boolean {
  const [node = null, other = null] = [written, otherWritten].map(resolveAlias);
  if (depth > DEPTH_LIMIT || (node && compared.get(node) === other)) return true;
  if (node && other) compared.set(node, other);
  const isSameInside = (one: YamlNode | null, two: YamlNode | null) => isSameValue(one, two, compared, depth + 1);
  if (node?.kind === 'sequence' && other?.kind === 'sequence') return areSame(node.items, other.items, isSameInside);
  if (node?.kind === 'map' && other?.kind === 'map') {
    return areSame(node.pairs, other.pairs, (one, two) => {
      return keyName(one.key) === keyName(two.key) && isSameInside(one.value, two.value);
    });
  }
  const value = scalarIn(node);
  return value !== undefined && Object.is(value, scalarIn(other));
}

/** What is not written is null; undefined for a collection. */
function scalarIn(node: YamlNode | null): YamlScalar['value'] | undefined {
  if (node === null) return null;
  return node.kind === 'scalar' ? node.value : undefined;
}

function areSame<T>(items: readonly T[], others: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return (
    items.length === others.length &&
    items.every((item, at) => {
      const other = others[at];
      return other !== undefined && same(item, other);
    })
  );
}
