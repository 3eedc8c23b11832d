// What the variables of snippets stand for in a file.
import { fileStem, yamlString } from '../../rules/support/values.ts';
import type { SnippetVariables } from './snippet.ts';

/** `today`: `yyyy-mm-dd`. */
export function snippetVariables(uri: string, today: string): SnippetVariables {
  return { name: yamlString(fileStem(uri)), today };
}
