// Tags without their other half: what is a tag, what is a word, and what is code.
import { expect, test } from 'vitest';
import { findings, marks } from '../harness/checkRule.ts';

const CODE = 'structure/mismatched-tag';

function described(description: string): string {
  return `---\nname: reviewer\ndescription: ${description}\n---\n\nYou review.\n`;
}

test.each([
  ['CRLF', '<rules>\r\nRead.\r\n', ['<rules>']],
  ['text right behind the tag', '<commentary>Asked for it.\n', ['<commentary>']],
  ['a step among steps', '<step>\na\n</step>\n\n<step>\nb\n', ['<step>']],
  ['closed twice', '<rules>\na\n</rules>\n</rules>\n', ['</rules>']],
  ['misspelt', '<example>\na\n</exmaple>\n', ['</exmaple>', '<example>']],
  ['a stray end of any name', 'a\n\n</your-name>\n', ['</your-name>']],
  ['crossed, with text between', '<one>\n<two>\nx\n</one>\ny\n</two>\n', ['</one>']],
  ['inside another block', '<flow>\n<rules>\nRead.\n</flow>\n', ['<rules>']],
  ['around headings and fences', '<rules>\n# a\n\n```md\n<b>\n```\n', []],
  ['attributes over two lines, and with quotes', '<step name="a"\n  when=\'a > b\'>\nx\n</step>\n', []],
  ['upper and lower case', '<Rules>\nx\n</rules>\n', []],
  ['opened in a list, a quote or bold', '- <rules>\nx\n</rules>\n\n> <one>\n> </one>\n\n**<two>** x\n</two>\n', []],
  ['a tag that begins a sentence', '<rules> are read first.\n\n<example>, too.\n', []],
  ['a placeholder under a heading', '## Rules\n\n<rules>\n\n## Context\n<context>\n', []],
  ['placeholders by the line', '<file>\n<line>\nText\n\n<answer>\nText\n', []],
  ['elements of HTML', '<p>\na\n<li>\nb\n<br>\n<div>\nc\n</p>\n', []],
  ['generics and comparisons', 'Promise<T>\n<T>\na < b > c\n<T, U>\n', []],
  ['addresses', '<https://example.com>\n<me@example.com>\n', []],
  ['inline code over a line', 'Use `<rules>\n` and\n`</rules>`\n', []],
  ['a template with fences in it', '<example>\n```md\na\n```sh\nb\n```\nc\n```\n</example>\n', []],
  ['indented as code', 'a\n\n    <rules>\n    Read.\n', []],
  ['mixed-up fences', '<rules>\nRead.\n\n```\n</rules>\n', []],
  ['a comment', '<!--\n<rules>\nRead.\n-->\n\na <!-- </rules> -->\n</rule\n', []],
])('%s', (_, text, expected) => {
  expect(marks(CODE, text).sort()).toEqual([...expected].sort());
});

test.each([
  ['cut off', '"Reviews. <example>user: a <commentary>b</commentary>"', ['<example>']],
  ['line breaks written out', 'Reviews.\\n\\n<example>\\na\\n</example>\\n- <example>\\nb', ['<example>']],
  ['lines that look like keys', '|\n  <example>\n  user: a\n  </example>', []],
  ['lines at the margin, which YAML takes for keys', 'Reviews.\n<example>\nuser: a\n</example>', []],
  ['other tags', '"Reads <path> and writes <answer>"', []],
  ['inline code', '"Looks for `<example>`"', []],
])('a description: %s', (_, description, expected) => {
  expect(marks(CODE, described(description))).toEqual(expected);
});

test('the closing tags are swapped only where nothing stands between', () => {
  expect(findings(CODE, '<one>\n<two>\nx\n</one>\ny\n</two>\n')[0]?.problem.fixes).toEqual([]);
});
