// From one agent to another, as the editor does it: definition, references, symbols, calls, links, names to choose from.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { draft, places, seen, shownTexts } from './agents.ts';
import {
  codeOf,
  completions,
  diagnostics,
  labelOf,
  moveTo,
  openMarked,
  page,
  rangeOf,
  setting,
  until,
  workspaceFile,
  writeFile,
} from './helpers.ts';
import { known, namedAgent, provided, shownPlace, team } from './teams.ts';

const definitionsAt = (uri: vscode.Uri, position: vscode.Position) =>
  provided<vscode.LocationLink>('vscode.executeDefinitionProvider', uri, position);

async function symbols(query: string): Promise<string[]> {
  const command = 'vscode.executeWorkspaceSymbolProvider';
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(command, query);
  return found.map(({ name }) => name);
}

for (const { where, folder } of places) {
  describe(`a mention of an agent in ${where}`, () => {
    it('leads to the name of that agent, and nowhere else', async () => {
      const { uri, position, name } = await team(folder);

      const found = await definitionsAt(uri, position);

      assert.deepEqual(await Promise.all(found.map(shownPlace)), [`${name}.md:2: ${name}`]);
    });

    it('is one of its references', async () => {
      const { uri, position, name } = await team(folder);

      const found = await provided<vscode.Location>('vscode.executeReferenceProvider', uri, position);

      const lead = uri.path.split('/').at(-1);
      const shown = await Promise.all(found.map(shownPlace));
      assert.deepEqual(shown.sort(), [`${lead}:7: ${name}`, `${name}.md:2: ${name}`]);
    });

    it('is completed from the agents there are, when a backtick is typed', async () => {
      const { name, document } = await team(folder, () => 'Hand over to █.\n');
      await until(async () => (await symbols(name)).length > 0, 'the agent to be known');

      await page.type('`tester');
      const isListed = (labels: string[]) => labels.some((label) => label.endsWith(name));
      await shownTexts('.suggest-widget.visible .monaco-list-row .label-name', isListed);
      // One character short: once the name is whole, the list is closed.
      await page.type(name.slice('tester'.length, -1));
      const isSelected = ([label]: string[]) => label?.endsWith(name) === true;
      await shownTexts('.suggest-widget.visible .monaco-list-row.focused .label-name', isSelected);
      await page.press('Enter');

      await until(() => document.getText().includes(name), 'the name to be written');
      assert.match(document.lineAt(6).text, new RegExp(`^Hand over to \`\\S*${name}\`?\\.$`));
    });
  });
}

describe('an agent that others speak of', () => {
  it('is found among the symbols of the workspace', async () => {
    const { name } = await team();

    await until(async () => (await symbols(name)).includes(name), 'the symbol');
    assert.deepEqual((await symbols(name)).filter((each) => each === name).length, 1);
  });

  it('shows who calls it', async () => {
    const one = await team();
    const { uri, position, name } = one;
    await known(one);

    const [item] = await provided<vscode.CallHierarchyItem>('vscode.prepareCallHierarchy', uri, position);
    const calls = await provided<vscode.CallHierarchyIncomingCall>('vscode.provideIncomingCalls', item);

    assert.equal(item?.name, name);
    assert.deepEqual(
      calls.map(({ from }) => from.uri.path),
      [uri.path],
    );
  });

  it('makes a problem of its mention when its file is deleted, until it is back', async () => {
    const { uri, document, name, testerPath, tester } = await team(
      undefined,
      (named) => `Call Task(subagent_type="${named}")█ and \`Task(subagent_type="test-runner")\`.\n`,
    );
    await definitionsAt(uri, rangeOf(document, name).start);
    // The agent that remains is spelt alike.
    await writeFile(`${testerPath.replace(/\.md$/, '')}-b.md`, namedAgent(`${name}-b`));

    // As the Explorer does: watchers of the disk miss files in folders that are new.
    const deletion = new vscode.WorkspaceEdit();
    deletion.deleteFile(tester);
    await vscode.workspace.applyEdit(deletion);
    const isReported = (all: readonly vscode.Diagnostic[]) =>
      all.some((one) => codeOf(one) === 'workspace/unknown-agent');
    const all = await diagnostics(uri, isReported);
    assert.deepEqual(
      seen(document, all).filter(({ code }) => code === 'workspace/unknown-agent'),
      [{ code: 'workspace/unknown-agent', severity: 'Information', text: name }],
    );

    const creation = new vscode.WorkspaceEdit();
    creation.createFile(tester, { contents: new TextEncoder().encode(namedAgent(name)) });
    await vscode.workspace.applyEdit(creation);
    await diagnostics(uri, (now) => !isReported(now));
  });

  it('is left out where the settings leave out its folder', async () => {
    const { name, folder } = await team();
    await until(async () => (await symbols(name)).length > 0, 'the symbol');

    const putBack = await setting('files.exclude', { [folder.split('/')[0] ?? '']: true });
    try {
      await until(async () => !(await symbols(name)).includes(name), 'the symbol to go');
    } finally {
      await putBack();
    }

    await until(async () => (await symbols(name)).includes(name), 'the symbol to come back');
  });
});

const LINKS = `## Output Format

See [near](near.md), [upper](docs/conventions.md), \`docs/conventions.md\` and [the format](#output-format).█
`;

for (const { where, folder } of places) {
  describe(`links in ${where}`, () => {
    it('lead to files beside and above, each only once', async () => {
      const { uri, document, folder: own } = await team(folder, () => LINKS);
      await writeFile(`${own}/near.md`, '# Near\n');

      const found = await until(async () => {
        const links = await provided<vscode.DocumentLink>('vscode.executeLinkProvider', uri, 20);
        return links.some(({ target }) => target?.path === workspaceFile('docs/conventions.md').path) && links;
      }, 'the links');

      assert.deepEqual(
        found.map(({ range, target }) => `${document.getText(range)} → ${target?.path.split('/').at(-1)}`).sort(),
        [
          `#output-format → ${uri.path.split('/').at(-1)}`,
          'docs/conventions.md → conventions.md',
          'docs/conventions.md → conventions.md',
          'near.md → near.md',
        ],
      );
    });

    it('jump straight to the heading or the file they name', async () => {
      const { uri, document, editor, folder: own } = await team(folder, () => LINKS);
      await writeFile(`${own}/near.md`, '# Near\n');
      await definitionsAt(uri, rangeOf(document, '#output').start.translate(0, 1));

      await moveTo(editor, rangeOf(document, '#output').start.translate(0, 1));
      await vscode.commands.executeCommand('editor.action.revealDefinition');
      await until(() => editor.selection.active.line === rangeOf(document, '## Output').start.line, 'the heading');

      await moveTo(editor, rangeOf(document, 'near.md').start.translate(0, 1));
      await vscode.commands.executeCommand('editor.action.revealDefinition');
      await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('/near.md'), 'the file');
    });
  });
}

describe('anchors', () => {
  it('are offered once', async () => {
    const text = `${namedAgent('anchors')}\n## Output Format\n\nSee [it](#█)\n`;
    const { uri, position } = await openMarked(draft().replace('draft.md', 'anchors.md'), text);

    const labels = await until(async () => {
      const all = (await completions(uri, position)).map(labelOf);
      return all.some((label) => label.includes('output-format')) && all;
    }, 'the anchor to be offered');

    assert.equal(labels.filter((label) => label.includes('output-format')).length, 1, labels.join());
  });
});
