// What the variables of snippets stand for in a file.
import { yamlString } from '../../rules/edits.ts';
import { fileStem } from '../../util/fileStem.ts';
import type { SnippetVariables } from './snippet.ts';

/** `today`: `yyyy-mm-dd`. */
export function snippetVariables(uri: string, today: string): SnippetVariables {
  return { name: yamlString(fileStem(uri)), today };
}
