// The strict YAML reader, rule by rule: text in, value or error out. Compared with libyaml itself on 100,000 made texts.
import { describe, expect, test } from 'vitest';
import { parseLibyaml } from '../../server/src/runtimes/shared/libyaml/index.ts';
import { plainOf } from '../../server/src/runtimes/shared/libyaml/plain.ts';

/** The value, or the code of the error and the characters it points at. */
function read(text: string): unknown {
  const { root, errors } = parseLibyaml(text);
  const [error] = errors;
  if (!error) return plainOf(root);
  return `${error.code} “${text.slice(error.span.start, error.span.end)}”`;
}

const ROWS: Readonly<Record<string, readonly (readonly [text: string, result: unknown])[]>> = {
  'what a plain scalar stands for': [
    ['a: yes', { a: 'yes' }],
    ['a: True', { a: true }],
    ['a: ~', { a: null }],
    ['a:', { a: null }],
    ['a: 2020-01-01', { a: '2020-01-01' }],
    ['a: 1.0.0', { a: '1.0.0' }],
    ['a: 007', { a: '007' }],
    ['a: +12', { a: 12 }],
    ['a: 0x1F', { a: 31 }],
    ['a: -0o17', { a: -15 }],
    ['a: 0b101', { a: 5 }],
    ['a: 0o18', { a: '0o18' }],
    ['a: 1e3', { a: 1000 }],
    ['a: 1.', { a: 1 }],
    ['a: .5', { a: 0.5 }],
    ['a: .', { a: '.' }],
    ['a: 1_000', { a: '1_000' }],
    ['a: .inf', { a: Number.POSITIVE_INFINITY }],
    ['a: .nan', { a: Number.NaN }],
    ['a: 1e400', { a: '1e400' }],
    ['a: 18446744073709551615', { a: 2 ** 64 }],
    ['1: a', { 1: 'a' }],
    ['null: a', { null: 'a' }],
  ],
  tags: [
    ['a: !!str 3', { a: '3' }],
    ['a: !!str', { a: '' }],
    ['a: !!int "3"', { a: 3 }],
    ['a: !!bool yes', 'tag-mismatch “!!bool yes”'],
    ['a: !!timestamp 2020-01-01', { a: '2020-01-01' }],
    ['a: ! false', { a: false }],
    ['a: !x false', { a: false }],
    ['a: !<tag:yaml.org,2002:str> 3', { a: '3' }],
    ['a: !e!x y', 'unknown-tag-handle “!e!x”'],
    ['%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 3', { a: '3' }],
    ['a: !!str,b', 'text-after-tag “!!str”'],
    ['a: !%zz b', 'bad-tag-escape “!”'],
  ],
  'plain text': [
    ['a: b\n  c', { a: 'b c' }],
    ['a: b\n\n  c', { a: 'b\nc' }],
    ['a: b #c', { a: 'b' }],
    ['a: b#c', { a: 'b#c' }],
    ['a: b:c', { a: 'b:c' }],
    ['a: b\u2028  c', { a: 'b\u2028c' }],
    ['a: ::b', { a: '::b' }],
    ['a: b: c', 'nested-mapping “:”'],
    ['a: b\n  c: d', 'nested-mapping “:”'],
    ['a: b\nfree text', 'missing-colon “free text”'],
    ['a: @b', 'reserved-character “@”'],
    ['a: `b`', 'reserved-character “`”'],
    ['a: %b', 'reserved-character “%”'],
    ['a: 1\nb:\u00a0c\nd: e', 'missing-colon “b:\u00a0c”'],
    ['a: b\n\tc', 'tab-in-plain “\t”'],
  ],
  quotes: [
    ["a: 'it''s'", { a: "it's" }],
    ['a: "\\u0041\\x42\\t\\/"', { a: 'AB\t/' }],
    ['a: "b\n\n  c"', { a: 'b\nc' }],
    ['a: "b \\\n   c"', { a: 'b c' }],
    ['a: "b\nc"', { a: 'b c' }],
    ['a: "\\d"', 'bad-escape “\\d”'],
    ['a: "\\x4"', 'bad-hex-escape “\\x4”'],
    ['a: "\\ud800"', 'bad-code-point “\\ud800”'],
    ['a: "b" c', 'expected-key “c”'],
    ["a: 'don't'", "expected-key “t'”"],
    ['a: "b', 'unclosed-quote “"”'],
    ['a: "b\n---\n', 'document-in-quotes “"”'],
  ],
  'block scalars': [
    ['a: |\n  b: c\n  d', { a: 'b: c\nd' }],
    ['a: |\n  b\n', { a: 'b\n' }],
    ['a: |+\n  b\n\n', { a: 'b\n\n' }],
    ['a: >-\n  b\n  c\n\n  d', { a: 'b c\nd' }],
    ['a: >\n  b\n   c\n  d\n', { a: 'b\n c\nd\n' }],
    ['a: |2-\n   b\n', { a: ' b' }],
    ['a: |-2 # c\n   b\n', { a: ' b' }],
    ['a: |\nb: c', { a: '', b: 'c' }],
    ['a: | b', 'bad-block-header “b”'],
    ['a: |0\n b', 'zero-indentation “0”'],
    ['a: |\n\tb', 'tab-in-block “\t”'],
  ],
  'mappings and lists': [
    ['a:\n- b\nc: d', { a: ['b'], c: 'd' }],
    ['- a: b\n  c: d\n-\n- e', [{ a: 'b', c: 'd' }, null, 'e']],
    ['? a\n: b\n? c', { a: 'b', c: null }],
    ['[a, b]: c', { null: 'c' }],
    ['<<: {a: b}', { '<<': { a: 'b' } }],
    ['a: - b', 'list-item-here “-”'],
    ['a: b\n c: d', 'nested-mapping “:”'],
    ['a:\n  b: c\n d: e', 'expected-key “d”'],
    ['- a\nb: c', 'expected-item “b”'],
    [': a', 'expected-key “:”'],
    ['a:\n\tb: c', 'tab-before-token “\t”'],
    ['a: 1\na: 2', 'duplicate-key “a”'],
    ['a: {b: 1, "b": 2}', 'duplicate-key “"b"”'],
    ['1: a\n"1": b', { 1: 'b' }],
    ['[a]: 1\n[a]: 2', 'duplicate-key “[a]”'],
  ],
  'between brackets': [
    ['a: [b, "c",]', { a: ['b', 'c'] }],
    ['a: {b: c, d}', { a: { b: 'c', d: null } }],
    ['{"a":b}', { a: 'b' }],
    ['a: [b: c]', { a: [{ b: 'c' }] }],
    ['a: [b\nc]', { a: ['b c'] }],
    ['a: [b\nc: d', 'expected-list-end “:”'],
    ['a: {b', 'expected-map-end “”'],
    ['a: [b]c', 'expected-key “c”'],
    ['a: [b:]', 'flow-colon “:”'],
    ['a: [- b]', 'expected-node “-”'],
    ['[? : a]', 'expected-list-end “a”'],
    ['a: [*]', 'bad-anchor “*”'],
  ],
  'anchors and aliases': [
    ['a: &x b\nc: *x', { a: 'b', c: 'b' }],
    ['a: &x !!str 1', { a: '1' }],
    ['a: *b', 'unknown-anchor “*b”'],
    ['a: &x [*x]', 'too-deep “*x”'],
    ['a: *', 'bad-anchor “*”'],
    ['a: &x', { a: null }],
  ],
  'one document': [
    ['# comment', null],
    ['', null],
    ['a: b\n...\n# c\n', { a: 'b' }],
    ['a: b\n...\nc: d', 'several-documents “c”'],
    ['a: b\n--- c', 'several-documents “---”'],
    ['a: b\n...\n@', 'several-documents “@”'],
    [' a: b\nc: d', 'text-after-document “c”'],
    ['\ufeffa: b', { a: 'b' }],
    ['a: b\0', 'control-character “\0”'],
    ['a: \x7f', 'control-character “\x7f”'],
    ['%YAML 1.2\n---\na: b', { a: 'b' }],
    ['%YAML 2.0\n---\na: b', 'bad-directive “%YAML 2.0”'],
    ['%FOO\n---\na: b', 'bad-directive “%FOO”'],
    ['%YAML 1.2\na: b', 'expected-document “a”'],
  ],
};

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  test.each(rows)('%j', (text, result) => expect(read(text)).toEqual(result));
});

