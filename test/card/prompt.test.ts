// The rendered prompt: blocks with their places, Markdown as Markdown, tags as text, links and pictures harmless.
import { describe, expect, test } from 'vitest';
import { splitBlocks } from '../../server/src/card/blocks.ts';
import { isRelativePath, markdownToHtml } from '../../server/src/card/markdownHtml.ts';
import { agent, cardOf, htmlOf } from './support.ts';

const render = (source: string, interactive = true): string => markdownToHtml(source, {}, { interactive });

describe('blocks', () => {
  test('each starts where it stands in the file', () => {
    const text = agent('', '# One\n\nText\nmore\n\n- a\n\n- b\n\nEnd\n');
    const blocks = cardOf(text).prompt.blocks;
    expect(blocks.map(({ text: source }) => source)).toEqual(['# One', 'Text\nmore', '- a\n\n- b', 'End']);
    expect(blocks.map(({ offset, text: source }) => text.slice(offset, offset + source.length))).toEqual(
      blocks.map(({ text: source }) => source),
    );
  });

  test('a code fence is never cut', () => {
    const source = '```md\n# no heading\n\ntext\n~~~\n```\n\nafter\n';
    expect(splitBlocks(source, 0).map(({ text }) => text)).toEqual([
      source.slice(0, source.indexOf('\n\nafter')),
      'after',
    ]);
  });

  test('CRLF gives the same blocks at the right places', () => {
    const text = agent('', '# One\n\nText\n').replaceAll('\n', '\r\n');
    const blocks = cardOf(text).prompt.blocks;
    expect(blocks.map(({ offset }) => offset)).toEqual([text.indexOf('# One'), text.indexOf('Text')]);
  });

  test('links may be defined elsewhere', () => {
    expect(htmlOf(agent('', 'See [it][1].\n\nMore.\n\n[1]: https://example.com/x\n'))).toContain(
      '<a href="https://example.com/x"',
    );
  });

  test('a very long prompt is cut, and says so', () => {
    const { prompt } = cardOf(agent('', 'word '.repeat(60_000)));
    expect(prompt.omitted).toBeGreaterThan(0);
  });

  test('an empty prompt is said to be empty', () => {
    const quiet = /<p class="quiet">[^<]+<\/p>/g;
    const said = (body: string) => htmlOf(agent('', body)).match(quiet)?.length ?? 0;
    expect(said('')).toBe(said('Work.\n') + 1);
  });
});

describe('Markdown', () => {
  test('headings stand below those of the card', () => {
    expect(render('# One')).toContain('<h3 class="md-h1">One</h3>');
    expect(render('###### Six')).toContain('<h6 class="md-h6">Six</h6>');
  });

  test('tags are seen, and keep their lines', () => {
    expect(render('<example>\nuser: hi\n</example>')).toBe(
      '<p class="lines"><span class="tag">&lt;example&gt;</span>\nuser: hi\n<span class="tag">&lt;/example&gt;</span></p>\n',
    );
  });

  test('code stays code', () => {
    expect(render('`<b>`')).toBe('<p><code>&lt;b&gt;</code></p>\n');
    expect(render('```\n<b>\n```')).toContain('<pre><code>&lt;b&gt;\n</code></pre>');
  });

  test('task boxes and table alignment', () => {
    expect(render('- [x] done')).toContain('<span class="box" aria-label="done">☑</span> done');
    expect(render('| a |\n| -: |\n| 1 |')).toContain('<th class="align-right">a</th>');
  });
});

describe('links', () => {
  test('web links open', () => {
    expect(render('[a](https://example.com/?a=1&b=2 "t")')).toContain('<a href="https://example.com/?a=1&amp;b=2"');
  });

  test('relative links ask the editor, where there is one', () => {
    expect(render('[a](docs/x.md)')).toContain('<button type="button" class="link" data-open="docs/x.md"');
    expect(render('[a](docs/x.md)', false)).toContain('<span class="inert-link"');
  });

  test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd'])(
    '%s leads nowhere',
    (target) => {
      expect(render(`[a](${target})`)).not.toMatch(/<a |<button/);
      expect(render(`[a](<${target}>)`)).not.toMatch(/<a |<button/);
    },
  );

  test.each(['command:foo', 'vscode://x/y', 'mailto:a@b.c', '//host/x', '/etc/passwd', '#part'])(
    '%s is inert',
    (target) => {
      expect(render(`[a](${target})`)).not.toMatch(/<a |<button/);
    },
  );

  test.each([
    ['docs/a.md', true],
    ['../a.md', true],
    ['a b.md#c', true],
    ['C:\\x', false],
    ['\\\\host\\x', false],
    ['http:x', false],
    ['', false],
  ])('%j is a relative path: %s', (target, expected) => {
    expect(isRelativePath(target)).toBe(expected);
  });

  test('pictures are named, never fetched', () => {
    expect(render('![a cat](https://example.com/c.png)')).toBe('<p><span class="image">Image: a cat</span></p>\n');
    expect(render('![](data:image/png;base64,AAAA)')).not.toContain('<img');
  });
});
