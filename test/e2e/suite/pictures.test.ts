// Pictures of what a writer sees, in every theme, for people to look at; and what can be checked of them by numbers.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { agent, draft, hoverAtCursor, openCard, quickFixMenu, repairedAgents, shownTexts } from './agents.ts';
import { contrast } from './contrast.ts';
import {
  codeOf,
  diagnostics,
  insertSnippet,
  nextTabStop,
  openMarked,
  page,
  readFile,
  selected,
  setTheme,
  suggest,
  until,
  webview,
} from './helpers.ts';

const themes = ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const;
const card = webview();
/** An agent with one of everything the card shows. */
const everything = [
  '---',
  'name: reviewer',
  'description: "Reviews changes.\\n\\n<example>\\nContext: A change is ready\\nuser: \\"Look at it\\"\\n',
].join('\n');
const rich = `${everything}assistant: \\"I will use the reviewer\\"\\n<commentary>\\nReviewing is its work\\n</commentary>\\n</example>"
tools: Read, Grep, Raed, mcp__github__get_issue
model: opus
color: purple
version: 2.1.0
type: reviewer
maxTurns: 20
colour: red
changelog:
  - 2.1.0: Rates its findings
  - 2.0.0: Ends in a verdict
output_schema:
  format: "markdown"
  required_sections:
    - name: "Verdict"
      pattern: "^## VERDICT: (PASS|FAIL)$"
      required: true
    - name: "Notes"
      pattern: "^## Notes"
      required: false
---

# Reviewer█

You review **changes**, and change nothing yourself. See [the guide](../../docs/conventions.md).

## Process

1. Read the change
2. Say what is wrong, \`file:line\` first

> Be kind.

| Severity | Meaning |
| --- | --- |
| High | Breaks something |

\`\`\`ts
const verdict = 'PASS';
\`\`\`
`;

async function repairedWithCursor(): Promise<string> {
  return (await readFile(repairedAgents[0] ?? '')).replace('Use this agent', 'Use this█ agent');
}

async function picture(name: string): Promise<void> {
  assert.equal(existsSync(await page.screenshot(name)), true);
}

describe('pictures', () => {
  after(() => setTheme('light'));

  for (const theme of themes) {
    describe(`in the ${theme} theme`, () => {
      before(() => setTheme(theme));
      // Away from everything that shows more under the pointer.
      beforeEach(() => page.hover('.part.sidebar .title-label'));

      it('shows the editor and the card', async () => {
        const { uri } = await openMarked(draft(), rich);
        await diagnostics(uri);
        await openCard();
        await until(() => card.text('.contract'), 'the contract to be shown');

        await picture(`card ${theme}`);
        await page.resize(1440, 2400);
        await picture(`card whole ${theme}`);
        await page.resize(1440, 900);
      });

      it('shows the card of an agent that does not load', async () => {
        await openMarked(draft(), '---\r\nname: lost\r\ndescription: Examples: many\r\n---\r\n\r\nStill here.█\r\n');
        await openCard();

        await picture(`card dropped ${theme}`);
      });

      it('shows the suggestions with their swatches', async () => {
        await openMarked(draft(), agent('color: █'));
        await suggest();

        await picture(`suggestions color ${theme}`);
      });

      it('shows the suggestions of models', async () => {
        await openMarked(draft('toolbox/agents'), agent('model: █'));
        await suggest();
        await vscode.commands.executeCommand('toggleSuggestionDetails');
        await until(() => page.attribute('.suggest-details', 'class'), 'the details to be shown');

        await picture(`suggestions model ${theme}`);
        await vscode.commands.executeCommand('toggleSuggestionDetails');
      });

      it('shows the choice of a snippet', async () => {
        const { editor } = await openMarked(draft(), '█');
        await insertSnippet(editor, 'Agent with all common fields');
        await until(async () => {
          if (selected(editor)[0] === 'inherit') return true;
          await nextTabStop();
          return false;
        }, 'the choice of the model');
        await shownTexts('.suggest-widget.visible .monaco-list-row');

        await picture(`snippet choice ${theme}`);
      });

      it('shows a problem with its hover', async () => {
        const { uri } = await openMarked(draft(), await repairedWithCursor());
        await diagnostics(uri, (all) => all.some((each) => codeOf(each) === 'frontmatter/repaired'));
        await hoverAtCursor('frontmatter/repaired');

        await picture(`problem hover ${theme}`);
      });

      it('shows the menu of quick fixes and the list of problems', async () => {
        const { uri } = await openMarked(draft(), await repairedWithCursor());
        await diagnostics(uri);
        await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
        await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
        await quickFixMenu();

        await picture(`quick fix ${theme}`);
        await page.press('Escape');
        await vscode.commands.executeCommand('workbench.action.closePanel');
      });

      it('has a card whose text can be read', async () => {
        await openMarked(draft(), rich);
        await openCard();
        await until(() => card.text('.contract'), 'the contract to be shown');
        const page = (await card.style('body', 'background-color')) ?? '';

        for (const part of [
          'h1',
          'h2',
          '.quiet',
          '.prompt p',
          '.refused span',
          '.ignored',
          '.prompt code',
          '.chip',
          'pre',
        ]) {
          const background = (await card.style(part, 'background-color')) ?? '';
          const ratio = contrast((await card.style(part, 'color')) ?? '', [page, background]);
          assert.ok(ratio >= 4.5, `${part} has a contrast of ${ratio.toFixed(1)} to its background`);
        }
      });
    });
  }
});
