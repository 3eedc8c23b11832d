// What the YAML reader of Qwen Code takes: the package `yaml` in strict mode, which our own trees are made with too.
import { keyText, parseYaml, resolveAlias, type YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';
import { plainFault, type YamlFault } from '../shared/yamlFault.ts';

export interface StrictYaml {
  /** What could be read, even where there are faults. */
  readonly root: YamlNode | null;
  /** What makes it no valid YAML, in the order in which it is found. */
  readonly faults: readonly YamlFault[];
  /** Valid as YAML, and still no value: an alias of nothing, or too many of them. */
  readonly unresolvable: YamlFault | null;
}

/** As often as the aliases of one anchor may stand for something before the reader gives up. */
const MOST_ALIASES = 100;

/** Total. `toSource` maps offsets in `text` to the file, `source`. */
export function readStrictYaml(text: string, toSource: (offset: number) => number, source: string): StrictYaml {
  const { root, errors, documentCount } = parseYaml(text, toSource);
  const faults: YamlFault[] = errors.map((error) => plainFault(error, source));
  if (documentCount > 1) faults.push({ message: 'it holds more than one document', span: spanOf(text, toSource) });
  const walk = walkTree(root);
  return { root, faults: [...faults, ...walk.repeated], unresolvable: walk.unresolvable };
}

function spanOf(text: string, toSource: (offset: number) => number): Span {
  return { start: toSource(0), end: toSource(text.length) };
}

interface Walk {
  readonly repeated: readonly YamlFault[];
  readonly unresolvable: YamlFault | null;
}

/** Keys that are written twice in one mapping, and aliases that come to nothing or to too much. */
function walkTree(root: YamlNode | null): Walk {
  const repeated: YamlFault[] = [];
  const uses = new Map<YamlNode, { count: number; readonly weight: number }>();
  let unresolvable: YamlFault | null = null;
  // In order of writing: what an alias weighs depends on the aliases before it.
  const waiting: (YamlNode | null)[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!node) continue;
    if (node.kind === 'map') {
      repeated.push(...repeatedKeys(node.pairs.map(({ key }) => key)));
      for (const { key, value } of [...node.pairs].reverse()) waiting.push(value, key);
    } else if (node.kind === 'sequence') {
      for (const item of [...node.items].reverse()) waiting.push(item);
    } else if (node.kind === 'alias' && unresolvable === null) {
      unresolvable = aliasFault(node.target, uses) ? { message: aliasMessage(node.target), span: node.span } : null;
    }
  }
  return { repeated, unresolvable };
}

function aliasMessage(target: YamlNode | null): string {
  return target === null ? 'an alias stands for nothing' : 'aliases stand for too much';
}

type Uses = Map<YamlNode, { count: number; readonly weight: number }>;

function aliasFault(target: YamlNode | null, uses: Uses): boolean {
  if (target === null) return true;
  const use = uses.get(target) ?? { count: 0, weight: weightOf(target, uses) };
  use.count++;
  uses.set(target, use);
  return use.count * use.weight > MOST_ALIASES;
}

/** How many times over a node stands for the aliases in it; one where it has none. */
function weightOf(node: YamlNode, uses: Uses): number {
  let heaviest = 1;
  const waiting: (YamlNode | null)[] = [node];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next?.kind === 'map') for (const { key, value } of next.pairs) waiting.push(key, value);
    else if (next?.kind === 'sequence') for (const item of next.items) waiting.push(item);
    else if (next?.kind === 'alias') {
      const use = next.target && uses.get(next.target);
      if (use) heaviest = Math.max(heaviest, use.count * use.weight);
    }
  }
  return heaviest;
}

function repeatedKeys(keys: readonly YamlNode[]): YamlFault[] {
  const seen = new Set<unknown>();
  return keys.flatMap((written) => {
    const key = resolveAlias(written);
    if (key?.kind !== 'scalar' || written.kind === 'alias') return [];
    if (!seen.has(key.value)) {
      seen.add(key.value);
      return [];
    }
    return [{ message: `the key \`${keyText(key)}\` is written twice`, span: key.span }];
  });
}
