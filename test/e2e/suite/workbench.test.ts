// That the machinery under every other suite works: the window, its keyboard, its pictures, and putting things back.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { activated, openMarked, page, readFile, setTheme, until, workspaceFile, writeFile } from './helpers.ts';

const path = '.claude/agents/typed.md';

describe('the window', () => {
  it('runs the extension under test', async () => {
    const extension = await activated();

    assert.equal(extension.isActive, true);
  });

  it('shows an agent file in the language VS Code has for it', async () => {
    const { document } = await openMarked(path, '---\nname: typed\n---\n█');

    assert.equal(document.languageId, 'chatagent');
  });

  it('takes what is typed on its keyboard', async () => {
    const { document } = await openMarked(path, '---\nname: typed\n---\n\n█\n');

    await page.type('Hello');
    await page.press('Shift+Home');
    await page.type('Bye');

    await until(() => document.getText().endsWith('---\n\nBye\n'), 'the typed text to be in the document');
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`is pictured in the ${theme} theme`, async () => {
      await openMarked(path, '---\nname: typed\ndescription: A picture of the editor.\n---\n\n# Title\n█');
      await setTheme(theme);

      const picture = await page.screenshot(`editor ${theme}`);

      assert.equal(existsSync(picture), true);
    });
  }
});

describe('files written by a test', () => {
  it('are there while it runs', async () => {
    await writeFile('.claude/agents/passing.md', 'here');

    assert.equal(await readFile('.claude/agents/passing.md'), 'here');
  });

  it('are gone in the next one', () => {
    assert.equal(existsSync(workspaceFile('.claude/agents/passing.md').fsPath), false);
  });
});
