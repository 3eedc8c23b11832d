// Snippets: found by their prefix and by name, their tab stops walked, their choices shown.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { agent, draft, places, shownTexts } from './agents.ts';
import { diagnostics, insertSnippet, nextTabStop, openMarked, page, selected, until } from './helpers.ts';

const row = '.suggest-widget.visible .monaco-list-row';
const choices = {
  model: ['inherit', 'sonnet', 'opus', 'haiku', 'fable'],
  color: ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'],
  type: ['specialist', 'reviewer', 'orchestrator', 'planning', 'exploration', 'analyst', 'calculator'],
};

/** Goes on until the tab stop that holds a text. */
async function goTo(editor: Parameters<typeof selected>[0], stop: string): Promise<void> {
  await until(async () => {
    if (selected(editor)[0] === stop) return true;
    await nextTabStop();
    return false;
  }, `the tab stop “${stop}”`);
}

for (const { where, folder } of places) {
  describe(`snippets in ${where}`, () => {
    it('are found by their prefix in the list', async () => {
      const { document } = await openMarked(draft(folder), agent('model: opus', '█\n'));
      await page.type('agent-ex');
      await page.press('Control+Space');
      await until(
        async () => (await page.texts(`${row}.focused .label-name`))[0] === 'agent-example',
        'the snippet to be selected',
      );

      await page.press('Enter');

      await until(() => document.getText().includes('<example>\nContext: '), 'the example to be written');
      assert.equal(document.getText().includes('agent-ex'), false);
    });

    it('start with the name of the file', async () => {
      const { editor, document } = await openMarked(draft(folder).replace('draft.md', 'letter-writer.md'), '█');

      await insertSnippet(editor, 'Agent');

      await until(() => selected(editor)[0] === 'letter-writer', 'the name to be selected');
      assert.match(document.getText(), /^---\nname: letter-writer\ndescription: /);
    });
  });
}

describe('a snippet for a whole agent', () => {
  it('is walked from tab stop to tab stop', async () => {
    const { editor } = await openMarked(draft(), '█');
    await insertSnippet(editor, 'Agent');
    await until(() => selected(editor)[0] === 'draft', 'the first tab stop');

    for (const next of ['Use this agent when …', 'You are …', '']) {
      await nextTabStop();
      await until(() => selected(editor)[0] === next, `the tab stop “${next}”`);
    }
  });

  for (const [key, name, first] of [
    ['model', 'Agent with all common fields', 'inherit'],
    ['color', 'Agent with all common fields', 'red'],
    ['type', 'Specialist with a contract', 'specialist'],
  ] as const) {
    it(`lets its ${key} be chosen from a list`, async () => {
      const { editor, document } = await openMarked(draft(), '█');
      await insertSnippet(editor, name);
      await goTo(editor, first);
      await shownTexts(`${row} .label-name`, (labels) => isDeepStrictEqual(labels, choices[key]));

      await page.press('ArrowDown', 'Enter');

      await until(() => document.getText().includes(`\n${key}: ${choices[key][1]}\n`), 'the choice to be written');
    });
  }

  it('has no problem once it is filled in', async () => {
    const { editor, uri } = await openMarked(draft(), '█');
    await insertSnippet(editor, 'Agent');
    await diagnostics(uri, (all) => all.length > 0);

    await nextTabStop();
    await until(() => selected(editor)[0] === 'Use this agent when …', 'the description to be selected');
    await page.type('Drafts letters.');
    await nextTabStop();
    await until(() => selected(editor)[0] === 'You are …', 'the prompt to be selected');
    await page.type('You draft letters.');

    await diagnostics(uri, (all) => all.length === 0);
  });
});
