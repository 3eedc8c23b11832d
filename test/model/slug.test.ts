// Anchors of headings as GitHub makes them.
import { expect, test } from 'vitest';
import { headingSlugs, slugOf } from '../../server/src/text/slug.ts';

test.each([
  ['What to do?', 'what-to-do'],
  ['API & Service Development', 'api--service-development'],
  ['Größe, 代理 und ñ', 'größe-代理-und-ñ'],
  ['🎯 Role', '-role'],
  ['`parse()` and `Promise<T>`', 'parse-and-promiset'],
  ['**Bold** _and_ __more__ snake_case `_x_`', 'bold-and-more-snake_case-_x_'],
  ['See [the docs](a/b.md#c) ![logo](x.png)', 'see-the-docs-'],
  ['A <kbd>key</kbd> &amp; \\<b>', 'a-key--b'],
  ['1. First – second', '1-first--second'],
  ['  ', ''],
])('%s', (heading, slug) => {
  expect(slugOf(heading)).toBe(slug);
});

test('headings of one text are told apart', () => {
  const slugs = headingSlugs(['A', 'A', 'A-1', 'a', 'B'].map((text) => ({ text })));
  expect(slugs).toEqual(['a', 'a-1', 'a-1-1', 'a-2', 'b']);
});
