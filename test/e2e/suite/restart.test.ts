// The server ends in the middle of an edit, or is told to start again: the editor gets over it by itself.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { agent, draft, openCard, popups, seen, serverProcess } from './agents.ts';
import { childProcesses, diagnostics, openMarked, replace, until, webview } from './helpers.ts';

const servers = /dist[\\/]server\.js/;

/** Waits until one server runs, and not that one. */
function nextServer(than: number): Promise<number> {
  return until(() => {
    const [pid, ...more] = childProcesses(servers);
    return more.length === 0 && pid !== than && pid;
  }, 'another server to run');
}

describe('a server that is killed', () => {
  it('is started again, and the problems are those of the text as it is now', async () => {
    const { editor, document, uri } = await openMarked(draft(), agent('color: cyan█'));
    const killed = await serverProcess();
    await replace(editor, 'cyan', 'teal');
    process.kill(killed, 'SIGKILL');
    await replace(editor, 'teal', 'mauve');

    await nextServer(killed);

    const all = await diagnostics(uri, ([first]) => first !== undefined && document.getText(first.range) === 'mauve');
    assert.deepEqual(seen(document, all), [{ code: 'frontmatter/unknown-color', severity: 'Warning', text: 'mauve' }]);
    assert.deepEqual(await popups(), []);
  });

  it('leaves no old problems behind', async () => {
    const { editor, uri } = await openMarked(draft(), agent('color: teal█'));
    await diagnostics(uri);
    const killed = await serverProcess();

    process.kill(killed, 'SIGKILL');
    await replace(editor, 'teal', 'cyan');

    await diagnostics(uri, (all) => all.length === 0);
    await nextServer(killed);
  });

  it('is missed by the card for a moment only', async () => {
    const { editor } = await openMarked(draft(), agent('color: cyan█'));
    await openCard();
    const killed = await serverProcess();

    process.kill(killed, 'SIGKILL');
    await replace(editor, 'Drafts', 'Drafts letters');

    await until(async () => (await webview().text('.description'))?.includes('Drafts letters'), 'the card to follow');
    assert.equal(await webview().text('#status'), '');
  });
});

describe('the command to restart the server', () => {
  it('starts another server that knows the open files', async () => {
    const { editor, uri } = await openMarked(draft(), agent('color: teal█'));
    await diagnostics(uri);
    const old = await serverProcess();

    await vscode.commands.executeCommand('agentwright.restartServer');

    await nextServer(old);
    await replace(editor, 'teal', 'mauve');
    await diagnostics(uri, ([first]) => first?.message.includes('mauve') === true);
  });
});
