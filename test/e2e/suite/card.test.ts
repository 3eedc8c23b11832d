// The card: how it opens, what it shows, how it follows the text, and the way back to the source.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { agent, cardButton, contractAgents, draft, openCard, places } from './agents.ts';
import { open, openMarked, page, rangeOf, replace, until, webview, writeFile } from './helpers.ts';

const card = webview();

/** Until the window knows that its editor has an agent, and nothing of an earlier card is left. */
async function readyToOpen(): Promise<void> {
  await until(() => page.attribute(cardButton, 'aria-label'), 'the button to be there');
  await until(async () => !(await card.isOpen()), 'an earlier card to be gone');
}

/** Waits until a part of the card says something. */
function says(selector: string, text: string): Promise<unknown> {
  return until(async () => (await card.text(selector))?.includes(text), `${selector} of the card to say “${text}”`);
}

describe('the card', () => {
  for (const { where, folder } of places) {
    it(`opens by command for ${where}`, async () => {
      await openMarked(draft(folder), agent('model: opus█'));

      await openCard();

      assert.equal(await card.text('h1'), 'draft');
    });
  }

  it('opens by Ctrl+K A, beside the editor, which keeps the focus', async () => {
    const { document } = await openMarked(draft(), agent('model: opus█'));

    await readyToOpen();
    await page.press('Control+k', 'a');
    await until(() => card.text('h1'), 'the card to be shown');

    assert.equal(vscode.window.tabGroups.all.length, 2);
    await page.type('x');
    await until(() => document.getText().includes('opusx'), 'the typed letter to be in the editor');
  });

  it('opens by the button in the editor title', async () => {
    await openMarked(draft(), agent('model: opus█'));
    await readyToOpen();

    await page.click(cardButton);

    await until(() => card.text('h1'), 'the card to be shown');
  });

  it('is one: opening it again shows the same', async () => {
    await openMarked(draft(), agent('model: opus█'));
    await openCard();
    await openCard();

    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.equal(tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).length, 1);
  });
});

describe('what the card shows', () => {
  it('is who the agent is, what it may do and what it is told', async () => {
    const lines = 'tools: Read, Raed\nmodel: opus\ncolor: cyan';
    await openMarked(draft(), agent(lines, '# Letters\n\nWrite *kindly*.█\n'));
    await openCard();

    assert.equal(await card.text('h1'), 'draft');
    assert.match((await card.text('.facts')) ?? '', /opus.*claude-opus-.*cyan/);
    assert.match((await card.attribute('.verdict', 'class')) ?? '', /\bloads\b/);
    assert.match((await card.text('.verdict')) ?? '', /draft/);
    assert.match((await card.text('.description')) ?? '', /Drafts/);
    assert.deepEqual(await card.texts('.tools .chips li'), ['Read']);
    assert.match((await card.text('.tools .refused')) ?? '', /Raed/);
    assert.deepEqual(await card.texts('.prompt em'), ['kindly']);
  });

  for (const path of contractAgents) {
    it(`is the contract and the changelog of ${path.split('/').at(-1)}`, async () => {
      await open(path);
      await openCard();

      assert.match((await card.text('.contract')) ?? '', /Summary.*\^## Summary.*yes.*Files Changed/);
      assert.match((await card.text('.changelog')) ?? '', /1\.0\.0.*Initial release/);
      assert.match((await card.text('.facts')) ?? '', /specialist/);
    });
  }

  it('is what could be read of broken front matter, and why it does not load', async () => {
    await openMarked(draft(), '---\r\nname: broken\r\ndescription: Examples: many\r\n---\r\n\r\nStill here.█\r\n');
    await openCard();

    assert.match((await card.attribute('.verdict', 'class')) ?? '', /\bdropped\b/);
    assert.match((await card.text('body')) ?? '', /Examples: many/);
    assert.match((await card.text('.prompt')) ?? '', /Still here\./);
  });

  it('is a sentence where the file is no agent', async () => {
    const { uri } = await openMarked('notes/plain.md', '# Notes█\n');

    await vscode.commands.executeCommand('agentwright.openCard', uri);

    await says('#status', 'plain.md');
  });
});

describe('following', () => {
  it('is what the card does with every edit', async () => {
    const { editor } = await openMarked(draft(), agent('model: opus█'));
    await openCard();
    await replace(editor, 'Drafts', 'Drafts letters');
    await says('.description', 'Drafts letters');

    await replace(editor, 'letters', 'poems');
    await says('.description', 'Drafts poems');
  });

  it('goes to the agent that gets the focus', async () => {
    await openMarked(draft(), agent('model: opus█'));
    await openCard();

    await open('toolbox/agents/helper.md');

    await says('h1', 'helper');
  });

  it('does not go to a file that is no agent', async () => {
    await openMarked(draft(), agent('model: opus█'));
    await openCard();

    await openMarked('notes/plain.md', '# Notes█\n');
    await open('toolbox/agents/helper.md');

    await says('h1', 'helper');
    assert.equal(await card.text('#status'), '');
  });

  it('goes on after the tab of the card was hidden', async () => {
    const { editor } = await openMarked(draft(), agent('model: opus█'));
    await openCard();
    const cover = await vscode.workspace.openTextDocument(await writeFile('notes/cover.txt', 'Cover'));
    await vscode.window.showTextDocument(cover, { viewColumn: vscode.ViewColumn.Two });
    await until(async () => !(await card.isOpen()) || (await card.text('h1')) === null, 'the card to be hidden');
    await replace(editor, 'Drafts', 'Drafts unseen');

    await open(editor.document.uri);
    await openCard();

    await says('.description', 'Drafts unseen');
  });
});

describe('the way from the card to the source', () => {
  it('is a click on a part', async () => {
    const { editor, document } = await openMarked(draft(), agent('model: opus\ncolor: cyan', '█Do it.\n'));
    await openCard();

    await card.click('.facts button:has-text("cyan")');

    const line = rangeOf(document, 'cyan').start.line;
    await until(() => editor.selection.active.line === line, 'the cursor to be at the colour');
  });

  it('is the Enter key on a part', async () => {
    const { editor, document } = await openMarked(draft(), agent('model: opus\ncolor: cyan', '█Do it.\n'));
    await openCard();

    await card.press('.facts button:has-text("opus")', 'Enter');

    const line = rangeOf(document, 'opus').start.line;
    await until(() => editor.selection.active.line === line, 'the cursor to be at the model');
  });
});
