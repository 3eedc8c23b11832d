// Settings take effect at once, without a reload and without an edit.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { agent, draft, popups, seen } from './agents.ts';
import { codeOf, diagnostics, openMarked, setting } from './helpers.ts';

const text = agent('color: teal\nmaxTruns: 3█');

describe('the setting agentwright.rules', () => {
  let restore: (() => Thenable<void>) | undefined;
  afterEach(() => restore?.());

  it('switches a rule off, and on again', async () => {
    const { uri } = await openMarked(draft(), text);
    const has = (code: string) => (all: readonly vscode.Diagnostic[]) => all.some((one) => codeOf(one) === code);
    await diagnostics(uri, has('frontmatter/unknown-color'));

    restore = await setting('agentwright.rules', { 'frontmatter/unknown-color': 'off' });
    const left = await diagnostics(uri, (all) => !has('frontmatter/unknown-color')(all) && all.length > 0);
    assert.deepEqual(left.map(codeOf), ['frontmatter/unknown-key']);

    await restore();
    await diagnostics(uri, has('frontmatter/unknown-color'));
  });

  it('changes the severity of a rule', async () => {
    const { document, uri } = await openMarked(draft(), text);
    await diagnostics(uri);

    restore = await setting('agentwright.rules', { 'frontmatter/unknown-color': 'error' });

    const all = await diagnostics(uri, ([first]) => first?.severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(seen(document, all.slice(0, 1)), [
      { code: 'frontmatter/unknown-color', severity: 'Error', text: 'teal' },
    ]);
  });

  it('with a value that makes no sense changes nothing and puts nothing in front of the reader', async () => {
    const { uri } = await openMarked(draft(), text);
    const before = (await diagnostics(uri, (all) => all.length === 2)).map(codeOf);

    restore = await setting('agentwright.rules', { 'frontmatter/unknown-color': 17, 'no/such-rule': 'off' });
    const other = await openMarked(draft(), text);

    assert.deepEqual((await diagnostics(other.uri, (all) => all.length === 2)).map(codeOf), before);
    assert.deepEqual(await popups(), []);
  });
});

describe('the setting agentwright.diagnostics.enable', () => {
  it('takes all problems away, and brings them back', async () => {
    const { uri } = await openMarked(draft(), text);
    await diagnostics(uri);

    const restore = await setting('agentwright.diagnostics.enable', false);
    try {
      await diagnostics(uri, (all) => all.length === 0);
    } finally {
      await restore();
    }

    await diagnostics(uri, (all) => all.length > 0);
  });
});
