// "Check Answer Against Contract": the answer in the active editor, the contract of an open agent.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { shownTexts } from './agents.ts';
import { codeOf, diagnostics, open, page, until, writeFile } from './helpers.ts';

const AGENT = '.claude/agents/frontend-engineer.md';
const SECTIONS = ['Summary', 'Implementation', 'Files Changed', 'Testing', 'Next Steps'];
const ROW = '.quick-input-list-entry';
const QUICK_PICK = '.quick-input-widget:not([style*="display: none"]) .quick-input-title';

/** The answer with the given sections, checked by the command; the document it stands in. */
async function checkAnswer(sections: readonly string[]): Promise<vscode.Uri> {
  await open(AGENT);
  const uri = await writeFile(
    `notes/answer-of-${sections.length}.txt`,
    sections.map((name) => `## ${name}\n\nDone.\n`).join('\n'),
  );
  await open(uri);
  void vscode.commands.executeCommand('agentwright.verifyAnswer');
  for (const question of ['Active Editor', 'frontend-engineer']) {
    // Other agents and editors may be open: VS Code keeps documents for a while.
    await shownTexts(ROW, (rows) => rows.some((row) => row.includes(question)));
    await page.type(question);
    await shownTexts(ROW, (rows) => rows.length > 0 && rows.every((row) => row.includes(question)));
    await page.press('Enter');
  }
  await until(async () => (await page.texts(QUICK_PICK)).length === 0, 'the questions to be answered');
  return uri;
}

describe('checking an answer against a contract', () => {
  it('marks what the answer leaves out', async () => {
    const uri = await checkAnswer(SECTIONS.filter((name) => name !== 'Testing'));
    const [missing, ...others] = await diagnostics(uri, (found) => found.length > 0);
    assert.equal(others.length, 0);
    assert.ok(missing);
    assert.equal(codeOf(missing), 'missing');
    assert.match(missing.message, /\bTesting\b/);
  });

  it('says so when the answer keeps it', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await checkAnswer(SECTIONS);
    // The window is told not to disturb: messages wait in the list.
    const said = async (): Promise<string> => {
      await vscode.commands.executeCommand('notifications.showList');
      return (await page.texts('.notification-list-item-message')).join(' ');
    };
    await until(async () => (await said()).includes('frontend-engineer'), 'the message');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
