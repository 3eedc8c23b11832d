// Problems as the editor shows them: of the seeds, live, and only where they belong.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  agent,
  contractAgents,
  draft,
  repairedAgents,
  seen,
  serious,
  settledDiagnostics,
  withCrlf,
  writtenValue,
} from './agents.ts';
import { diagnostics, diagnosticsNow, open, openMarked, readFile, replace, until } from './helpers.ts';

for (const path of repairedAgents) {
  describe(`an agent that Claude Code repairs: ${path.split('/').at(-1)}`, () => {
    it('has exactly one warning, on the value of its description', async () => {
      const { document } = await open(path);

      const all = await diagnostics(document.uri);

      assert.deepEqual(seen(document, serious(all)), [
        { code: 'frontmatter/repaired', severity: 'Warning', text: writtenValue(document, 'description') },
      ]);
    });

    it('has an error there once it is saved with the line ends of Windows', async () => {
      const { document } = await openMarked(draft(), `█${withCrlf(await readFile(path))}`);

      const all = await diagnostics(document.uri);

      assert.deepEqual(seen(document, serious(all)), [
        { code: 'frontmatter/unparsable', severity: 'Error', text: writtenValue(document, 'description') },
      ]);
    });

    it('gets the error at the moment the line ends of the editor change', async () => {
      const { editor } = await openMarked(draft(), `█${await readFile(path)}`);
      await diagnostics(editor.document.uri, (all) => serious(all)[0]?.severity === vscode.DiagnosticSeverity.Warning);

      await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));

      await diagnostics(editor.document.uri, (all) => serious(all)[0]?.severity === vscode.DiagnosticSeverity.Error);
    });
  });
}

for (const path of contractAgents) {
  describe(`an agent with nothing wrong: ${path.split('/').at(-1)}`, () => {
    it('has no error and no warning', async () => {
      const editor = await open(path);

      assert.deepEqual(seen(editor.document, serious(await settledDiagnostics(editor))), []);
    });

    it('has none with the line ends of Windows either', async () => {
      const { editor } = await openMarked(draft(), `█${withCrlf(await readFile(path))}`);

      assert.deepEqual(seen(editor.document, serious(await settledDiagnostics(editor))), []);
    });
  });
}

describe('problems', () => {
  it('come and go with the text, without saving', async () => {
    const { editor, document, uri } = await openMarked(draft(), agent('color: cyan█'));

    await replace(editor, 'cyan', 'teal');
    const [problem] = await diagnostics(uri);
    assert.deepEqual(problem && seen(document, [problem]), [
      { code: 'frontmatter/unknown-color', severity: 'Warning', text: 'teal' },
    ]);

    await replace(editor, 'teal', 'pink');
    await diagnostics(uri, (all) => all.length === 0);
  });

  it('lead to the page of their rule', async () => {
    const { uri } = await openMarked(draft(), agent('color: teal█'));

    const [problem] = await diagnostics(uri);

    const code = problem?.code as { target: vscode.Uri };
    assert.match(code.target.toString(), /\/docs\/rules\/frontmatter\/unknown-color\.md$/);
  });

  it('are found in an agent in a folder below, which VS Code itself does not know', async () => {
    const { document, uri } = await openMarked(draft('.claude/agents/team'), agent('tools: Read, Raed█'));

    assert.deepEqual(seen(document, await diagnostics(uri)), [
      { code: 'frontmatter/unknown-tool', severity: 'Warning', text: 'Raed' },
    ]);
  });

  it('tell an agent of a plugin which fields have no effect there', async () => {
    const { document, uri } = await openMarked(draft('toolbox/agents'), agent('permissionMode: plan█'));

    const all = await diagnostics(uri);

    assert.deepEqual(
      seen(document, all).map(({ code }) => code),
      ['frontmatter/ignored-in-plugin'],
    );
  });

  it('are not looked for in Markdown that is no agent', async () => {
    const { editor, uri } = await openMarked('notes/page.md', '---\ntitle: Page\ncolour: teal\n---\n\n#### Deep█\n');
    const other = await openMarked(draft(), agent('color: teal█'));
    await diagnostics(other.uri);
    await open(editor.document.uri);

    assert.deepEqual(diagnosticsNow(uri), []);
  });

  it('go when the file is deleted', async () => {
    const { uri } = await openMarked(draft(), agent('color: teal█'));
    await diagnostics(uri);

    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);

    await until(() => diagnosticsNow(uri).length === 0, 'the problems of a deleted file to go');
  });
});
