// The setting `runtimes`: what can be written, and what is reported for whom.
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../server/src/lsp/settings.ts';
import { AUTO, extentOf, readSelection } from '../../server/src/runtimes/selection.ts';

const KNOWN = ['claude-code', 'gemini-cli'];

describe('what is written', () => {
  test.each([
    ['auto', AUTO, []],
    [['gemini-cli'], ['gemini-cli'], []],
    [['gemini-cli', 'gemini-cli'], ['gemini-cli'], []],
    [[], [], []],
    [['gemini', 'gemini-cli', 3], ['gemini-cli'], ['gemini', 3]],
    // Nothing usable is as good as nothing written.
    [['gemini'], null, ['gemini']],
    ['gemini-cli', null, ['gemini-cli']],
    [null, null, [null]],
    [{}, null, [{}]],
  ])('%j', (written, selection, unknown) => {
    const reading = readSelection(written, KNOWN);
    expect(reading.selection).toEqual(selection);
    expect(reading.unknown.map(({ value }) => value)).toEqual(unknown);
  });
});

test.each([
  [AUTO, 'full', 'brief'],
  [['gemini-cli'], 'full', 'full'],
  [['claude-code'], 'none', 'none'],
] as const)('%j', (selection, owner, other) => {
  expect(extentOf('gemini-cli', true, selection)).toBe(owner);
  expect(extentOf('gemini-cli', false, selection)).toBe(other);
});

describe('as a setting of the editor', () => {
  test('an unknown ID is named with those there are, and the others count', () => {
    const { settings, complaints } = readSettings({ runtimes: ['gemini', 'gemini-cli'] });
    expect(settings.runtimes).toEqual(['gemini-cli']);
    expect(complaints).toHaveLength(1);
    for (const part of ['agentwright.runtimes', '`gemini`', 'gemini-cli', 'claude-code']) {
      expect(complaints[0]).toContain(part);
    }
  });

  test.each([[undefined], [null], ['auto'], [7]])('%j is auto', (runtimes) => {
    expect(readSettings({ runtimes }).settings.runtimes).toBe(AUTO);
  });
});
