// What loading for the runtimes of documentation costs grows with the text and no faster.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { cursor } from '../../server/src/runtimes/cursor/index.ts';
import { factory } from '../../server/src/runtimes/factory/index.ts';
import { kiro } from '../../server/src/runtimes/kiro/index.ts';
import { growth, LINEAR } from '../harness/steps.ts';

const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => line(at));

const FIELDS: Readonly<Record<string, (size: number) => string>> = {
  'unknown keys': (size) => lines(size, (at) => `key${at}: value\n`).join(''),
  'tools in a string': (size) => `tools: ${lines(size, (at) => `tool${at}`).join(', ')}\n`,
  'tools in a list': (size) => `tools: [${lines(size, () => 'Tool').join(', ')}]\n`,
  'tools that are no strings': (size) => `tools: [${'3, '.repeat(size)}]\n`,
  'rules without what they need': (size) => `permissions:\n${'  - {}\n'.repeat(size)}`,
  'fences that are none': (size) => `description: |\n${'  ---\n'.repeat(size)}`,
};

describe.each([cursor, factory, kiro])('$label', (runtime) => {
  test.each(Object.entries(FIELDS))('%s', (_, fields) => {
    const place = { scope: 'project', folder: runtime.places[0]?.path ?? '', path: 'a.md' } as const;
    const load = (size: number) =>
      runtime.load(parseDocument('file:///a.md', `---\n${fields(size)}---\nYou review changes.\n`), place);
    expect(growth(2_000, load)).toBeLessThanOrEqual(LINEAR);
  });
});
