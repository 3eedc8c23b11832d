// The runtime and scope of a document: by its path or, for loose files, by its fields.
import type { AgentDocument } from '../../model/document.ts';
import type { Detected } from '../indexed.ts';
import { detectByKeys, detectByPath } from './detectPath.ts';

/** Null for a file that is not an agent. `path` uses forward slashes. */
export function detect(
  path: string,
  document: AgentDocument,
  isPluginRoot: (folder: string) => boolean,
): Detected | null {
  const keys = () => document.keyLines.map(({ key }) => key);
  return detectByPath(path, isPluginRoot) ?? detectByKeys(path, keys());
}
