// The runtime's second try after a YAML error: what is quoted, what is left alone, and where it stands in the file.

import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { readFrontMatter } from '../../server/src/runtimes/claude-code/read.ts';
import { entryOf } from '../../server/src/runtimes/entries.ts';

function reading(yaml: string) {
  const text = `---\n${yaml}\n---\n`;
  const { state, repairs, tabs, entries, error } = readFrontMatter(parseDocument('file:///a.md', text));
  return { text, state, repairs, tabs, entries, error };
}

function values(yaml: string): unknown {
  const { entries, state } = reading(yaml);
  if (state !== 'repaired') return state;
  return entries.map(({ value }) => (value?.kind === 'scalar' ? value.value : value?.kind));
}

describe('the second try', () => {
  it.each<[string, unknown]>([
    ['a: b: c', ['b: c']],
    ['a: [WIP] b', ['[WIP] b']],
    ['a: @b', ['@b']],
    ['a: "b" c: d', ['"b" c: d']],
    ['a: b\\ "c": d', ['b\\ "c": d']],
    ['a:\u00a0\u00a0x\nb: c: d', 'not repaired'],
    ['b: c: d\na: {x: 1}', ['c: d', '{x: 1}']],
    ['b: c: d\na: [x, y]', ['c: d', 'sequence']],
    ['b: c: d\na: [x, y] # z', ['c: d', '[x, y] # z']],
    ['b: c: d\na: [*x]', ['c: d', '[*x]']],
    ['b: c: d\na: "x: y"', ['c: d', 'x: y']],
    ['b: c: d\na: \ufeff#x', ['c: d', '#x']],
    ['b:\n\t- c', ['sequence']],
    ['b: "c\n\td"', ['c d']],
    ['b: c: d\na:\n\t- e', ['c: d', 'sequence']],
  ])('%j', (yaml, result) => {
    if (result === 'not repaired') expect(values(yaml)).not.toBeInstanceOf(Array);
    else expect(values(yaml)).toEqual(result);
  });

  it.each([
    'a: b:',
    'a: - b',
    'a: "b" c',
    "a: 'don't'",
    'a: "\\d"',
    'a: b\n  c: d',
    'a:\n  b: c: d',
    'a: b: c\r\nd: e',
    'a: |\n  b\nc: d: e',
  ])('does not save %j', (yaml) => {
    const { state, repairs, tabs, error } = reading(yaml);
    expect({ state, repairs, tabs }).toEqual({ state: 'unreadable', repairs: [], tabs: [] });
    expect(error?.message).toBeTruthy();
  });

  it('says where the quoted values stand in the file, and keeps every span there', () => {
    const { text, repairs, entries } = reading('a: one "x": two\nb: plain\nc: [x: {y\nd: "q"');
    expect(repairs.map(({ valueSpan }) => text.slice(valueSpan.start, valueSpan.end))).toEqual([
      'one "x": two',
      '[x: {y',
    ]);
    expect(entries.map(({ keySpan }) => text.slice(keySpan.start, keySpan.end))).toEqual(['a', 'b', 'c', 'd']);
    expect(entries.map(({ valueSpan }) => text.slice(valueSpan.start, valueSpan.end))).toEqual([
      'one "x": two',
      'plain',
      '[x: {y',
      '"q"',
    ]);
  });

  it('says which tabs were read as spaces', () => {
    const { text, tabs, entries } = reading('a:\n\t\t- b\nc: d');
    expect(tabs.map(({ start, end }) => text.slice(start, end))).toEqual(['\t\t']);
    const value = entryOf({ entries }, 'a')?.valueSpan;
    expect(text.slice(value?.start, value?.end)).toBe('- b');
  });

  it('gives an empty value the place after its colon', () => {
    const { text, entries } = reading('"a" :\nb: c');
    expect(text.slice(0, entries[0]?.valueSpan.start)).toBe('---\n"a" :');
  });
});
