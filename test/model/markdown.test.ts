// Block structure of Markdown: what is found, and on exactly which characters.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { type MarkdownStructure, matchProse, parseMarkdown } from '../../server/src/model/markdown.ts';
import type { Span } from '../../server/src/util/text.ts';

function parse(text: string): MarkdownStructure {
  return parseMarkdown(text, 0);
}

function at(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** `level marks|text`, with `~` before what is nested in a list or quote. */
function headings(text: string): string[] {
  return parse(text).headings.map(
    ({ level, nested, markSpan, textSpan }) =>
      `${nested ? '~' : ''}${level} ${at(text, markSpan)}|${at(text, textSpan)}`,
  );
}

/** `opening line → last line`, with `…` where it is not closed. */
function fences(text: string): string[] {
  return parse(text).fences.map(({ open, span, closed }) => {
    const last = at(text, span)
      .split(/\r\n|\r|\n/)
      .at(-1);
    return `${at(text, open)} → ${last}${closed ? '' : '…'}`;
  });
}

describe('headings', () => {
  test.each([
    [
      'ATX, with and without closing marks',
      '# A\n## B ##\n### C #x\n#### D \\#\n',
      ['1 #|A', '2 ##|B', '3 ###|C #x', '4 ####|D \\#'],
    ],
    ['without text', '#\n## \n### ###\n', ['1 #|', '2 ##|', '3 ###|']],
    ['text that is also in the marks', '# #\n- # 1\n1. # 1\n', ['1 #|', '~1 #|1', '~1 #|1']],
    ['not without a blank, nor with seven marks, nor indented as code', '#a\n\n####### b\n\n    # c\n', []],
    ['setext', 'A\n===\nB\n---\n', ['1 ===|A', '2 ---|B']],
    ['setext over two lines', 'A\nb\n===\n', ['1 ===|A\nb']],
    ['no setext below a list, a quote or a fence', '- a\n---\n> b\n---\n```\nc\n```\n---\n', []],
    ['in a quote and in a list', '> # A\n\n- ## B\n\n  ### C\n', ['~1 #|A', '~2 ##|B', '~3 ###|C']],
    ['CRLF', '# A\r\n\r\nB\r\n---\r\n', ['1 #|A', '2 ---|B']],
    ['lone CR', '# A\r\r## B\r', ['1 #|A', '2 ##|B']],
    ['emoji and other planes', '# 👩‍💻 A\n## 𝒳 B ##\n', ['1 #|👩‍💻 A', '2 ##|𝒳 B']],
    ['after a tag, which Markdown would go on with', '<example>\n# A\n</example>\n---\n', ['1 #|A']],
    ['none in a comment', '<!--\n# A\n-->\n# B\n', ['1 #|B']],
    ['none in indented or fenced code', '    # A\n\n```\n# B\n```\n', []],
    ['after an unclosed comment, none', '<!-- a\n# B\n', []],
  ])('%s', (_, text, expected) => {
    expect(headings(text)).toEqual(expected);
  });

  test('whole lines are their span', () => {
    const text = 'a\n\n## B ##\n\nC\nd\n---\n';
    expect(parse(text).headings.map(({ span }) => at(text, span))).toEqual(['## B ##', 'C\nd\n---']);
  });
});

describe('the outline', () => {
  const outline = (text: string) => parse(text).outline.map(({ text: heading }) => heading);

  test.each([
    ['leaves out quotes and lists', '# A\n> # B\n\n- # C\n', ['A']],
    ['leaves out tag blocks', '# A\n<report>\n\n# B\n\n</report>\n# C\n', ['A', 'C']],
    ['keeps what follows a tag without an end', '# A\n<report>\n\n# B\n', ['A', 'B']],
    ['knows a tag block in a tag block', '<a>\n<b>\n# A\n</b>\n# B\n</a>\n# C\n', ['C']],
    ['ends a tag block at the end of a line of text', '<a>\n# A\n\ntext</a>\n\n# B\n', ['B']],
    ['takes no type in prose for a tag', 'a Promise<void> is\n\n# A\n\n</void>\n', ['A']],
    ['leaves out a template around a fence', '```md\n```ts\n```\n# A\n```\n\n# B\n', []],
    ['leaves out a sentence above a separator', 'Do it.\n---\n\nA\n---\n', ['A']],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe('fences', () => {
  test.each([
    ['closed', '```ts\na\n```\n', ['```ts → ```']],
    ['closed with more marks and blanks', '```\na\n`````  \n', ['``` → `````  ']],
    ['not closed by fewer marks, other marks or an info string', '~~~~\na\n~~~\n```\n~~~~ a\n', ['~~~~ → ~~~~ a…']],
    ['unclosed, at the very end', '```ts', ['```ts → ```ts…']],
    ['unclosed, with only blanks after it', '```\n   ', ['``` →    …']],
    ['not closed by an indented line', '```\n    ```\n', ['``` →     ```…']],
    ['not opened by a line with backticks after it', '``` a `b`\n', []],
    ['in a list item', '- ```js\n  a\n  ```\n', ['```js →   ```']],
    ['ended by the end of its list item', '- ```js\n  a\n- b\n', ['```js →   a…']],
    ['in a quote', '> ```\n> a\n> ```\n', ['``` → > ```']],
    ['ended by the end of its quote', '> ```\n> a\nb\n', ['``` → > a…']],
    ['in an item in a quote', '> - ~~~\n>   a\n>   ~~~\n', ['~~~ → >   ~~~']],
    ['CRLF', '```ts\r\na\r\n```\r\n', ['```ts → ```']],
    ['more marks outside', '````md\n```ts\n```\n````\n', ['````md → ````']],
    [
      'as Markdown reads them where inside and outside are alike',
      '```md\n```ts\n```\n```\n',
      ['```md → ```', '``` → ```…'],
    ],
  ])('%s', (_, text, expected) => {
    expect(fences(text)).toEqual(expected);
  });

  test('the info string is trimmed', () => {
    expect(parse('```  ts x \n```\n').fences.map(({ info, mark }) => [mark, info])).toEqual([['```', 'ts x']]);
  });

  test.each([
    ['balanced', '```md\n```ts\n```\n```\n', true],
    ['not balanced', '```md\n```ts\n```\n', false],
    ['balanced with other marks inside', '```\n~~~\n```\n', true],
  ])('nesting: %s', (_, text, balanced) => {
    expect(parse(text).fenceNesting.balanced).toBe(balanced);
  });
});

describe('prose', () => {
  const prose = (text: string) => parse(text).prose.map((span) => at(text, span));

  test('is everything but code and comments, in whole lines', () => {
    const text =
      '# A\npara\ngraph\n\n- item\n  more\n\n```\ncode\n```\n<tag>\nx\n\n    code\n<!-- c -->\n| a |\n|---|\n';
    expect(prose(text)).toEqual(['# A', 'para\ngraph', '- item\n  more', '<tag>', 'x', '| a |\n|---|']);
  });

  test('a pattern does not see inline code, and its matches have offsets in the text', () => {
    const text = 'a `x` x ``x ` x`` x\n\n`x\n\nx`\n';
    const structure = parse(text);
    expect(matchProse(structure, /x/g).map(({ index }) => index)).toEqual([6, 18, 22, 25]);
  });
});

describe('links', () => {
  const targets = (text: string) =>
    parse(text).links.map(({ target, targetSpan }) => (at(text, targetSpan) === target ? target : 'wrong span'));

  test.each([
    ['plain, with title, in angle brackets', '[a](b.md) [c](d.md "t") [e](<f g.md>)\n', ['b.md', 'd.md', 'f g.md']],
    ['the same text before the target', '[b.md](b.md)\n', ['b.md']],
    ['brackets in the target', '[a](b_(c).md)\n', ['b_(c).md']],
    ['definitions', '[a]: b.md\n[c]: <d e.md> "t"\n', ['b.md', 'd e.md']],
    ['no definition with more text', '[Option A]: do this\n[^1]: note\n', []],
    ['no image, no code', '![a](b.png) `[c](d.md)`\n\n```\n[e](f.md)\n```\n', []],
    ['in lists, tables and headings', '- [a](b.md)\n\n| [c](d.md) |\n|---|\n\n# [e](f.md)\n', ['b.md', 'd.md', 'f.md']],
    ['CRLF and emoji', '👍 [a](b.md)\r\n', ['b.md']],
  ])('%s', (_, text, expected) => {
    expect(targets(text)).toEqual(expected);
  });
});

describe('in a document', () => {
  test('offsets count from the beginning of the file', () => {
    const text = '\uFEFF---\r\nname: a\r\n---\r\n\r\n# 👍 A\r\n\r\n[b](c.md)\r\n';
    const { markdown } = parseDocument('file:///a.md', text);
    expect(markdown.headings.map(({ textSpan }) => at(text, textSpan))).toEqual(['👍 A']);
    expect(markdown.links.map(({ targetSpan }) => at(text, targetSpan))).toEqual(['c.md']);
  });

  test('a body may begin in the middle of a line', () => {
    const text = '---\nname: a --- # A\n\n# B\n';
    const { markdown } = parseDocument('file:///a.md', text);
    expect(markdown.headings.map(({ span }) => at(text, span))).toEqual(['# A', '# B']);
  });
});
