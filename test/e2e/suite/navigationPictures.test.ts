// Pictures of what leads from one agent to another, for people to look at.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { shownTexts } from './agents.ts';
import { codeOf, diagnostics, open, page, setTheme, until } from './helpers.ts';
import { known, namedAgent, type Team, team } from './teams.ts';

async function picture(name: string): Promise<void> {
  assert.equal(existsSync(await page.screenshot(name)), true);
}

/** The lead has nothing wrong in it any more: its tester is known. */
async function settled(one: Team): Promise<void> {
  await known(one);
  await diagnostics(one.uri, (all) => all.length === 0);
}

describe('pictures of navigation', () => {
  after(() => setTheme('light'));

  for (const theme of ['light', 'dark'] as const) {
    describe(`in the ${theme} theme`, () => {
      before(() => setTheme(theme));

      it('show the definition of a mention where it stands', async () => {
        await settled(await team());

        await vscode.commands.executeCommand('editor.action.peekDefinition');

        await shownTexts('.peekview-widget .peekview-title');
        await picture(`peek definition ${theme}`);
      });

      it('show its references where it stands', async () => {
        const one = await team(undefined, undefined, (name) => ({
          'other.md': `${namedAgent(`other-${name}`)}\nAsk the \`${name}\` agent.\n`,
        }));
        await settled(one);

        await vscode.commands.executeCommand('editor.action.goToReferences');

        await shownTexts('.peekview-widget .peekview-title');
        await picture(`peek references ${theme}`);
      });

      it('show who calls an agent', async () => {
        await settled(await team());

        await vscode.commands.executeCommand('editor.showCallHierarchy');

        await shownTexts('.call-hierarchy .monaco-list-row');
        await picture(`call hierarchy ${theme}`);
      });

      it('show the box in which it is renamed', async () => {
        await settled(await team());

        void vscode.commands.executeCommand('editor.action.rename');

        await until(() => page.attribute('.rename-box input:focus', 'class'), 'the box for the name');
        await picture(`rename ${theme}`);
        await page.press('Escape');
      });

      it('show a problem with another file, and the place there', async () => {
        const one = await team(undefined, undefined, (name) => ({ 'twin.md': namedAgent(name) }));
        await open(one.tester);
        await diagnostics(one.tester, (all) => all.some((each) => codeOf(each) === 'workspace/duplicate-name'));
        await vscode.commands.executeCommand('workbench.panel.markers.view.focus');

        await until(
          async () => (await page.texts('.markers-panel .monaco-list-row')).some((row) => /twin\.md.*\[Ln/.test(row)),
          'the other place to be listed',
        );
        await picture(`problem with related place ${theme}`);
        await vscode.commands.executeCommand('workbench.action.closePanel');
      });
    });
  }
});
