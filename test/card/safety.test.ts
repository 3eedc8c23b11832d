// Nothing in a file becomes markup of the card: hostile texts in every field, and generated ones.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, escapeWithCode } from '../../server/src/card/escape.ts';
import { markdownToHtml } from '../../server/src/card/markdownHtml.ts';
import { cardPage } from '../../server/src/card/page.ts';
import { agent, cardOf, htmlOf } from './support.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" data-offset="0" onclick="alert(1)',
  ']]><b>x</b>',
  '<!-- --><iframe src="//evil">',
  '</button></article><form action=x>',
  '[a](javascript:alert(1)) <a href="javascript:alert(1)">x</a>',
  '![x" onerror="alert(1)](x"onerror="alert(1))',
  '[<img src=x onerror=alert(1)>](https://x/"><script>)',
  '`<script>` &lt;script&gt; &#60;script&#62;',
  '<style>*{display:none}</style>',
  '<details open ontoggle=alert(1)>',
];

describe.each(HOSTILE)('%s', (text) => {
  const yaml = JSON.stringify(text);
  test.each([
    ['name', `name: ${yaml}`],
    ['description', `description: ${yaml}`],
    [
      'an example',
      `description: ${JSON.stringify(`<example>Context: ${text}\nuser: ${text}\n<commentary>${text}</commentary></example>`)}`,
    ],
    ['model', `model: ${yaml}`],
    ['color', `color: ${yaml}`],
    ['type', `type: ${yaml}`],
    ['version', `version: ${yaml}`],
    ['tools', `tools: [${yaml}]`],
    ['disallowedTools', `disallowedTools: ${yaml}`],
    ['a key', `${yaml}: x`],
    ['a setting', `skills: [${yaml}]`],
    [
      'the contract',
      `output_schema: {format: ${yaml}, required_sections: [{name: ${yaml}, pattern: ${yaml}}, ${yaml}]}`,
    ],
    ['the changelog', `changelog: [${yaml}, {${yaml}: ${yaml}}]`],
    ['broken front matter', `description: ${text}: "${text}`],
  ])('in %s', (_, field) => {
    expectSafe(htmlOf(agent(field)));
    expectSafe(htmlOf(agent(field), false));
  });

  test.each(['{}', '# {}', '- {}\n', '| {} |\n| - |\n| {} |', '> {}', '```{}\n{}\n```', '[x]: {}\n\n[x]', '[a](<{}>)'])(
    'in the prompt as %j',
    (frame) => {
      expectSafe(htmlOf(agent('', frame.replaceAll('{}', text))));
    },
  );
});

test('any text: only known elements with known attributes', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...HOSTILE,
      '---\n',
      'name: ',
      'description: ',
      '<example>',
      '\\n',
      '\n',
      '\r\n',
      '[a]: ',
      '](',
      '`',
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
  const document = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(document, fc.boolean(), (text, asField) => {
      expectSafe(htmlOf(asField ? agent(text) : text));
    }),
    { numRuns: 300, seed: 20261121 },
  );
});

test('any Markdown: elements are closed as they are opened', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '> ',
      '```\n',
      '**',
      '_',
      '`',
      '[a](',
      ')',
      '![',
      '](x)',
      '\n',
      '\n\n',
      '| a |\n| - |\n',
      '<b>',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      expectBalanced(markdownToHtml(pieces.join(''), {}, { interactive: true }));
    }),
    { numRuns: 300, seed: 20261121 },
  );
});

test('the standalone page runs and loads nothing', () => {
  const page = cardPage(cardOf(agent('', '<script>alert(1)</script>\n')));
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|<link|<img|url\(|@import/);
  expect(page).not.toContain('<button');
});

test('code in our own sentences', () => {
  expect(escapeWithCode('the `a<b` of ``')).toBe('the <code>a&lt;b</code> of &#96;&#96;');
  expect(escapeHtml('\0"\u202e')).toBe('\\x00&quot;\\u202e');
});

test.each([
  '<script>',
  '<img src="x">',
  '<p onclick="x">',
  '<a href="javascript:x">',
  '<p title="a"b>',
  '<svg/onload=x>',
])('the guard itself sees %s', (html) => {
  expect(() => expectSafe(html)).toThrow();
});

const ELEMENTS = new Set(
  'article header section div h1 h2 h3 h4 h5 h6 p span strong em s code pre del a button ul ol li dl dt dd details summary table thead tbody tr th td blockquote hr br'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'class aria-label aria-hidden data-offset data-block data-open type title href rel start open scope'.split(' '),
);
/** What a browser takes for markup: `<` before a letter, `/`, `!` or `?`. */
const MARKUP = /<(?=[a-z/!?])(?:\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>)?/gi;

function expectSafe(html: string): void {
  for (const [whole, name, attributes = ''] of html.matchAll(MARKUP)) {
    expect(ELEMENTS, `unknown markup ${whole} in ${html}`).toContain(name);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)) {
      expect(ATTRIBUTES, `attribute ${attribute} in ${whole}`).toContain(attribute);
      if (attribute === 'href') expect(value).toMatch(/^https?:\/\//i);
      if (attribute === 'data-offset' || attribute === 'data-block') expect(value).toMatch(/^\d+$/);
    }
  }
}

function expectBalanced(html: string): void {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (name === 'br' || name === 'hr') continue;
    if (slash) expect(open.pop(), html).toBe(name);
    else open.push(name);
  }
  expect(open, html).toEqual([]);
}
