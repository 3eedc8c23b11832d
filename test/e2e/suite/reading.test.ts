// What the editor shows of an agent to its reader: hovers, the outline, swatches, colours of the text.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { agent, draft, hoverAtCursor, places } from './agents.ts';
import { hovers, openMarked, page, rangeOf, until } from './helpers.ts';

/** Hover texts at the cursor, once ours is among them. */
async function hoverAt(text: string, expected: RegExp, path = draft()): Promise<string> {
  const { uri, position } = await openMarked(path, text);
  return until(
    async () => (await hovers(uri, position)).find((one) => expected.test(one)),
    `a hover that says ${expected}`,
  );
}

describe('hover', () => {
  it('explains a key', async () => {
    const text = await hoverAt(agent('mo█del: opus'), /\*\*model\*\* — /);

    assert.match(text, /\[Documentation\]\(https:\/\//);
  });

  it('explains a value', async () => {
    await hoverAt(agent('permissionMode: pl█an'), /permissionMode: plan/);
  });

  it('says which model an alias stands for', async () => {
    await hoverAt(agent('model: op█us'), /claude-opus-\d/);
  });

  it('says that a tool does not exist', async () => {
    await hoverAt(agent('tools: Read, Ra█ed'), /\*\*Raed\*\*\s+\S/);
  });

  it('says on the opening fence what Claude Code makes of the file', async () => {
    const text = await hoverAt(`-█${agent('tools: Read, Raed').slice(1)}`, /Claude Code \d/);

    for (const name of ['`draft`', '`Read`', '`Raed`']) assert.ok(text.includes(name), text);
  });

  it('says on the opening fence that a file is dropped, and why', async () => {
    const text = `-█--\r\nname: draft\r\ndescription: Examples: many\r\n---\r\n\r\nDo it.\r\n`;

    await hoverAt(text, /frontmatter\/unparsable/);
  });

  it('shows in the editor', async () => {
    const { document } = await openMarked(draft(), agent('max█Turns: 3'));
    const texts = await hoverAtCursor('maxTurns');

    assert.equal(texts.filter((text) => text.includes('maxTurns')).length, 1);
    assert.equal(document.isDirty, false);
  });
});

describe('the outline', () => {
  for (const { where, folder } of places) {
    it(`has the front matter with its keys and every heading once, in ${where}`, async () => {
      const { uri } = await openMarked(draft(folder), agent('model: opus█', '# Title\n\n## Part\n\nText.\n'));

      const symbols = await until(async () => {
        const command = 'vscode.executeDocumentSymbolProvider';
        const all = flat(await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(command, uri));
        return all.includes('model') && all.some((name) => name.includes('Title')) && all;
      }, 'symbols of both kinds');

      assert.deepEqual(symbols.map((name) => name.replace(/^#+ /, '')).toSorted(), [
        'Part',
        'Title',
        'description',
        'front matter',
        'model',
        'name',
      ]);
    });
  }
});

function flat(symbols: readonly vscode.DocumentSymbol[]): string[] {
  return symbols.flatMap(({ name, children }) => [name, ...flat(children)]);
}

describe('the swatch beside a colour', () => {
  it('stands at the value, in the colour Claude Code shows', async () => {
    const { document, uri } = await openMarked(draft(), agent('color: █cyan'));

    const [found] = await until(async () => {
      const command = 'vscode.executeDocumentColorProvider';
      const all = await vscode.commands.executeCommand<vscode.ColorInformation[]>(command, uri);
      return all.length > 0 && all;
    }, 'a colour to be found');

    assert.deepEqual(found?.range, rangeOf(document, 'cyan'));
    assert.deepEqual(
      [found?.color.red, found?.color.green, found?.color.blue].map((part) => Math.round((part ?? 0) * 255)),
      [8, 145, 178],
    );
  });

  it('is drawn in the editor', async () => {
    await openMarked(draft(), agent('color: █cyan'));

    await until(() => page.attribute('.monaco-editor .colorpicker-color-decoration', 'class'), 'a swatch to be drawn');
  });

  it('writes a name that Claude Code knows when another colour is picked', async () => {
    const { document, uri } = await openMarked(draft(), agent('color: █cyan'));
    const command = 'vscode.executeColorPresentationProvider';
    const almostRed = new vscode.Color(0.8, 0.1, 0.1, 1);

    const offered = await until(async () => {
      const range = rangeOf(document, 'cyan');
      const all = await vscode.commands.executeCommand<vscode.ColorPresentation[]>(command, almostRed, { uri, range });
      return all.length > 0 && all;
    }, 'names of colours to be offered');

    assert.deepEqual(
      offered.slice(0, 1).map(({ label }) => label),
      ['red'],
    );
  });
});

describe('the text', () => {
  it('of the front matter is coloured as YAML: keys differ from their values', async () => {
    await openMarked(draft('.claude/agents/team'), agent('memory: project█'));
    const spans = '.view-line:has-text("memory") span span';

    await until(async () => (await page.texts(spans)).length > 1, 'the line to be coloured in parts');

    const [key, value] = [`${spans}:has-text("memory")`, `${spans}:has-text("project")`];
    assert.notEqual(await page.style(key, 'color'), await page.style(value, 'color'));
  });
});
