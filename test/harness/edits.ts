// The text after edits of the protocol.
import type { AnnotatedTextEdit, SnippetTextEdit, TextEdit } from 'vscode-languageserver-types';
import { createLineIndex } from '../../server/src/util/text.ts';

export function withEdits(text: string, edits: readonly (TextEdit | AnnotatedTextEdit | SnippetTextEdit)[]): string {
  const { offsetAt } = createLineIndex(text);
  return [...edits]
    .sort((a, b) => offsetAt(b.range.start) - offsetAt(a.range.start))
    .reduce((all, edit) => {
      const newText = 'newText' in edit ? edit.newText : edit.snippet.value;
      return all.slice(0, offsetAt(edit.range.start)) + newText + all.slice(offsetAt(edit.range.end));
    }, text);
}
