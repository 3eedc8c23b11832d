// Sentences typed by hand into agents: they stay as they are typed, whatever suggestions open, with Enter and with Tab.
import { SENTENCES } from '../../harness/sentences.ts';
import { draft, places } from './agents.ts';
import { openMarked, setting } from './helpers.ts';
import { splice, TELLING_WORDS, typist } from './typing.ts';

const body = '---\nname: draft\ndescription: Drafts\n---\n\n# Process\n\n█';
const description = (quote: string) => `---\nname: draft\ndescription: ${quote}█${quote}\n---\n\nYou draft.\n`;

/** Some at a time, so that a failure is easy to find. */
const SOME = 9;
const groups = Array.from({ length: Math.ceil(SENTENCES.length / SOME) }, (_, at) =>
  SENTENCES.slice(at * SOME, (at + 1) * SOME),
);
/** For hundreds of keys, each waited for. */
const TIMEOUT_MS = 180_000;

interface Session {
  readonly path: string;
  readonly text: string;
  readonly key: 'Enter' | 'Tab';
  /** Columns that Tab goes to. */
  readonly tabSize: number;
  /** The indentation of the lines after the first, which has to be typed once: VS Code goes on with it. */
  readonly indent?: string;
}

/** Types one sentence after the other, with the key after each, and looks at the whole text every time. */
async function typeAll(sentences: readonly string[], { path, text, key, tabSize, indent = '' }: Session) {
  const { editor, document, position } = await openMarked(path, text);
  const keyboard = typist(editor);
  try {
    let offset = document.offsetAt(position);
    for (const [index, sentence] of sentences.entries()) {
      const typed = index === 1 ? indent + sentence : sentence;
      await keyboard.type(typed);
      offset += typed.length;
      const column = document.positionAt(offset).character;
      const written = key === 'Tab' ? ' '.repeat(tabSize - (column % tabSize)) : index === 0 ? '\n' : `\n${indent}`;
      await keyboard.press(key, splice(document.getText(), offset, written));
      offset += written.length;
    }
  } finally {
    keyboard.dispose();
  }
}

for (const { where, folder, language } of places) {
  // Of the two places with the language of plain Markdown one is enough.
  if (where.includes('below')) continue;
  // The languages of agents indent by two spaces.
  const tabSize = language === 'chatagent' ? 2 : 4;

  describe(`prose in ${where}`, function () {
    this.timeout(TIMEOUT_MS);
    let restore: (() => Thenable<void>)[] = [];
    // What VS Code closes and the words it completes by itself would change the text, too.
    before(async () => {
      restore = [
        await setting('editor.autoClosingBrackets', 'never'),
        await setting('editor.autoClosingQuotes', 'never'),
        await setting('editor.wordBasedSuggestions', 'off'),
      ];
    });
    after(async () => {
      for (const each of restore) await each();
    });

    for (const [index, sentences] of groups.entries()) {
      const [inBody, inDescription] = index % 2 === 0 ? (['Enter', 'Tab'] as const) : (['Tab', 'Enter'] as const);

      it(`stays in the body with ${inBody}: “${sentences[0]}” and others`, () =>
        typeAll(sentences, { path: draft(folder), text: body, key: inBody, tabSize }));

      it(`stays in a description with ${inDescription}: “${sentences[0]}” and others`, () =>
        typeAll(sentences, { path: draft(folder), text: description('"'), key: inDescription, tabSize, indent: '  ' }));
    }

    // What can be offered there is the same in both languages; one of them is enough.
    if (language !== 'chatagent') return;

    it('stays in a description without quotes', () =>
      typeAll(groups[0] ?? [], { path: draft(folder), text: description(''), key: 'Enter', tabSize, indent: '  ' }));

    for (const key of ['Enter', 'Tab'] as const) {
      it(`stays where every word has ${key} after it`, () =>
        typeAll(TELLING_WORDS, { path: draft(folder), text: body, key, tabSize }));
    }
  });
}
