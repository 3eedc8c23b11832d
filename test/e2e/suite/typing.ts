// Typing with the real keyboard, and looking up before a key that accepts what is offered: whatever opens has opened.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../../scripts/waits.ts';
import { page } from './bridge.ts';
import { completions } from './helpers.ts';

/** Languages in which VS Code asks for suggestions at every letter. */
const ASKS_AT_LETTERS: ReadonlySet<string> = new Set(['chatagent', 'markdown']);

/** What fields, tools, sections and snippets are called by, in prose. */
export const TELLING_WORDS = (
  'process role output checklist example review reviewer agent tools model test hook hooks name description color ' +
  'section changelog skills memory type effort isolation permissions input_schema output_schema handle format server'
).split(' ');

export interface Typist extends vscode.Disposable {
  /** Types a text; at its end it waits until suggestions have been asked for and answered, since a key would accept one. */
  type(text: string): Promise<void>;
  /** Presses a key and waits until the text has become what is expected. */
  press(key: string, expected: string): Promise<void>;
}

/** Types where the cursor of an editor is; all that is typed has to end up in the text. */
export function typist({ document, selection }: vscode.TextEditor): Typist {
  const { languageId } = document;
  let asked = '';
  let offset = document.offsetAt(selection.active);
  // Offers nothing, and is asked together with all others.
  const witness = vscode.languages.registerCompletionItemProvider([{ language: languageId }], {
    provideCompletionItems(of, position) {
      asked = of.getText(new vscode.Range(new vscode.Position(0, 0), position));
      return [];
    },
  });

  /** Types, and waits until all questions the editor has asked by then are answered: they are, in their order. */
  async function write(part: string, type: (text: string) => PromiseLike<unknown>): Promise<string> {
    const expected = splice(document.getText(), offset, part);
    await type(part);
    offset += part.length;
    await until(() => document.getText() === expected, `${JSON.stringify(part)} to be written, and nothing else`);
    await completions(document.uri, document.positionAt(offset));
    return expected;
  }

  return {
    async type(text) {
      const word = ASKS_AT_LETTERS.has(languageId) ? askedFor(text) : '';
      const before = text.slice(0, text.length - word.length);
      if (before !== '') await write(before, typeAtOnce);
      if (word === '') return;
      // While a question is open VS Code asks no second one: any letter of the word will do.
      const start = offset;
      const expected = await write(word, page.type);
      const isAsked = () => asked.length > start && expected.startsWith(asked);
      await until(isAsked, `suggestions for “${word}” to be asked for`);
      await completions(document.uri, document.positionAt(offset));
    },
    async press(key, expected) {
      const before = document.getText();
      await page.press(key);
      await until(() => {
        assert.equal(document.getText(), expected);
        return true;
      }, `${key} to leave the text as it is typed`);
      offset += expected.length - before.length;
    },
    dispose: () => witness.dispose(),
  };
}

/** As the editor itself types, without a key for each letter: before the last word nothing can be accepted. */
function typeAtOnce(text: string): Thenable<unknown> {
  return vscode.commands.executeCommand('type', { text });
}

/** The last word. VS Code asks for no suggestions at a number, and goes on with a list that `#` or a backtick has opened. */
function askedFor(part: string): string {
  return /(?<![#`\w])[A-Za-z]\w*$/.exec(part)?.[0] ?? '';
}

/** A text with something written into it. */
export function splice(text: string, offset: number, added: string): string {
  return text.slice(0, offset) + added + text.slice(offset);
}
