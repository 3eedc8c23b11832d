// The runtime's YAML, rule by rule: text in, value or fault out. Every row was measured on the real runtime.
import { describe, expect, it } from 'vitest';
import { plainValue } from '../../server/src/model/plain.ts';
import { parseRuntimeYaml } from '../../server/src/runtimes/claude-code/yaml/index.ts';

function read(text: string): unknown {
  const { root, errors, documentCount } = parseRuntimeYaml(text);
  const error = errors[0];
  if (error) return `${error.code} @ ${error.span.start}`;
  return documentCount > 1 ? 'several documents' : plainValue(root);
}

const ROWS: Readonly<Record<string, readonly (readonly [text: string, result: unknown])[]>> = {
  'core values': [
    ['a: yes', { a: 'yes' }],
    ['a: Null', { a: null }],
    ['a: 2020-01-01', { a: '2020-01-01' }],
    ['a: 007', { a: 7 }],
    ['a: 1.', { a: 1 }],
    ['a: -0x10', { a: -16 }],
    ['a: 0o18', { a: '0o18' }],
    ['a: 0xffffffffffffffffff', { a: '0xffffffffffffffffff' }],
    ['a: 1e400', { a: Number.POSITIVE_INFINITY }],
    ['a: .Nan', { a: '.Nan' }],
    ['1.0: a', { 1: 'a' }],
    ['[1, 2]: a', { '1,2': 'a' }],
  ],
  'plain text': [
    ['a: b\n  c', { a: 'b c' }],
    ['a: b\n\n  c', { a: 'b\nc' }],
    ['a: b\nc', 'missing-colon @ 5'],
    ['a: b #c', { a: 'b' }],
    ['a: b#c', { a: 'b#c' }],
    ['a: b\n  # c\n  d', 'bad-indent @ 13'],
    ['a: b: c', 'nested-mapping @ 4'],
    ['a: b\n  c: d', 'colon-in-continuation @ 8'],
    ['a:b\nc: d', 'multiline-key @ 0'],
    ['a: @b', 'reserved-character @ 3'],
    ['a:\u00a0b', 'a:\u00a0b'],
    ['a: b,]}', { a: 'b,]}' }],
  ],
  quotes: [
    ["a: 'it''s'", { a: "it's" }],
    ['a: "\\u0041\\ud83d\\ude00"', { a: 'A😀' }],
    ['a: "\\d"', 'bad-escape @ 4'],
    ['a: "b\n  c"', { a: 'b c' }],
    ['a: "b\r\n  c"', { a: 'b\nc' }],
    ['a: "b\r\n\r\n  c"', { a: 'b\n\nc' }],
    ['a: "b\nc"', 'quote-indent @ 6'],
    ['a: "b" c', 'text-after-quote @ 7'],
    ['a: "b', 'unclosed-quote @ 3'],
    ['"a":b', 'text-after-quote @ 3'],
  ],
  'block scalars': [
    ['a: |\n  b: c\n  d', { a: 'b: c\nd\n' }],
    ['a: >-\n  b\n  c\n\n  d', { a: 'b c\nd' }],
    ['a: >  -\n  b', { a: 'b' }],
    ['a: |2\n   b', { a: ' b\n' }],
    ['a: | b', 'bad-block-header @ 5'],
    ['a: |\n    \n  b', 'blank-line-indent @ 5'],
    ['a: |\n  b\n # c\n  d', 'bad-indent @ 16'],
    ['a: |\n\tb', 'tab-indent @ 5'],
    ['a: |\n  b\n\t\nc: d', { a: 'b\n', c: 'd' }],
    ['a: |\n  b\n\n\t\nc: d', 'tab-indent @ 10'],
  ],
  'maps and lists': [
    ['a:\n- b\nc: d', { a: ['b'], c: 'd' }],
    ['- a: b\n  c: d', [{ a: 'b', c: 'd' }]],
    ['a:\n  b: c\n d: e', 'bad-indent @ 11'],
    ['a: - b', 'list-item-here @ 3'],
    ['? a\n: b', { a: 'b' }],
    [': a', { null: 'a' }],
    ['a: 1\na: 2', { a: 2 }],
    ['a: b\n...\nc: d', 'several documents'],
    ['a: b\n...\n# c', { a: 'b' }],
  ],
  'a key may be any node on one line': [
    ['a: b\n- c: d: e', { a: 'b', '[object Object]': 'e' }],
    ['a: b\nc\n? d', { a: 'b', c: null, d: null }],
    ['? a: b: c', { '[object Object]': 'c' }],
  ],
  brackets: [
    ['a: [b, c: d]', { a: ['b', { c: 'd' }] }],
    ['{"a":b}', { a: 'b' }],
    ['a: [b\n]', { a: ['b'] }],
    ['a: [\nb]', 'flow-indent @ 5'],
    ['a: [b', 'unclosed-list @ 3'],
    ['a: {b', 'unclosed-map @ 3'],
    ['a: [b] c', 'text-after-value @ 7'],
    ['a: [b\n]c: d', { a: ['b'], c: 'd' }],
    ['a: {{ b }}', { a: { '[object Object]': null } }],
    ['a: [#b]', 'comment-space @ 4'],
  ],
  'anchors, tags, merges': [
    ['a: &x b\nc: *x', { a: 'b', c: 'b' }],
    ['a: *x', 'unknown-alias @ 3'],
    ['a: &x b\n*x: d', 'unknown-alias @ 8'],
    ['a: !!str 3', { a: '3' }],
    ['a: !int 3', { a: 3 }],
    ['a: !x 3', { a: '3' }],
    ['a: !e!x 3', 'bad-tag @ 3'],
    ['a: 1\n<<: {a: 2, b: 3}', { a: 1, b: 3 }],
    ['<<: 3', { '<<': 3 }],
  ],
  'tabs and line ends': [
    ['a:\tb', { a: 'b' }],
    ['a:\n\t- b', 'tab-indent @ 3'],
    ['a: "b"\n\t\nc: d', { a: 'b', c: 'd' }],
    ['x: y\na: "b"\n\t\nc: d', 'tab-indent @ 12'],
    ['x: y\na: b\n\t\nc: d', { x: 'y', a: 'b', c: 'd' }],
    ['a: b\rc: d', { a: 'b', c: 'd' }],
    ['a: b\0c', 'null-character @ 4'],
  ],
};

describe('the runtime’s YAML', () => {
  for (const [name, rows] of Object.entries(ROWS)) {
    it.each(rows)(`${name}: %j`, (text, result) => {
      expect(read(text)).toEqual(result);
    });
  }

  it('gives every node the span it is written in', () => {
    const text = 'a: "b"\nc: [d, &x e]\nf:\n  - g\n';
    const { root } = parseRuntimeYaml(text);
    const spans = root?.kind === 'map' ? root.pairs.flatMap(({ key, value }) => [key.span, value?.span]) : [];
    expect(spans.map((span) => text.slice(span?.start, span?.end))).toEqual(['a', '"b"', 'c', '[d, &x e]', 'f', '- g']);
  });

  it.each(['[', '- ', '? ', 'a: {b: ', '&a\n'])('is not upset by %j a hundred thousand times', (part) => {
    expect(parseRuntimeYaml(part.repeat(100_000)).errors).toHaveLength(1);
  });

  it('does not expand aliases of aliases', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `k${i}: &a${i} [${i ? `*a${i - 1}, *a${i - 1}` : 'x'}]`);
    expect(parseRuntimeYaml(lines.join('\n')).errors).toEqual([]);
  });
});
