// What a workflow script is called, by what the runtime was seen to make of it.
import { expect, test } from 'vitest';
import { workflowName } from '../../server/src/runtimes/claude-code/workflow.ts';

test.each([
  ["export const meta = { name: 'scan', description: 'Scans' }\nreturn 1\n", 'scan'],
  ['export const meta = {\n  // which\n  description: "a, {b}: \'name\'",\n  name: `tpl`,\n}\n', 'tpl'],
  ['/* about */\nexport const meta={"name":"q q"}', 'q q'],
  ["export const meta = { phases: [{ name: 'zzz' }, 'a'], /* b */ 'name': 'late' }", 'late'],
  ["export const meta = { description: 'it\\'s', name: 'a\\'b' }", "a'b"],
  ["\uFEFFexport const meta = { name: 'bom' }", 'bom'],
])('%j', (text, name) => {
  expect(workflowName(text)).toBe(name);
});

test.each([
  '',
  'not ( js',
  "const x = 1\nexport const meta = { name: 'late' }",
  "export const meta = { description: 'x' }",
  "export const meta = { name: '' }",
  'export const meta = { name: NAME }',
  'export const meta = { name: `a${b}` }',
  "export const meta = { name: 'never ends",
  'export const meta = { description: "a\nb", name: "c" }',
  'export const meta = {',
])('%j is skipped', (text) => {
  expect(workflowName(text)).toBeNull();
});

test.each(['`', "'", '"', '\\`', '{', '/*', '//', '${', '`${', 'a:', "'a':'b',"])(
  'a megabyte of %j is read',
  (part) => {
    const text = `export const meta = { x: ${part.repeat(Math.ceil(1_000_000 / part.length))}`;
    expect(workflowName(text)).toBeNull();
  },
);
