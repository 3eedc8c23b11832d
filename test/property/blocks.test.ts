// The scanner of blocks against a full Markdown parser, and texts that are made to hang it.
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { scanBlocks } from '../../server/src/model/blocks.ts';
import { parseMarkdown } from '../../server/src/model/markdown.ts';
import { SEED } from '../harness/agentTexts.ts';
import { HOSTILE_MARKDOWN } from '../harness/hostileTexts.ts';

const reference = new MarkdownIt('commonmark', { html: false }).disable([
  'inline',
  'text_join',
  'reference',
  'html_block',
]);

const LINES = [
  ...[
    '# A',
    '## B ##',
    '### C #',
    'text',
    'more',
    '',
    '',
    '   ',
    '---',
    '===',
    '    code',
    '\tcode',
    '     five',
    '\\# no',
  ],
  ...[
    '- item',
    '  - sub',
    '* star',
    '+ plus',
    '-',
    '1. one',
    '10) ten',
    '2. two',
    '- - x',
    '- # H',
    '  cont',
    '   three',
  ],
  ...['> quote', '> # Q', '> - x', '> > y', '>  two', '>\ttab', '> ```', '- ```', '- * * *', '-\ttab', '    - deep'],
  ...['```', '```ts', '  ```', '~~~', '````', '``` a `b`', '#x', '####### x', '#', '__ _', '***', '- [ ] task'],
];

const markdown = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 9 }).map((lines) => lines.join('\n'));

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** Blanks at the line starts of a paragraph have no meaning; the parser keeps those the scanner drops. */
function unindented(text: string): string {
  return text.replaceAll(/\n[ \t]+/g, '\n');
}

function byParser(text: string): string[] {
  const tokens = reference.parse(`${text}\n`, {});
  return tokens.flatMap((token, index) => {
    const [from = 0, to = 0] = token.map ?? [];
    const nested = token.level > 0;
    if (token.type === 'heading_open') {
      return [`${from} ${token.tag} ${unindented(tokens[index + 1]?.content ?? '')} ${nested}`];
    }
    if (token.type !== 'fence') return [];
    const contentLines = token.content === '' ? 0 : token.content.replace(/\n$/, '').split('\n').length;
    return [`${from} ${token.markup}${token.info.trim()} ${to - from === contentLines + 2} ${nested}`];
  });
}

function byScanner(text: string): string[] {
  const { headings, fences } = scanBlocks(text, 0);
  const found = [
    ...headings.map(({ level, text: heading, span, nested }) => ({
      start: span.start,
      shown: `h${level} ${heading} ${nested}`,
    })),
    ...fences.map(({ mark, info, closed, span, nested }) => ({
      start: span.start,
      shown: `${mark}${info} ${closed} ${nested}`,
    })),
  ];
  return found.sort((a, b) => a.start - b.start).map(({ start, shown }) => `${lineOf(text, start)} ${shown}`);
}

test('headings and fences are those of CommonMark', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      expect(byScanner(text)).toEqual(byParser(text));
    }),
    { seed: SEED, numRuns: 5_000 },
  );
});

const MEGABYTE = 1_000_000;

test.each(HOSTILE_MARKDOWN)('a megabyte of %j is read', (part) => {
  const { links, outline } = parseMarkdown(part.repeat(MEGABYTE / part.length), 0);
  expect(links.length + outline.length).toBeLessThanOrEqual(MEGABYTE);
});