test('a key and its colon are at most 1024 characters apart, emoji counted once', () => {
  expect(read(`${'😀'.repeat(1024)}: a`)).toEqual({ ['😀'.repeat(1024)]: 'a' });
  expect(read(`${'k'.repeat(1025)}: a`)).toMatch(/^nested-mapping|^missing-colon/);
});

test('collections nest 128 deep', () => {
  expect(parseLibyaml('['.repeat(128) + ']'.repeat(128)).errors).toEqual([]);
  expect(read('['.repeat(129) + ']'.repeat(129))).toBe('too-deep “[”');
  const deep = `a: &x ${'['.repeat(126)}${']'.repeat(126)}\n`;
  expect(parseLibyaml(`${deep}b: [*x]`).errors).toEqual([]);
  expect(read(`${deep}b: [[*x]]`)).toBe('too-deep “*x”');
});

test('aliases of aliases stop where they stand for too much', () => {
  const doubled = (times: number) =>
    Array.from({ length: times }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n');
  expect(parseLibyaml(`a0: &a0 x\n${doubled(8)}`).errors).toEqual([]);
  expect(read(`a0: &a0 x\n${doubled(30)}`)).toMatch(/^too-many-aliases/);
});

test.each([
  ['a: b: c', 'mapping values are not allowed in this context at line 1 column 5'],
  ['@', 'found character that cannot start any token, while scanning for the next token'],
  [
    'a: 😀\nb: "c\n',
    'found unexpected end of stream at line 3 column 1, while scanning a quoted scalar at line 2 column 4',
  ],
  [
    'a: 😀 "\nb: [c',
    "did not find expected ',' or ']' at line 3 column 1, while parsing a flow sequence at line 2 column 4",
  ],
  ['é: \0', 'control characters are not allowed at position 4'],
  ['a: 1\na: 2', 'duplicate entry with key "a"'],
])('the words of the real reader, with its line and column: %j', (text, message) => {
  expect(parseLibyaml(text).errors.map((error) => error.message)).toEqual([message]);
});

test('nodes say how they are written and where', () => {
  const text = '---\nname: &n "a"\nlist:\n  - b\n  - |\n    c\n\nmap: {d: *n}\n';
  const { root } = parseLibyaml(text, 4);
  const shown: string[] = [];
  const visit = (node: typeof root): void => {
    if (!node) return;
    const style = node.kind === 'scalar' ? node.style : 'flow' in node ? (node.flow ? 'flow' : 'block') : '';
    shown.push(`${node.kind} ${style} ${JSON.stringify(text.slice(node.span.start, node.span.end))}`);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'map') for (const { key, value } of node.pairs) [key, value].forEach(visit);
  };
  visit(root);
  expect(shown).toEqual([
    'map block "name: &n \\"a\\"\\nlist:\\n  - b\\n  - |\\n    c\\n\\nmap: {d: *n}"',
    'scalar plain "name"',
    'scalar double "\\"a\\""',
    'scalar plain "list"',
    'sequence block "- b\\n  - |\\n    c"',
    'scalar plain "b"',
    'scalar literal "|\\n    c"',
    'scalar plain "map"',
    'map flow "{d: *n}"',
    'scalar plain "d"',
    'alias  "*n"',
  ]);
});
