// What loading for Qwen Code costs grows with the text and no faster, whatever is written in it.
import { expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { qwenCode } from '../../server/src/runtimes/qwen-code/index.ts';
import { growth, LINEAR } from '../harness/steps.ts';

const PLACE = { scope: 'project', folder: '.qwen/agents', path: 'a.md' } as const;
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => line(at));
/** What the strict reader does not take. */
const BROKEN = 'description: Use it when: ready\n';

const FIELDS: Readonly<Record<string, (size: number) => string>> = {
  'unknown keys': (size) => lines(size, (at) => `key${at}: value\n`).join(''),
  'one key many times': (size) => 'key: value\n'.repeat(size),
  'tools in a string': (size) => `tools: ${lines(size, (at) => `tool${at}`).join(', ')}\n`,
  'tools in a list': (size) => `tools: [${lines(size, (at) => `tool${at}`).join(', ')}]\n`,
  'tools that are no strings': (size) => `tools: [${'3, '.repeat(size)}]\n`,
  'servers that are none': (size) => `mcpServers:\n${lines(size, (at) => `  s${at}: x\n`).join('')}`,
  'aliases of one list': (size) => `a: &a [${'b, '.repeat(size)}]\nc: [${'*a, '.repeat(size)}]\n`,
  'aliases of aliases': (size) => lines(size, (at) => `k${at}: &k${at} [${at > 0 ? `*k${at - 1}` : 'x'}]\n`).join(''),
  'lists, line by line': (size) => `${BROKEN}tools:\n${lines(size, (at) => `  - tool${at}\n`).join('')}`,
  'mappings, line by line': (size) => `${BROKEN}mcpServers:\n${lines(size, (at) => `  s${at}: x\n`).join('')}`,
  'keys, line by line': (size) => BROKEN + lines(size, (at) => `key${at}: [value\n`).join(''),
  'CRLF, line by line': (size) => `${BROKEN}${'key: [value\n'.repeat(size)}`.replaceAll('\n', '\r\n'),
  'executors in blocks': (size) => `${BROKEN}text: |\n${'  executor: x\n'.repeat(size)}`,
  'fences that are none': (size) => `description: |\n${'  ---\n'.repeat(size)}`,
};

test.each(Object.entries(FIELDS))('%s', (_, fields) => {
  const load = (size: number) =>
    qwenCode.load(parseDocument('file:///a.md', `---\n${fields(size)}---\nYou review changes.\n`), PLACE);
  expect(growth(2_000, load)).toBeLessThanOrEqual(LINEAR);
});
