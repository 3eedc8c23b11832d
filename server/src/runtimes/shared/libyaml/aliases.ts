// Aliases: what they may stand for, and how much that is.
import type { YamlAlias, YamlNode } from '../../../model/yaml.ts';
import { Fault } from './fault.ts';
import { DEPTH_LIMIT, type ParseState } from './parseState.ts';
import type { NameToken } from './tokens.ts';

/** serde_yaml's limit: aliases followed, those inside of what they stand for included, per node of the text. */
const JUMPS_PER_NODE = 100;

/** Complete: from now on an alias may stand for it. */
export function closeCollection(state: ParseState, node: YamlNode): YamlNode {
  const weight = state.open.pop() ?? { height: 0, jumps: 0 };
  weight.height++;
  state.weights.set(node, weight);
  addWeight(state, weight.height, weight.jumps);
  return node;
}

export function followAlias(state: ParseState, { name, start, end }: NameToken): YamlAlias {
  const target = state.anchors.get(name);
  if (!target) throw new Fault('unknown-anchor', { at: start, span: { start, end } });
  const isCollection = target.kind === 'map' || target.kind === 'sequence';
  const weight = state.weights.get(target);
  // An alias inside what it stands for never ends.
  if (isCollection && !weight) throw new Fault('too-deep', { at: start, span: { start, end } });
  const { height, jumps } = weight ?? { height: 0, jumps: 0 };
  if (state.depth + height > DEPTH_LIMIT) throw new Fault('too-deep', { at: start, span: { start, end } });
  addWeight(state, height, jumps + 1);
  state.nodes++;
  return { kind: 'alias', name, target, span: { start, end } };
}

/** At the end of the document: aliases of aliases may stand for more than anyone reads. */
export function checkAliases({ open, nodes }: ParseState): void {
  if ((open[0]?.jumps ?? 0) > nodes * JUMPS_PER_NODE) throw new Fault('too-many-aliases', { at: 0 });
}

function addWeight({ open }: ParseState, height: number, jumps: number): void {
  const around = open.at(-1);
  if (!around) return;
  around.height = Math.max(around.height, height);
  around.jumps += jumps;
}
