// Shared by rules about paths in a manifest: the agent files in a folder, and edits of lists of paths.

import type { JsonDocument, JsonObject } from '../../../../model/json.ts';
import { appendItems, removeItem, removeProperty } from '../../../../model/jsonEdits.ts';
import type { TextEdit } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import { fileStem } from '../../../../util/fileStem.ts';
import { nearest } from '../../../../util/similar.ts';
import type { ReadField, WrittenPath } from '../../manifest.ts';

/** Where Claude Code looks for agents by default. */
export const DEFAULT_FOLDER = './agents';

export function removePath(
  root: JsonObject,
  { key, property: { value } }: ReadField,
  { index }: WrittenPath,
): TextEdit {
  return value.kind === 'list' && index !== null ? removeItem(value, index) : removeProperty(root, key);
}

/** Replaces one path with several. */
export function replacePath(
  { property: { value } }: ReadField,
  { span }: WrittenPath,
  paths: readonly string[],
): TextEdit {
  const written = paths.map((path) => JSON.stringify(path)).join(', ');
  return replace(span, value.kind === 'list' || paths.length === 1 ? written : `[${written}]`);
}

export function addPaths(
  document: JsonDocument,
  { property: { value } }: ReadField,
  paths: readonly string[],
): TextEdit {
  if (value.kind === 'list') return appendItems(document, value, paths);
  const written = value.kind === 'scalar' ? [String(value.value), ...paths] : paths;
  return replace(value.span, JSON.stringify(written).replaceAll('","', '", "'));
}

/** The files in a folder and its subfolders that are not listed yet. */
export function unnamedIn(folder: string, agentFiles: readonly string[], named: ReadonlySet<string | null>): string[] {
  const prefix = folder === '.' ? './' : `${folder}/`;
  return agentFiles.filter((path) => path.startsWith(prefix) && !named.has(path));
}

/** The file probably meant by a path: one of the same name in another folder, or one with a similar name. */
export function nearestFile(path: string, agentFiles: readonly string[]): string | undefined {
  const name = fileStem(path);
  const meant = agentFiles.some((each) => fileStem(each) === name) ? name : nearest(name, agentFiles.map(fileStem));
  return agentFiles.find((each) => fileStem(each) === meant);
}
