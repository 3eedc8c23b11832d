// "Convert Agent…": nothing is written before it is asked for, and then where the target reads it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, open, page, until } from './helpers.ts';

const AGENT = '.claude/agents/test-runner.md';
const TARGET = '.gemini/agents/test-runner.md';
const ROW = '.quick-input-list-entry';

async function exists(path: string): Promise<boolean> {
  return (await vscode.workspace.findFiles(path)).length > 0;
}

/** Waits for a list with such a row. */
async function listed(row: string): Promise<void> {
  await until(async () => (await page.texts(ROW)).some((text) => text.includes(row)), row);
}

describe('converting an agent', () => {
  it('shows the difference and what is lost, and writes when told to', async () => {
    const { document } = await open(AGENT);
    // From then on the server answers.
    await diagnostics(document.uri);
    void vscode.commands.executeCommand('agentwright.convertAgent');
    await listed('Gemini CLI');
    await page.type('Gemini');
    await until(async () => (await page.texts(ROW)).every((text) => text.includes('Gemini')), 'the target alone');
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
