// Tables with rows that do not fit: where cells begin and end, what is no table, and texts made to be slow.
import { expect, test } from 'vitest';
import { allFindings, findings, marks } from '../harness/checkRule.ts';

const CODE = 'structure/ragged-table';

test.each([
  ['CRLF', '| a | b |\r\n|---|---|\r\n| 1 | 2 | 3 |\r\n', ['3']],
  ['a quote', '> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |\n', ['3']],
  ['a list item, with tabs', '- | a | b |\n\t|---|---|\n\t| 1 | 2 | 3 |\n', ['3']],
  ['no bar at the ends', 'a | b\n--- | ---\n1 | 2 | 3\n', ['3']],
  ['right under a paragraph', '**Cases:**\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n', ['3']],
  ['a row far below', `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(50)}| 1 | 2 | 3 |\n`, ['3']],
  ['empty cells in between', '| a |\n|---|\n| 1 | | 3 | |\n', ['3']],
  ['two tables', '| a |\n|---|\n| 1 | 2 |\n\n| a |\n|---|\n| 3 | 4 |\n', ['2', '4']],
  ['bars in code and beyond', '| a | b |\n|---|---|\n| `x|y` | 2 | 3 |\n', ['2 | 3']],
  ['a lone backtick', '| a | b |\n|---|---|\n| ` | 2 | 3 |\n', ['3']],
  ['a header in a heading’s place', '# a | b\n|---|---|---|\n', []],
  ['a delimiter row in the middle', '| a | b |\n|---|---|\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n', []],
  ['an escaped bar behind a backslash', '| a |\n|---|\n| C:\\\\| |\n', []],
  ['borders drawn with other characters', '+---+---+\n| a | b |\n+---+---+\n', []],
  ['one bar in a sentence over a line', 'Read a|b\n---\nAnd go on | with it | then\n', []],
])('%s', (_, text, expected) => {
  expect(marks(CODE, text)).toEqual(expected);
});

test('a delimiter row for another number of cells is not touched where the header may be to blame', () => {
  const [finding] = findings(CODE, '| a |\n|---|---|\n| 1 | 2 |\n');
  expect(finding?.problem.fixes).toEqual([]);
  expect(finding?.id).toBe('delimiter');
});

test('a header row that is a bar alone gets no delimiter row', () => {
  const [finding] = findings(CODE, '|\n|---|---|\n');
  expect(finding?.problem.fixes).toEqual([]);
});

test('a delimiter row of one cell is made longer, and nothing below it is copied', () => {
  const [finding] = findings(CODE, 'a|b\n|-\n\nText.\n');
  expect(finding?.problem.fixes.map(({ edits }) => edits.map(({ newText }) => newText))).toEqual([[' | ---']]);
});

test('a long rest of a row is shown shortened', () => {
  const [finding] = findings(CODE, `| a |\n|---|\n| 1 | ${'x'.repeat(500)} |\n`);
  expect(finding?.values.cut).toBe(`${'x'.repeat(60)}…`);
});

test('where fences are mixed up nobody can tell what is a table', () => {
  const text = '```markdown\n| a |\n|---|\n```ts\n```\n```ts\n| 1 | 2 |\n|---|\n| 1 | 2 |\n';
  expect(allFindings(text).filter((finding) => finding.startsWith(CODE))).toEqual([]);
});
