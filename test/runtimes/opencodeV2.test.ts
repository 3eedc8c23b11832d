// OpenCode V2: what skips a file, and what one key of V1 does to the others.
import { expect, test } from 'vitest';
import { opencodeV2 } from '../../server/src/runtimes/opencode-v2/index.ts';
import { loadIn } from '../harness/loadRuntime.ts';

const RULES = 'permissions:\n  - {action: edit, resource: "*", effect: deny}\n';

function load(fields: string) {
  return loadIn(opencodeV2, `---\ndescription: Reviews code\n${fields}---\nYou review.\n`);
}

test.each<[string, string[]]>([
  ['tools: Read, Grep\n', ['wrong-type tools “Read, Grep”']],
  ['color: blue\n', ['invalid-value color “blue”']],
  ['permissions: {edit: deny}\n', ['wrong-type permissions “{edit: deny}”']],
  ['permissions:\n  - {action: edit, resource: "*", effect: never}\n', ['invalid-value permissions.0.effect “never”']],
  [
    'permissions:\n  - {action: edit, effect: deny}\n',
    ['missing-key permissions.0.resource “{action: edit, effect: deny}”'],
  ],
  ['model: {providerID: anthropic, model: x}\n', ['wrong-type model “{providerID: anthropic, model: x}”']],
  ['disabled: true\n', ['disabled disabled “disabled”']],
])('%s skips the file', (fields, events) => {
  expect(load(fields)).toMatchObject({ outcome: 'dropped', name: null, events });
});

test.each<[string, string, string[]]>([
  ['name', 'name: a\n', ['unused-key name “name”', 'mixed-keys permissions “permissions”']],
  ['temperature', 'temperature: 0.1\n', ['mixed-keys permissions “permissions”']],
  [
    'a key nobody knows',
    'reviewed: yes\n',
    ['unknown-key reviewed “reviewed”', 'mixed-keys permissions “permissions”'],
  ],
])('%s beside permissions makes them count for nothing', (_, key, events) => {
  expect(load(key + RULES)).toMatchObject({ outcome: 'changed', tools: 'inherit', events });
});

test('permissions by themselves are kept, and the last of them decides', () => {
  expect(load(RULES)).toMatchObject({ outcome: 'loads', events: [] });
  expect(load(RULES).tools).not.toContain('write');
  const both = load(`${RULES}  - {action: "*", resource: "*", effect: allow}\n`);
  expect(both.events).toEqual(['overridden-rule permissions.0 “{action: edit, resource: "*", effect: deny}”']);
  expect(both.tools).toContain('write');
});

test('the documented names of tools are those of the measured core', () => {
  const rules = 'permissions:\n  - {action: shell, resource: "*", effect: deny}\n';
  expect(load(rules).tools).not.toContain('bash');
});

test('`disabled` beside a key of V1 leaves the agent on', () => {
  expect(load('disabled: true\ntemperature: 1\n')).toMatchObject({
    name: 'a',
    events: ['mixed-keys disabled “disabled”'],
  });
});

test('an empty file is no agent', () => {
  expect(loadIn(opencodeV2, '')).toMatchObject({ outcome: 'dropped', name: null });
});
