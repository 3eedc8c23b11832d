// Files that name a program to run the agent: of these, Qwen Code loads none whose YAML it could have misread.
import { keyText, resolveAlias, type YamlNode } from '../../model/yaml.ts';
import type { LoadEvent } from '../runtime.ts';
import type { QwenReading } from './read.ts';

export const EXECUTOR = 'executor';

const CLAIM = /^[ \t]{0,1000}["']?executor["']?[ \t]{0,1000}:/m;

/** Measured: any fault of YAML at or behind the line of `executor` rejects the file, and so does one that hides the key. */
export function executorEvents({ yaml, source }: QwenReading): LoadEvent[] {
  if (!yaml || yaml.faults.length === 0) return [];
  const claim = CLAIM.exec(source.text);
  if (!claim) return [];
  const at = source.toSource(claim.index);
  const isKey = hasExecutor(yaml.root);
  if (!isKey && isInBlock(yaml.root, at)) return [];
  const reaching = yaml.faults.find(({ span }) => span.start >= at);
  const fault = reaching ?? (isKey ? undefined : yaml.faults[0]);
  if (!fault) return [];
  const { message, span } = fault;
  return [{ cause: 'unreadable-yaml', effect: 'drops-file', span, field: EXECUTOR, values: { message } }];
}

function hasExecutor(root: YamlNode | null): boolean {
  const map = resolveAlias(root);
  return map?.kind === 'map' && map.pairs.some(({ key }) => keyText(key) === EXECUTOR);
}

/** Whether an offset of the file lies in a block of text: there it is prose. */
function isInBlock(root: YamlNode | null, offset: number): boolean {
  const waiting: (YamlNode | null)[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!node || offset < node.span.start || offset >= node.span.end) continue;
    if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) return true;
    if (node.kind === 'sequence') for (const item of node.items) waiting.push(item);
    if (node.kind === 'map') for (const { key, value } of node.pairs) waiting.push(key, value);
  }
  return false;
}
