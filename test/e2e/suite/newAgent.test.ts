// A file that has just begun: how it says how to start, what is written for the writer, and what is not red yet.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { draft, places, shownTexts } from './agents.ts';
import {
  apply,
  codeActions,
  codeOf,
  completions,
  diagnostics,
  moveTo,
  openMarked,
  page,
  selected,
  until,
} from './helpers.ts';

const rows = '.suggest-widget.visible .monaco-list-row .label-name';
const { Error: Red, Information } = vscode.DiagnosticSeverity;

/** Waits until a problem has a severity. */
async function severityOf(uri: vscode.Uri, code: string, severity: vscode.DiagnosticSeverity): Promise<void> {
  await diagnostics(uri, (all) => all.some((one) => codeOf(one) === code && one.severity === severity));
}

async function text(document: vscode.TextDocument, expected: string): Promise<void> {
  await until(() => document.getText() === expected, `the text to be ${JSON.stringify(expected)}`);
}

async function cursorAt(editor: vscode.TextEditor, line: number, character: number): Promise<void> {
  await until(() => editor.selection.active.isEqual(new vscode.Position(line, character)), 'the cursor to be there');
}

for (const { where, folder, language } of places) {
  // Of the two places with the language of plain Markdown one is enough.
  if (where.includes('below')) continue;

  describe(`a new file for ${where}`, () => {
    it('gets its closing fence with Enter after the opening one, and gives it back with one undo', async () => {
      const { editor, document } = await openMarked(draft(folder), '█');
      assert.equal(document.languageId, language);

      await page.type('---');
      await page.press('Enter');

      await text(document, '---\n\n---');
      await cursorAt(editor, 1, 0);
      await page.press('Control+Z');
      await text(document, '---');
    });

    it('is what is typed by somebody who types the closing fence too, at any speed', async () => {
      const { document } = await openMarked(draft(folder), '█');
      const typed = '---\nname: writer\ndescription: Writes the output of a process.\n---\n\nYou write.\n';

      await page.type(typed);

      await text(document, typed);
    });

    it('completes the name with that of the file', async () => {
      const { document } = await openMarked(draft(folder).replace('draft.md', 'letter-writer.md'), '█');
      await page.type('---');
      await page.press('Enter');
      await text(document, '---\n\n---');

      await page.type('name: ');
      await until(
        async () => (await page.texts(rows)).join() === 'letter-writer',
        'the name of the file to be offered',
      );
      await page.press('Enter');

      await text(document, '---\nname: letter-writer\n---');
    });

    it('becomes a whole agent by `agent`, whose description may speak of a review', async () => {
      const { editor, document } = await openMarked(draft(folder), '█');
      await page.type('agent');
      const prefixes = ['agent', 'agent-full', 'agent-specialist', 'agent-reviewer'];
      await shownTexts(rows, (labels) => isDeepStrictEqual(labels, prefixes));
      await page.press('Enter');
      await until(() => selected(editor)[0] === 'draft', 'the name to be selected');

      await page.press('Tab');
      await until(() => selected(editor)[0] === 'Use this agent when …', 'the description to be selected');
      const description = 'Use this agent to review an agent, its process, role and output, as a reviewer';
      await page.type(description);
      await page.press('Tab');

      await until(() => selected(editor)[0] === 'You are …', 'the prompt to be selected');
      await page.type('You review the model, the tools and the output');
      await page.press('Tab');
      await text(
        document,
        `---\nname: draft\ndescription: "${description}"\n---\n\nYou review the model, the tools and the output\n\n`,
      );
    });

    it('has nothing red while it is typed, and says what is missing once the cursor leaves', async () => {
      const { editor, document, uri } = await openMarked(draft(folder), '█');
      // Anywhere but in a plugin, which takes the name of the file, a name and a description have to be there.
      const [atFirst, atName] = folder.startsWith('toolbox')
        ? ['frontmatter/not-a-map', 'frontmatter/not-a-map']
        : ['frontmatter/missing-name', 'frontmatter/invalid-name'];
      await page.type('---');
      await page.press('Enter');
      await text(document, '---\n\n---');
      if (folder.startsWith('toolbox')) await page.type('na');
      await severityOf(uri, atFirst, Information);

      await page.press('Escape');
      await page.type(folder.startsWith('toolbox') ? 'me' : 'name:');
      await severityOf(uri, atName, Information);
      await page.press('Escape');
      await moveTo(editor, document.lineAt(document.lineCount - 1).range.end);
      await severityOf(uri, atName, Red);

      await moveTo(editor, document.lineAt(1).range.end);
      await severityOf(uri, atName, Red);
    });
  });
}

describe('an empty agent file', () => {
  it('says how to start, and starts from a template with its tab stops', async () => {
    const { editor, document, uri } = await openMarked(draft(), '█');
    await severityOf(uri, 'frontmatter/missing', Information);

    const actions = await codeActions(document, new vscode.Range(0, 0, 0, 0));
    const template = actions.find(({ title }) => title.includes('“Reviewer with a verdict”'));
    assert.ok(template, actions.map(({ title }) => title).join());
    await apply(template);

    await until(() => selected(editor)[0] === 'draft', 'the name to be selected');
    assert.match(document.getText(), /^---\nname: draft\ndescription: "Reviews changes/);
  });
});

describe('text that was broken when it was opened', () => {
  it('is red, wherever the cursor is', async () => {
    const { uri } = await openMarked(draft(), '---\nname:█\ndescription: Drafts\n---\n\nYou draft.\n');

    await severityOf(uri, 'frontmatter/invalid-name', Red);
  });
});

describe('a fence', () => {
  for (const [what, path, before] of [
    ['above text', draft(), '█\n\nYou draft.\n'],
    ['in Markdown that is no agent', 'notes/page.md', '█'],
    ['in the README of a folder of agents', 'case-readme/.claude/agents/README.md', '█'],
  ] as const) {
    it(`is left alone ${what}`, async () => {
      const { editor, document } = await openMarked(path, before);

      await page.type('---');
      await page.press('Enter');
      await page.type('x');

      await cursorAt(editor, 1, 1);
      // What the extension would have written at the line break is there by the time it answers.
      await completions(document.uri, editor.selection.active);
      assert.equal(document.getText(), before.replace('█', '---\nx'));
    });
  }
});

describe('a new file of another runtime', () => {
  for (const [label, path] of [
    ['VS Code', 'case-of-vs-code/.github/agents/draft.agent.md'],
    ['Gemini CLI', 'case-of-gemini/.gemini/agents/draft.md'],
  ] as const) {
    it(`begins with a template for ${label}`, async () => {
      const { document } = await openMarked(path, '█');
      await page.type('agent');
      await shownTexts(rows, (labels) => labels.includes('agent-full'));

      await page.press('Enter');

      await until(() => /^---\n(?:name: draft\n)?description: /.test(document.getText()), 'the template to be written');
    });
  }
});
