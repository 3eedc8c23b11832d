// Renaming an agent in the editor, by command and by hand: its name, its file and all that speaks of it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { places } from './agents.ts';
import { open, openMarked, page, readFile, until } from './helpers.ts';
import { known, namedAgent, provided, team } from './teams.ts';

const RENAME_INPUT = '.rename-box input:focus';

async function isThere(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}

/** Opens the box at the cursor, as F2 does, and writes a name into it. */
async function renameByHand(name: string): Promise<void> {
  void vscode.commands.executeCommand('editor.action.rename');
  await until(() => page.attribute(RENAME_INPUT, 'class'), 'the box for the name');
  await page.press('Control+A');
  await page.type(name);
  await page.press('Enter');
}

for (const { where, folder } of places) {
  describe(`renaming at a mention in ${where}`, () => {
    it('changes the mention, the name and the file', async () => {
      const one = await team(folder);
      const newPath = one.testerPath.replace(one.name, `${one.name}-new`);
      await known(one);

      const command = 'vscode.executeDocumentRenameProvider';
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        command,
        one.uri,
        one.position,
        `${one.name}-new`,
      );
      assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));

      await until(() => isThere(newPath), 'the new file');
      await until(async () => (await readFile(newPath)).includes(`name: ${one.name}-new\n`), 'the new name in it');
      assert.equal(await isThere(one.testerPath), false);
      assert.ok(one.document.getText().includes(`\`${one.name}-new\` agent`));
    });

    it('is done by hand in the same way', async () => {
      const one = await team(folder);
      const newPath = one.testerPath.replace(one.name, `${one.name}-by-hand`);
      await known(one);

      await renameByHand(`${one.name}-by-hand`);

      await until(() => one.document.getText().includes(`\`${one.name}-by-hand\` agent`), 'the mention to change');
      await until(async () => (await readFile(newPath)).includes(`name: ${one.name}-by-hand\n`), 'the new file');
      assert.equal(await isThere(one.testerPath), false);
    });

    it('says why a name cannot be', async () => {
      const one = await team(folder);
      await known(one);

      await renameByHand('a:b');

      // The window is told not to disturb: messages wait in the list.
      const said = async (): Promise<string> => {
        await vscode.commands.executeCommand('notifications.showList');
        return (await page.texts('.notification-list-item-message')).join(' ');
      };
      await until(async () => (await said()).includes('`a:b`'), 'the message');
      assert.ok(one.document.getText().includes(`\`${one.name}\` agent`));
    });
  });
}

describe('renaming at the name itself', () => {
  it('changes what speaks of it in files that are not open', async () => {
    const one = await team(undefined, undefined, (name) => ({
      'other.md': `${namedAgent('other')}\nAsk the \`${name}\` agent.\n`,
    }));
    const other = `${one.folder}/other.md`;
    await known(one);
    const editor = await open(one.tester, new vscode.Position(1, 8));
    await until(async () => {
      const found = await provided<vscode.Location>(
        'vscode.executeReferenceProvider',
        one.tester,
        editor.selection.active,
      );
      return found.length === 3;
    }, 'all mentions to be known');

    await renameByHand(`${one.name}-new`);

    await until(async () => (await readFile(other)).includes(`\`${one.name}-new\` agent`), 'the other file to change');
  });
});

describe('renaming an agent whose name is also a word of the text', () => {
  it('asks about the word, and changes the rest', async () => {
    const one = await team(
      undefined,
      (name) => `Hand over to the \`tes█${name.slice(3)}\` agent. Logs are in \`${name}\`.\n`,
    );
    const newPath = one.testerPath.replace(one.name, `${one.name}-new`);
    await known(one);

    await renameByHand(`${one.name}-new`);

    await until(async () => (await page.texts('.bulk-edit-panel .monaco-list-row')).length > 0, 'the preview');
    await page.screenshot('rename preview');
    await vscode.commands.executeCommand('refactorPreview.apply');
    await until(() => isThere(newPath), 'the new file');
    const text = `Hand over to the \`${one.name}-new\` agent. Logs are in \`${one.name}\`.`;
    await until(() => one.document.getText().includes(text), 'the mention to change, and not the word');
  });
});

describe('renaming in Markdown that is no agent', () => {
  it('is left to VS Code', async () => {
    await known(await team());
    await openMarked('notes/plain.md', '# Page\n\nWo█rds.\n');

    void vscode.commands.executeCommand('editor.action.rename');

    const atCursor = '.monaco-editor-overlaymessage .message';
    const message = await until(async () => (await page.texts(atCursor))[0], 'the message');
    assert.equal(message.trim(), 'Renaming is not supported here. Try renaming a header or link.');
  });
});
