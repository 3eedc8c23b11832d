// Keys, tools and other values at the cursor: from the server, beside what VS Code offers by itself.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { agent, draft, places, shownTexts } from './agents.ts';
import { completions, labelOf, openMarked, page, suggest, until } from './helpers.ts';

/** What is offered without snippets, once a label is among it: the server may still be starting. */
async function offered(uri: vscode.Uri, position: vscode.Position, expected: string): Promise<string[]> {
  return until(async () => {
    const items = await completions(uri, position);
    const labels = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet).map(labelOf);
    return labels.includes(expected) && labels;
  }, `“${expected}” to be offered`);
}

function doubled(labels: readonly string[]): string[] {
  return labels.filter((label, index) => labels.indexOf(label) !== index);
}

for (const { where, folder } of places) {
  describe(`completion in ${where}`, () => {
    for (const [what, lines, expected] of [
      ['keys', '█', 'maxTurns'],
      ['models', 'model: █', 'opus'],
      ['tools', 'tools: █', 'Agent'],
      ['permission modes', 'permissionMode: █', 'auto'],
      ['memories', 'memory: █', 'project'],
    ] as const) {
      it(`offers no label of ${what} twice`, async () => {
        const { uri, position } = await openMarked(draft(folder), agent(lines));

        assert.deepEqual(doubled(await offered(uri, position, expected)), []);
      });
    }

    for (const [place, lines, key, expected] of [
      ['after a comma', 'tools: Read█', ',', 'Bash'],
      ['on a new line', 'maxTurns: 3█', 'Enter', 'tools'],
    ] as const) {
      it(`shows by itself ${place}, also what VS Code offers otherwise`, async () => {
        const { uri } = await openMarked(draft(folder), agent(lines));
        await offered(uri, new vscode.Position(3, 0), 'color');

        await page.press(key);

        await shownTexts('.suggest-widget.visible .monaco-list-row .label-name', (labels) => labels.includes(expected));
      });
    }

    it('leaves out keys that are written already', async () => {
      const { uri, position } = await openMarked(draft(folder), agent('maxTurns: 3\n█'));

      const labels = await offered(uri, position, 'color');

      assert.deepEqual(
        labels.filter((label) => ['name', 'description', 'maxTurns'].includes(label)),
        [],
      );
    });

    it('leaves out tools that are listed already', async () => {
      const { uri, position } = await openMarked(draft(folder), agent('tools: Agent, █'));

      const labels = await offered(uri, position, 'TodoWrite');

      assert.equal(labels.includes('Agent'), false);
    });
  });
}

describe('completion', () => {
  it('writes a key with its colon and the start of its value', async () => {
    const { document } = await openMarked(draft(), agent('maxT█'));
    await suggest();
    const focused = '.suggest-widget.visible .monaco-list-row.focused .label-name';
    await until(async () => (await page.texts(focused))[0] === 'maxTurns', 'the key to be selected');

    await page.press('Enter');

    await until(() => /\nmaxTurns: \S*\n/.test(document.getText()), 'the key to be written');
  });

  it('explains a key beside the list', async () => {
    const { uri, position } = await openMarked(draft(), agent('█'));
    await offered(uri, position, 'maxTurns');

    const item = (await completions(uri, position)).find((one) => labelOf(one) === 'maxTurns');

    const { value } = (item as vscode.CompletionItem).documentation as vscode.MarkdownString;
    assert.match(value, /^\*\*maxTurns\*\* — /);
  });

  it('offers hook events inside hooks', async () => {
    const { uri, position } = await openMarked(draft('toolbox/agents'), agent('hooks:\n  █'));

    const labels = await offered(uri, position, 'PreToolUse');

    assert.equal(labels.includes('maxTurns'), false);
  });
});
