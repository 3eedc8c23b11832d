// What reading strict YAML costs grows with the text and no faster, whatever is in it.
import { expect, test } from 'vitest';
import { parseLibyaml } from '../../server/src/runtimes/shared/libyaml/index.ts';
import { growth, LINEAR } from '../harness/steps.ts';

const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => line(at));

const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  keys: (size) => lines(size, (at) => `key${at}: value\n`).join(''),
  items: (size) => `a:\n${'  - b\n'.repeat(size)}`,
  'items in brackets': (size) => `a: [${'b, '.repeat(size)}]`,
  'items inside many brackets': (size) => `${'['.repeat(100)}${'b, '.repeat(size)}${']'.repeat(100)}`,
  'one plain scalar': (size) => `a: ${'b '.repeat(size)}`,
  'a plain scalar of many lines': (size) => `a:\n${'  b\n'.repeat(size)}`,
  'a quoted scalar': (size) => `a: "${'b\\n '.repeat(size)}"`,
  'a quote that never ends': (size) => `a: "${' b\n'.repeat(size)}`,
  'a block scalar': (size) => `a: |\n${'  b\n'.repeat(size)}`,
  'blank lines': (size) => `a: |\n${'\n'.repeat(size)}`,
  'characters of two units': (size) => `[${'😀, '.repeat(size)}]`,
  'anchors and aliases': (size) => lines(size, (at) => `- &a${at} b\n- *a${at}\n`).join(''),
  'a key that is never one': (size) => `a: b\n${'c '.repeat(size)}\n`,
  indicators: (size) => '- '.repeat(size),
};

test.each(Object.entries(TEXTS))('%s', (_, text) => {
  expect(growth(4_000, (size) => parseLibyaml(text(size)))).toBeLessThanOrEqual(LINEAR);
});
