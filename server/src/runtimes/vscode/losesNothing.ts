// What is asked of every file of Claude Code, and so answered without reading its YAML.
import type { AgentDocument } from '../../model/document.ts';
import { slice } from '../../util/text.ts';
import type { Place } from '../runtime.ts';
import { findFences } from './read.ts';

/**
 * Of what stands in a file of Claude Code, only `tools` and `disallowedTools` can grant more here: as they are written, and where
 * lines that are passed over hold them. A key with escapes in quotes could be either.
 */
export function losesNothing({ text }: AgentDocument, { folder }: Place): boolean {
  if (folder !== '.claude/agents') return false;
  const fences = findFences(text);
  return fences === null || !/[Tt]ools|\\/.test(slice(text, fences.inner));
}
