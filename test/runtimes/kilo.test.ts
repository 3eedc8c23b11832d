// Kilo: where it differs from OpenCode, which it was made of.
import { describe, expect, test } from 'vitest';
import { kilo } from '../../server/src/runtimes/kilo/index.ts';
import { opencode } from '../../server/src/runtimes/opencode/index.ts';
import { loadIn } from '../harness/loadRuntime.ts';

function agent(fields: string): string {
  return `---\ndescription: Reviews code\n${fields}---\nYou review.\n`;
}

test('a wrong value skips its own file', () => {
  expect(loadIn(kilo, agent('tools: [read]\n'))).toMatchObject({ outcome: 'dropped', name: null });
  expect(loadIn(opencode, agent('tools: [read]\n'))).toMatchObject({ outcome: 'blocks-project' });
});

describe('an empty value counts as none', () => {
  test.each(['model:\n', 'temperature:\n', 'variant:\n', 'steps:\n', 'permission:\n', 'permission: {read: }\n'])(
    '%s',
    (fields) => {
      expect(loadIn(kilo, agent(fields))).toMatchObject({
        outcome: 'loads',
        model: null,
        tools: 'inherit',
        events: [],
      });
      expect(loadIn(opencode, agent(fields)).outcome).toBe('blocks-project');
    },
  );

  test.each(['mode:\n', 'tools:\n', 'hidden:\n', 'color:\n', 'maxSteps:\n'])('but not in %s', (fields) => {
    expect(loadIn(kilo, agent(fields)).outcome).toBe('dropped');
  });
});

test('a value with a colon is put in quotes, so lines below it are an error', () => {
  const text = '---\ndescription: Use it: now\n  more\n---\n';
  expect(loadIn(kilo, text)).toMatchObject({ outcome: 'dropped' });
  expect(loadIn(opencode, text)).toMatchObject({ outcome: 'changed' });
  const quoted = '---\ndescription: Say "hi": \\d\n---\n';
  expect(loadIn(kilo, quoted)).toMatchObject({ outcome: 'changed', events: ['repaired-yaml “Say "hi": \\d”'] });
});

test('it has tools of its own, some of them off', () => {
  const { tools } = loadIn(kilo, agent('permission: {bash: deny}\n'));
  expect(tools).toContain('cron_create');
  expect(tools).not.toContain('bash');
  expect(tools).not.toContain('suggest');
});
