// Front matter that is read line by line: every reader modeled here makes the same of it character by character.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SETS, type SetRow } from '../../scripts/conformance/runtimes.ts';
import { shareOf } from '../../scripts/conformance/sets.ts';
import type { YamlTree } from '../../server/src/model/yaml.ts';
import { parseYaml } from '../../server/src/model/yaml.ts';
import { parseAnyRuntimeYaml, parseRuntimeYaml } from '../../server/src/runtimes/claude-code/yaml/index.ts';
import { parseAnyLibyaml, parseLibyaml } from '../../server/src/runtimes/shared/libyaml/index.ts';
import { plainOf } from '../../server/src/runtimes/shared/libyaml/plain.ts';
import { readSimpleMapping } from '../../server/src/runtimes/shared/simpleYaml.ts';
import { readAnyVsCodeYaml, readVsCodeYaml } from '../../server/src/runtimes/vscode/yaml/index.ts';
import { SEED } from '../harness/agentTexts.ts';

const RUNS = { seed: SEED, numRuns: 4_000 };

const KEYS = [
  'name',
  'a',
  'tools',
  'max-turns',
  'a_b',
  'B2',
  'true',
  'No',
  'null',
  '1',
  '-',
  '"q"',
  'k ',
  'ключ',
  '<<',
];
const COLONS = [': ', ': ', ': ', ': ', ':', ':  ', ' : ', ':\t'];
const PARTS = [
  ...['Read', 'a b', ', ', 'true', 'False', 'yes', 'null', '12', '007', '1e3', '0x1', '-', '- ', ': ', ':', ' #', '#'],
  ...[
    '"',
    "'",
    '\\n',
    '\\"',
    '\\\\',
    '\\t',
    '\\x41',
    '\\',
    '(x *)',
    '[',
    ']',
    '{',
    '}',
    '&a',
    '*a',
    '!t',
    '|',
    '>',
    '%',
  ],
  ...[
    '@',
    '`',
    '~',
    '...',
    '---',
    '😀',
    '\ud83d',
    'é',
    '代理',
    '\u00a0',
    '\u2028',
    '\x85',
    '\u3000',
    '\ufeff',
    '\0',
    ' ',
  ],
];
const LINE_ENDS = ['\n', '\n', '\n', '\r\n', '\r', '\n\n', '\n ', ''];

const inner = fc.array(fc.constantFrom(...PARTS), { maxLength: 5 }).map((parts) => parts.join(''));
const value = fc.oneof(
  inner,
  inner.map((text) => `Use ${text}`),
  inner.map((text) => `"${text}"`),
  inner.map((text) => `'${text}'`),
  fc.constantFrom('1.2.0', '2026-01-31', '1.2', '[Read, Grep]', '[Read,Grep]', '[a, yes]', '[]', '[ a ]', '12:30', 'x'),
);
const line = fc
  .tuple(fc.constantFrom(...KEYS), fc.constantFrom(...COLONS), value, fc.constantFrom(...LINE_ENDS))
  .map((parts) => parts.join(''));
const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
/** Lines that mostly are simple, so that not only refusals are compared. */
const simpleLines = fc
  .array(fc.tuple(fc.constantFrom('name', 'tools', 'a_b', 'B2'), value), { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.map(([key, written]) => `${key}: ${written}\n`).join(''));
/** Keys and items at any depth, where what belongs to what is told by the spaces before them. */
const nestedLine = fc
  .tuple(
    fc.constantFrom('', '', '  ', '  ', '    ', '      ', ' ', '- ', '  - ', '    - ', '- - ', '-  ', '-', '# '),
    fc.constantFrom('a:', 'b:', 'c: x', 'd: "y"', 'x', '"z"', '1.2.0: note', 'e: [Read, Grep]', 'f: true', 'g: 12', ''),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\n  \n', ' \n'),
  )
  .map((parts) => parts.join(''));
const nestedLines = fc.array(nestedLine, { minLength: 2, maxLength: 7 }).map((all) => `t:\n${all.join('')}`);

function expectAlike(text: string, start: number): void {
  const simple = readSimpleMapping(text, start);
  if (!simple) return;
  expect(parseRuntimeYaml(text, start)).toEqual(parseAnyRuntimeYaml(text, start));
  expect(parseLibyaml(text, start)).toEqual(parseAnyLibyaml(text, start));
  const span = { start, end: text.length };
  expect(readVsCodeYaml(text, span)).toEqual(readAnyVsCodeYaml(text, span));
  expect(valuesOf(parseYaml(text.slice(start)))).toEqual(valuesOf({ root: simple, errors: [], documentCount: 1 }));
}

function valuesOf({ root, errors }: YamlTree): unknown {
  return errors.length > 0 ? errors : plainOf(root);
}

describe('read line by line and character by character', () => {
  test('any lines', () => {
    fc.assert(fc.property(fc.oneof(lines, simpleLines, nestedLines), fc.nat({ max: 2 }), expectAlike), RUNS);
  });

  test('what real runtimes were measured on', () => {
    const texts = SETS.flatMap(({ file }) => shareOf<SetRow>(file).flatMap(({ text }) => text ?? []));
    const matters = texts.flatMap((text) => /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? []);
    expect(matters.filter((matter) => readSimpleMapping(matter, 0)).length).toBeGreaterThan(100);
    for (const matter of matters) expectAlike(matter, 0);
  });

  test.each([
    ['name: a\ntools: Read, Grep\n', { name: 'a', tools: 'Read, Grep' }],
    ['a: "say \\"no\\"\\n"\r\nb: 12\r\nc: true', { a: 'say "no"\n', b: 12, c: true }],
    ["a: 'x: #y'\n", { a: 'x: #y' }],
    ['a:\n  - b: x\n    c: [Read, Grep]\n  - w\nd:\n- z\n', { a: [{ b: 'x', c: ['Read', 'Grep'] }, 'w'], d: ['z'] }],
    ['a:\n  b:\n    1.2.0: 2026-01-31\n', { a: { b: { '1.2.0': '2026-01-31' } } }],
  ])('takes %j', (text, expected) => {
    expect(plainOf(readSimpleMapping(text, 0))).toEqual(expected);
  });
});
