// What is asked of every file of Claude Code, and so answered without loading it.
import type { AgentDocument } from '../../model/document.ts';
import type { YamlPair } from '../../model/yaml.ts';
import { slice } from '../../util/text.ts';
import type { Place } from '../runtime.ts';
import { readSimpleMapping } from '../shared/simpleYaml.ts';
import { findFences } from './read.ts';

/**
 * Of what stands in a file of Claude Code, only `tools` and `disallowedTools` can grant more here: as they are written, and where
 * lines that are passed over hold them. A key with escapes in quotes could be either.
 */
export function losesNothing({ text }: AgentDocument, { folder }: Place): boolean {
  if (folder !== '.claude/agents') return false;
  const fences = findFences(text);
  if (fences === null || !/[Tt]ools|\\/.test(slice(text, fences.inner))) return true;
  // Of simple lines none is passed over.
  const map = readSimpleMapping(text.slice(0, fences.inner.end), fences.inner.start);
  return map?.pairs.every(grantsNoMore) === true;
}

function grantsNoMore({ key, value }: YamlPair): boolean {
  const name = key.kind === 'scalar' ? key.value : null;
  if (name !== 'tools') return name !== 'disallowedTools';
  return value?.kind === 'scalar' || (value?.kind === 'sequence' && value.items.every(({ kind }) => kind === 'scalar'));
}
