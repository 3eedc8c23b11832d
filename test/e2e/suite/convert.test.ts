// "Convert Agent…": nothing is written before it is asked for, and then where the target reads it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { shownTexts } from './agents.ts';
import { diagnostics, open, page, until } from './helpers.ts';

const AGENT = '.claude/agents/test-runner.md';
const TARGET = '.gemini/agents/test-runner.md';
const ROW = '.quick-input-list-entry';

async function exists(path: string): Promise<boolean> {
  return (await vscode.workspace.findFiles(path)).length > 0;
}

/** Waits for a list with such a row. */
function listed(row: string): Promise<string[]> {
  return shownTexts(ROW, (rows) => rows.some((text) => text.includes(row)));
}

describe('converting an agent', () => {
  it('shows the difference and what is lost, and writes when told to', async () => {
    const { document } = await open(AGENT);
    // From then on the server answers.
    await diagnostics(document.uri);
    void vscode.commands.executeCommand('agentwright.convertAgent');
    await listed('Gemini CLI');
    await page.type('Gemini');
    await shownTexts(ROW, (rows) => rows.length > 0 && rows.every((text) => text.includes('Gemini')));
    await page.press('Enter');
    await listed(`Create ${TARGET}`);
    await listed('color');
    await page.screenshot('convert-agent');
    const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(shown instanceof vscode.TabInputTextDiff);
    assert.equal(await exists(TARGET), false);
    await page.screenshot('convert an agent');
    await page.press('Enter');
    await until(() => exists(TARGET), 'the file');
    await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith(TARGET) === true, 'the editor');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^---\nname: test-runner\n/);
  });
});
