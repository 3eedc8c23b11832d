// What loading for OpenCode and Kilo costs grows with the text and no faster, whatever is written in it.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { kilo } from '../../server/src/runtimes/kilo/index.ts';
import { opencode } from '../../server/src/runtimes/opencode/index.ts';
import { opencodeV2 } from '../../server/src/runtimes/opencode-v2/index.ts';
import { growth, LINEAR } from '../harness/steps.ts';

const PLACE = { scope: 'project', folder: '.opencode/agents', path: 'a.md' } as const;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const FIELDS: Readonly<Record<string, (size: number) => string>> = {
  'unknown keys': (size) => lines(size, (at) => `key${at}: value\n`),
  'values that the retry rewrites': (size) => lines(size, (at) => `key${at}: a: b\n`),
  'values that the retry rewrites for nothing': (size) => `${lines(size, (at) => `key${at}: a: b\n`)}x: [\n`,
  'rules of tools': (size) => `permission:\n${lines(size, (at) => `  tool${at}: deny\n`)}`,
  'rules that a later one overrides': (size) =>
    `permission:\n${lines(size, (at) => `  tool${at}: deny\n`)}  "*": allow\n`,
  'patterns of one tool': (size) =>
    `permission:\n  bash:\n${lines(size, (at) => `    "a${at} *": deny\n`)}    "*": allow\n`,
  'patterns of tools': (size) => `permission:\n${lines(size, (at) => `  "*a*${at}": deny\n`)}`,
  'rules that are no actions': (size) => `permission:\n${lines(size, (at) => `  tool${at}: never\n`)}`,
  'tools in other letters': (size) => `tools:\n${lines(size, (at) => `  TOOL${at}: false\n`)}`,
  'rules in a list': (size) =>
    `permissions:\n${lines(size, (at) => `  - {action: a${at}, resource: "*", effect: deny}\n`)}`,
  'rules in a list without what they need': (size) => `permissions:\n${lines(size, () => '  - {}\n')}`,
  'lists that stand in many places': (size) =>
    `x: &a [${'b, '.repeat(size)}]\noptions:\n${lines(size, (at) => `  s${at}: *a\n`)}`,
  'fences that are none': (size) => `description: |\n${'  ---\n'.repeat(size)}`,
  'lines with nothing on them': (size) => '\n'.repeat(size),
};

describe.each([opencode, opencodeV2, kilo])('$label', (runtime) => {
  test.each(Object.entries(FIELDS))('%s', (_, fields) => {
    const load = (size: number) => runtime.load(parseDocument('file:///a.md', `---\n${fields(size)}---\n`), PLACE);
    expect(growth(1_000, load)).toBeLessThanOrEqual(LINEAR);
  });
});
