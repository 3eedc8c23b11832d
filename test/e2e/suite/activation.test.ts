// How the extension comes to life: when, how fast, and without getting in anyone's way.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STATE_DETAILS } from '../../../client/src/statusItem.ts';
import { environment } from '../protocol.ts';
import { agent, cardButton, draft, note, places, popups, serverProcess, shownTexts } from './agents.ts';
import { activated, diagnostics, openMarked, page, until } from './helpers.ts';

const identifier = process.env[environment.extension] ?? '';
/** Looked at when this file is loaded: no file has been opened by then. */
const activeAtOnce = vscode.extensions.getExtension(identifier)?.isActive;

describe('activation', () => {
  it('waits for an agent file', async () => {
    assert.equal(activeAtOnce, false);

    await openMarked(draft(), agent('model: opus█'));

    await until(() => vscode.extensions.getExtension(identifier)?.isActive, 'the extension to be active');
  });

  it('puts nothing in front of the reader', async () => {
    const { uri } = await openMarked(draft(), agent('color: teal█'));
    await diagnostics(uri);
    await serverProcess();

    assert.deepEqual(await popups(), []);
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      [uri.path.split('/').at(-1)],
    );
    assert.deepEqual(
      await page.texts('.part.panel .pane-composite-part:visible, .part.panel .output-view:visible'),
      [],
    );
  });

  it('takes a time that VS Code reports', async () => {
    await activated();
    await vscode.commands.executeCommand('workbench.action.showRuntimeExtensions');
    const row = `.runtime-extensions-editor .monaco-list-row:has-text("${identifier}")`;

    const [text = ''] = await shownTexts(`${row} .activation-time`);

    note(`activation as VS Code reports it: ${text}`);
    assert.match(text, /\d+\s?ms/);
  });

  it('says in the language status that its server runs', async () => {
    await openMarked(draft(), agent('model: opus█'));

    const label = await until(async () => {
      const text = await page.attribute('#status\\.languageStatus', 'aria-label');
      return text?.includes(STATE_DETAILS.running) && text;
    }, 'the language status to say that the server runs');

    assert.match(label, /\bAgentwright\b/);
    assert.doesNotMatch(label, /\$\(/);
  });
});

describe('the button of the card in the editor title', () => {
  for (const { where, folder } of places) {
    it(`is there for ${where}`, async () => {
      await openMarked(draft(folder), agent('model: opus█'));

      await until(() => page.attribute(cardButton, 'aria-label'), 'the button to be there');
    });
  }

  it('comes when a loose file becomes an agent', async () => {
    const { editor } = await openMarked(
      'notes/loose.md',
      '---\nname: loose\ndescription: A loose file\n█---\n\nText.\n',
    );
    assert.equal(await page.attribute(cardButton, 'aria-label'), null);

    await editor.edit((edit) => edit.insert(editor.selection.active, 'tools: Read\n'));

    await until(() => page.attribute(cardButton, 'aria-label'), 'the button to be there');
  });

  it('is gone when the focus goes to a file that is no agent', async () => {
    await openMarked(draft(), agent('model: opus█'));
    await until(() => page.attribute(cardButton, 'aria-label'), 'the button to be there');

    await openMarked('notes/plain.md', '# Notes\n\nJust notes.█\n');

    await until(async () => (await page.attribute(cardButton, 'aria-label')) === null, 'the button to be gone');
  });
});
