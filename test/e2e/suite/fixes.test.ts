// Quick fixes: the problem goes, everything else stays, and undo brings it back.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { agent, draft, quickFixMenu, repairedAgents, serious, writtenValue } from './agents.ts';
import { apply, codeActions, codeOf, diagnostics, open, openMarked, page, setting, until } from './helpers.ts';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('agentwright');
const broken = `---
name: draft
description: Examples: many
color: Cyan
# a remark
tools: read,  Grep
colour: cyan
---

Do it.
`;
/** The sample after the fixes that are certain: what a misspelt key was meant to be is for its author to say. */
const fixed = broken
  .replace('Examples: many', '"Examples: many"')
  .replace('Cyan', 'cyan')
  .replace('read,  Grep', 'Read,  Grep');

/** The fix that is certain, which the key for automatic fixes takes. */
async function preferredFix(document: vscode.TextDocument, at: vscode.Range): Promise<vscode.CodeAction> {
  const actions = await codeActions(document, at);
  const found = actions.find(({ isPreferred }) => isPreferred);
  assert.ok(found, `none is preferred of: ${actions.map((action) => action.title).join(', ')}`);
  return found;
}

function isRepaired(one: vscode.Diagnostic): boolean {
  return codeOf(one) === 'frontmatter/repaired';
}

/** Other problems may stand before it: drafts of other tests lie in the same workspace. */
async function unquoted({ uri }: vscode.TextDocument): Promise<vscode.Diagnostic> {
  const found = (await diagnostics(uri, (all) => all.some(isRepaired))).find(isRepaired);
  assert.ok(found);
  return found;
}

for (const path of repairedAgents) {
  describe(`putting the value in quotes in ${path.split('/').at(-1)}`, () => {
    it('takes the problem away and changes nothing but the quotes', async () => {
      const { document } = await open(path);
      const before = document.getText();
      const value = writtenValue(document, 'description');
      const problem = await unquoted(document);

      await apply(await preferredFix(document, problem.range));

      assert.equal(document.getText(), before.replace(value, `"${value}"`));
      await diagnostics(document.uri, (all) => serious(all).length === 0);
    });

    it('is undone in one step', async () => {
      const { document } = await open(path);
      const before = document.getText();
      const problem = await unquoted(document);
      await apply(await preferredFix(document, problem.range));

      await vscode.commands.executeCommand('undo');

      await until(() => document.getText() === before, 'the text to be as it was');
      await diagnostics(document.uri, (all) => all.some(isRepaired));
    });
  });
}

describe('a quick fix', () => {
  const quotable = '---\nname: draft\ndescription: Examples: m█any\n---\n\nDo it.\n';

  it('is the first in the menu, and taken with the Enter key', async () => {
    const { document, uri } = await openMarked(draft(), quotable);
    const [problem] = (await diagnostics(uri, (all) => all.some(isRepaired))).filter(isRepaired);
    assert.ok(problem);
    const { title } = await preferredFix(document, problem.range);
    const [first] = await quickFixMenu();
    assert.ok(first?.includes(title), `${first} in place of ${title}`);

    await page.press('Enter');

    await until(() => document.getText().includes('"Examples: many"'), 'the value to be quoted');
  });

  it('is preferred, so that the key for automatic fixes takes it', async () => {
    const { document, uri } = await openMarked(draft(), quotable);
    await diagnostics(uri);

    // Problems that are told anew call the command off, and so does the command itself: only then it is given again.
    let told = 0;
    let given = -1;
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((each) => each.toString() === uri.toString())) told += 1;
    });
    try {
      await until(async () => {
        if (given !== told) {
          given = told;
          await vscode.commands.executeCommand('editor.action.autoFix');
        }
        return document.getText().includes('"Examples: many"');
      }, 'the value to be quoted');
    } finally {
      listener.dispose();
    }
  });

  it('of the problem at the cursor is offered, and no other', async () => {
    const { document, uri } = await openMarked(draft(), agent('colour: cyan\nmodel: son█et'));
    await diagnostics(uri, (all) => all.length > 1);

    const titles = (await codeActions(document, 'sonet')).map(({ title }) => title);

    assert.ok(
      titles.some((title) => title.includes('sonnet')),
      titles.join(),
    );
    assert.equal(
      titles.some((title) => title.includes('color')),
      false,
      titles.join(),
    );
  });

  it('is not offered where nothing is wrong', async () => {
    const { document, uri } = await openMarked(draft(), agent('color: teal\nmodel: opus█'));
    await diagnostics(uri);

    assert.deepEqual(await codeActions(document, 'opus'), []);
  });
});

describe('fixing all problems', () => {
  async function fixAllIn(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
    return codeActions(document, new vscode.Range(0, 0, document.lineCount, 0), fixAll);
  }

  it('repairs what is certain and leaves remarks, order and all other text', async () => {
    const { document, uri } = await openMarked(draft(), `█${broken}`);
    await diagnostics(uri);

    for (const action of await fixAllIn(document)) await apply(action);

    assert.equal(document.getText(), fixed);
    await diagnostics(uri, (all) => serious(all).map(codeOf).join() === 'frontmatter/unknown-key');
  });

  it('is not offered a second time', async () => {
    const { document, uri } = await openMarked(draft(), `█${fixed}`);
    await diagnostics(uri);

    assert.deepEqual(await fixAllIn(document), []);
  });

  it('is done by the command of VS Code', async () => {
    const { document, uri } = await openMarked(draft(), `█${broken}`);
    await diagnostics(uri);

    await vscode.commands.executeCommand('editor.action.fixAll');

    await until(() => document.getText() === fixed, 'the text to be fixed');
  });

  it('happens on saving where the settings say so', async () => {
    const restore = await setting('editor.codeActionsOnSave', { 'source.fixAll.agentwright': 'explicit' });
    try {
      const { document, editor, uri } = await openMarked(draft(), `█${broken}`);
      await diagnostics(uri);
      await editor.edit((edit) => edit.insert(new vscode.Position(document.lineCount - 1, 0), 'More.\n'));

      await document.save();

      assert.equal(document.getText(), `${fixed}More.\n`);
    } finally {
      await restore();
    }
  });
});
