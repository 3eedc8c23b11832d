// VS Code: every agent loads; what it leaves out is said where it stands.
import { describe, expect, test } from 'vitest';
import { vsCode } from '../../server/src/runtimes/vscode/index.ts';
import { loadIn } from '../harness/loadRuntime.ts';

function agent(fields: string): string {
  return `---\ndescription: Plans work\n${fields}---\n\nYou plan.\n`;
}

describe('what loads, and as what', () => {
  test.each<[string, string, Partial<ReturnType<typeof loadIn>>]>([
    ['the name of the file counts where none is written', agent(''), { name: 'a', tools: 'inherit', model: null }],
    ['a name', agent('name: Plan\n'), { name: 'Plan' }],
    ['no front matter', 'You plan.\n', { name: 'a', tools: 'inherit' }],
    ['tools as a list', agent("tools: ['read', 'github/*']\n"), { tools: ['read', 'github/*'] }],
    ['tools as a string', agent('tools: read, search\n'), { tools: ['read', 'search'] }],
    ['no tools', agent('tools: []\n'), { tools: [] }],
    ['the first of several models', agent('model: [One (copilot), Two (copilot)]\n'), { model: 'One (copilot)' }],
    ['fields of GitHub', agent('metadata:\n  a: b\nmcp-servers: {}\n'), {}],
    ['a whole handoff', agent('handoffs:\n  - label: Go\n    agent: build\n    prompt: Go on.\n    send: true\n'), {}],
  ])('%s', (_, text, expected) => {
    expect(loadIn(vsCode, text, 'a.agent.md')).toMatchObject({ outcome: 'loads', events: [], ...expected });
  });
});

describe('what is left out', () => {
  test.each<[string, string, string[]]>([
    ['no description', '---\nname: a\n---\n', ['missing-description description “---”']],
    ['no closing fence', '---\nname: a\n', ['unclosed-front-matter “---”']],
    ['an unknown key', agent('foo: bar\n'), ['unknown-key foo “foo”']],
    ['tools as a number', agent('tools: 3\n'), ['wrong-type tools “3”']],
    ['a quoted boolean', agent('user-invocable: "true"\n'), ['wrong-type user-invocable “"true"”']],
    ['an unknown target', agent('target: jetbrains\n'), ['wrong-type target “jetbrains”']],
    [
      'a handoff without a prompt',
      agent('handoffs:\n  - label: Go\n    agent: build\n'),
      ['missing-key handoffs.0.prompt “label: Go\n    agent: build”'],
    ],
  ])('%s', (_, text, events) => {
    expect(loadIn(vsCode, text, 'a.agent.md').events).toEqual(events);
  });

  test('nothing is said of YAML that VS Code forgives', () => {
    expect(loadIn(vsCode, agent('foo: a: b\n')).events).toEqual([]);
  });
});

test.each([
  ['team/a.agent.md', 'wrong-place'],
  ['README.md', 'wrong-file-name'],
])('%s is never read', (path, cause) => {
  expect(loadIn(vsCode, agent(''), path)).toMatchObject({ outcome: 'dropped', events: [`${cause} “”`] });
});
