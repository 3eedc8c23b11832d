// Files that no one should write: the editor stays usable, the server stays up, nothing in them runs.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type * as vscode from 'vscode';
import { agent, draft, openCard, popups, serverProcess } from './agents.ts';
import { activated, codeOf, diagnostics, type Marked, openMarked, page, until, workspaceFile } from './helpers.ts';

/** Opens a file, waits for its problems, and checks that the server is the one from before. */
async function openBad(text: string): Promise<Marked & { problems: vscode.Diagnostic[] }> {
  await activated();
  const server = await serverProcess();
  const marked = await openMarked(draft(), text);
  const problems = await diagnostics(marked.uri);
  assert.equal(await serverProcess(), server);
  return { ...marked, problems };
}

/** Types a letter, and waits until the document has it. */
async function typeLetter({ document }: Marked): Promise<void> {
  const { version } = document;
  await page.type('x');
  await until(() => document.version > version, 'the letter to be in the document');
}

describe('an agent file', () => {
  it('that is empty has a problem, and a card that says so', async () => {
    const { problems } = await openBad('█');
    assert.deepEqual(problems.map(codeOf), ['frontmatter/missing']);

    await openCard();
  });

  it('of 5 MB is read while typing goes on', async () => {
    const lines = 'A line of a prompt that says little, and says it at some length, again.\n';
    const bad = await openBad(agent('color: te█al', lines.repeat(5_000_000 / lines.length)));
    assert.deepEqual(bad.problems.map(codeOf), ['frontmatter/unknown-color']);

    await typeLetter(bad);

    await diagnostics(bad.uri, ([first]) => first?.message.includes('texal') === true);
  });

  it('with 10,000 lines of front matter is read while typing goes on', async () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `key_${index}: value`).join('\n');
    const bad = await openBad(agent(`color: te█al\n${keys}`));

    await typeLetter(bad);

    assert.ok(bad.problems.some((one) => codeOf(one) === 'frontmatter/unknown-color'));
  });

  it('with aliases that grow without end is read at once', async () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x, x, x]'
        : `a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    );
    await openBad(agent(`color: te█al\n${levels.join('\n')}\nskills: *a11`));

    await openCard();
  });

  it('with NUL and other bytes that are no text keeps its problems in their places', async () => {
    const odd = '\u0000\u0001\uFFFD\u{1F600}\u202E';
    const { document, problems } = await openBad(agent('color: te█al', `${'Text. '.repeat(200)}\n\n${odd}\n`));

    assert.ok(document.getText().includes('\u0000'));
    assert.ok(problems.some((one) => document.getText(one.range) === 'teal'));
  });

  it('with front matter that is never closed says so', async () => {
    const { problems } = await openBad('---\nname: open\ndescription: Never closed█\n\n# Title\n');

    assert.ok(problems.some((one) => codeOf(one) === 'frontmatter/unclosed'));
  });

  for (const language of ['js', 'javascript']) {
    it(`that wants its front matter run as ${language} is refused, and nothing runs`, async () => {
      const trace = workspaceFile(`ran-${language}.txt`).fsPath;
      const code = `require("node:fs").writeFileSync(${JSON.stringify(trace)}, "x")`;
      const { problems } = await openBad(`---${language}\n{ name: "x", description: ${code} }\n---\n\nDo it.█\n`);

      await openCard();

      assert.notEqual(problems.length, 0);
      assert.equal(existsSync(trace), false);
    });
  }

  it('of any of these kinds puts nothing in front of the reader', async () => {
    await openBad('█');
    await openBad('---\nname: open█\n');

    assert.deepEqual(await popups(), []);
  });
});
