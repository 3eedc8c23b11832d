// What loading for Copilot CLI costs grows with the text and no faster, whatever is written in it.
import { expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { copilotCli } from '../../server/src/runtimes/copilot-cli/index.ts';
import { growth, LINEAR } from '../harness/steps.ts';

const PLACE = { scope: 'project', folder: '.github/agents', path: 'a.md' } as const;
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => line(at));

const FIELDS: Readonly<Record<string, (size: number) => string>> = {
  'unknown keys': (size) => lines(size, (at) => `key${at}: value\n`).join(''),
  'tools in a string': (size) => `tools: ${lines(size, (at) => `tool${at}`).join(', ')}\n`,
  'tools in a list': (size) => `tools: [${lines(size, (at) => `tool${at}`).join(', ')}]\n`,
  'tools that are no strings': (size) => `tools: [${'3, '.repeat(size)}]\n`,
  'servers without what they need': (size) => `mcp-servers:\n${lines(size, (at) => `  s${at}: {}\n`).join('')}`,
  'lists that stand in many places': (size) =>
    `args: &a [${'b, '.repeat(size)}]\nmcp-servers:\n${lines(size, (at) => `  s${at}: {args: *a}\n`).join('')}`,
  'fences that are none': (size) => `description: |\n${'  ---\n'.repeat(size)}`,
};

test.each(Object.entries(FIELDS))('%s', (_, fields) => {
  const load = (size: number) => copilotCli.load(parseDocument('file:///a.md', `---\n${fields(size)}---\n`), PLACE);
  expect(growth(2_000, load)).toBeLessThanOrEqual(LINEAR);
});
