// The manifest of a plugin in the editor: what it means for an agent of the plugin, its own problems, and their fixes.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, codeActions, codeOf, diagnostics, openMarked, workspaceFile, writeFile } from './helpers.ts';

const refused = '{\n  "name": "kit",\n  "agents": "./agents/"\n}\n';

describe('the manifest of a plugin', () => {
  it('is the reason why an agent does not load', async () => {
    await writeFile('first-plugin/.claude-plugin/plugin.json', refused);
    const { uri } = await openMarked(
      'first-plugin/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews code█\n---\n\nReview.\n',
    );

    await diagnostics(uri, (all) => all.some((one) => codeOf(one) === 'workspace/plugin-not-loaded'));
  });

  it('has its problem where it is wrong, and a fix', async () => {
    const path = 'second-plugin/.claude-plugin/plugin.json';
    await writeFile(path, refused);
    const document = await vscode.workspace.openTextDocument(workspaceFile(path));
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'json');
    const [problem] = await diagnostics(document.uri);
    assert.ok(problem);
    assert.deepEqual([codeOf(problem), document.getText(problem.range)], ['manifest/agents-folder', '"./agents/"']);

    const [fix] = await codeActions(document, problem.range);
    assert.ok(fix);
    await apply(fix);

    assert.equal(document.getText(), '{\n  "name": "kit"\n}\n');
    await diagnostics(document.uri, (all) => all.length === 0);
    await document.save();
  });
});
