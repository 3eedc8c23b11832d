// Values of model, color and type at the cursor: the client's own, at every place agents live.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { agent, draft, places, serverProcess, shownTexts } from './agents.ts';
import { childProcesses, completions, diagnostics, labelOf, openMarked, page, suggest, until } from './helpers.ts';

const models = ['fable', 'haiku', 'inherit', 'opus', 'sonnet'];
const colors = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'];
const types = ['specialist', 'reviewer', 'orchestrator', 'planning', 'exploration', 'analyst', 'calculator'];
const row = '.suggest-widget.visible .monaco-list-row';

/** Labels of what is offered, without VS Code's own snippets and words. */
async function labels(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const items = await completions(uri, position);
  const { Snippet, Text } = vscode.CompletionItemKind;
  return items.filter(({ kind }) => kind !== Snippet && kind !== Text).map(labelOf);
}

async function focusedRow(label: string): Promise<void> {
  await until(async () => (await page.texts(`${row}.focused .label-name`))[0] === label, `“${label}” to be selected`);
}

for (const { where, folder, language } of places) {
  describe(`values in ${where}`, () => {
    it('are aliases before full ids for model', async () => {
      const { document, uri, position } = await openMarked(draft(folder), agent('model: █'));
      assert.equal(document.languageId, language);

      const offered = await until(async () => {
        const all = await labels(uri, position);
        return all.includes('opus') && all;
      }, 'models to be offered');

      assert.deepEqual(offered.slice(0, models.length).toSorted(), models);
      assert.ok(offered.includes('claude-opus-5-5'));
    });

    it('are the eight colours with their swatches for color', async () => {
      const { uri, position } = await openMarked(draft(folder), agent('color: █'));

      const items = (await completions(uri, position)).filter(({ kind }) => kind === vscode.CompletionItemKind.Color);

      assert.deepEqual(items.map(labelOf), colors);
      assert.deepEqual(
        items.filter(({ documentation }) => !/^#[0-9a-f]{6}$/i.test(String(documentation))).map(labelOf),
        [],
      );
    });

    it('are the kinds of agents for type', async () => {
      const { uri, position } = await openMarked(draft(folder), agent('type: █'));

      assert.deepEqual(await labels(uri, position), types);
    });

    it('are taken with the keyboard', async () => {
      const { document } = await openMarked(draft(folder), agent('model: █'));
      await suggest();
      await page.type('opu');
      await focusedRow('opus');

      await page.press('Enter');

      await until(() => document.getText() === agent('model: opus'), 'the model to be written');
    });

    it('replace the value that is there', async () => {
      const { document } = await openMarked(draft(folder), agent('color: █cyan'));
      await suggest();
      await page.press('ArrowDown');
      await focusedRow('blue');

      await page.press('Enter');

      await until(() => document.getText() === agent('color: blue'), 'the colour to be replaced');
    });

    it('show by themselves after the colon', async () => {
      await openMarked(draft(folder), agent('color█'));

      await page.type(': ');

      await shownFirst(colors, (labels) => labels);
    });

    it('show by themselves after the colon, also those that VS Code offers otherwise', async () => {
      await openMarked(draft(folder), agent('model█'));

      await page.type(': ');

      await shownFirst(models, (labels) => labels.toSorted());
    });
  });
}

/** Waits until the list begins with these labels. */
function shownFirst(expected: readonly string[], order: (labels: string[]) => string[]): Promise<string[]> {
  const isIt = (labels: string[]) => isDeepStrictEqual(order(labels.slice(0, expected.length)), expected);
  return shownTexts(`${row} .label-name`, isIt);
}

describe('values', () => {
  it('of color have a swatch in the list', async () => {
    await openMarked(draft(), agent('color: █'));
    await suggest();
    await focusedRow('red');

    assert.equal(await page.style(`${row}.focused .colorspan`, 'background-color'), 'rgb(220, 38, 38)');
  });

  it('get the blank that is missing after the colon', async () => {
    const { document } = await openMarked(draft(), agent('type:█'));
    await suggest();
    await focusedRow('specialist');

    await page.press('Enter');

    await until(() => document.getText() === agent('type: specialist'), 'the value to be written after a blank');
  });

  it('are not offered in the prompt', async () => {
    const { uri, position } = await openMarked(draft(), agent('model: opus', 'color: █\n'));

    assert.deepEqual(
      (await labels(uri, position)).filter((label) => colors.includes(label)),
      [],
    );
  });

  it('are not offered in Markdown that is no agent', async () => {
    const { uri, position } = await openMarked('notes/page.md', '---\ntitle: Page\ncolor: █\n---\n');

    assert.deepEqual(
      (await labels(uri, position)).filter((label) => colors.includes(label)),
      [],
    );
  });

  it('are offered while the server is down', async () => {
    const { uri, position } = await openMarked(draft(), agent('name: twice\ncolor: █'));
    await diagnostics(uri);
    const killed = await serverProcess();

    process.kill(killed, 'SIGKILL');
    await until(() => !childProcesses(/dist[\\/]server\.js/).includes(killed), 'the server to be down');
    const offered = await labels(uri, position);

    assert.deepEqual(offered, colors);
  });
});
