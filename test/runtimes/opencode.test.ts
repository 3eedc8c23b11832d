// OpenCode: what stops a project, what opens an agent wide, and which rule decides.
import { describe, expect, test } from 'vitest';
import { opencode } from '../../server/src/runtimes/opencode/index.ts';
import type { Place } from '../../server/src/runtimes/runtime.ts';
import { loadAt, loadIn } from '../harness/loadRuntime.ts';

function agent(fields: string, body = 'You review.\n'): string {
  return `---\ndescription: Reviews code\n${fields}---\n${body}`;
}

function load(text: string, path?: string) {
  return loadIn(opencode, text, path);
}

describe('one wrong value stops every agent of the project', () => {
  test.each<[string, string, string[]]>([
    ['tools as a string', agent('tools: Read, Grep\n'), ['wrong-type tools “Read, Grep”']],
    ['tools as a list', agent('tools:\n  - read\n'), ['wrong-type tools “- read”']],
    ['a tool that is neither on nor off', agent('tools: {read: yes!}\n'), ['wrong-type tools.read “yes!”']],
    ['a color by name', agent('color: blue\n'), ['invalid-value color “blue”']],
    ['a color that is a comment', agent('color: #ff0000\n'), ['wrong-type color “color”']],
    ['an unknown mode', agent('mode: agent\n'), ['invalid-value mode “agent”']],
    ['a model without a value', agent('model:\n'), ['wrong-type model “model”']],
    ['a temperature in quotes', agent('temperature: "0.1"\n'), ['wrong-type temperature “"0.1"”']],
    ['an infinite temperature', agent('temperature: .inf\n'), ['wrong-type temperature “.inf”']],
    ['no steps', agent('steps: 0\n'), ['invalid-value steps “0”']],
    ['an unknown action', agent('permission: Allow\n'), ['invalid-value permission “Allow”']],
    ['an unknown action of a tool', agent('permission: {bash: never}\n'), ['invalid-value permission.bash “never”']],
    [
      'an unknown action of a pattern',
      agent('permission:\n  bash:\n    "git *": yes\n'),
      ['invalid-value permission.bash.git * “yes”'],
    ],
    [
      'patterns where only one action is taken',
      agent('permission:\n  webfetch: {"*": deny}\n'),
      ['invalid-value permission.webfetch “{"*": deny}”'],
    ],
    ['a name that is a number', agent('name: 3\n'), ['invalid-name name “3”']],
    [
      'a description that is a date',
      '---\ndescription: 2026-01-01\n---\n',
      ['invalid-description description “2026-01-01”'],
    ],
    [
      'a mapping that the retry made a string',
      agent('tools: {write: false}\nx: a: b\n'),
      [
        'repaired-yaml “{write: false}”',
        'wrong-type tools “{write: false}”',
        'unknown-key x “x”',
        'repaired-yaml “a: b”',
      ],
    ],
  ])('%s', (_, text, events) => {
    const report = load(text);
    expect(report.events).toEqual(events);
    expect([report.outcome, report.name]).toEqual(['blocks-project', null]);
  });

  test('but in a folder of modes only its own file', () => {
    expect(loadAt(opencode, agent('color: blue\n'), MODE).outcome).toBe('dropped');
  });
});

const MODE: Place = { scope: 'project', folder: '.opencode/mode', path: 'a.md' };

describe('what cannot be read', () => {
  test.each<[string, string, string, string[]]>([
    ['comes back whole', agent('x: [\n'), 'raw-prompt', ['unreadable-yaml “x: [”']],
    ['after a key twice', '---\nmode: all\nmode: all\n---\n', 'raw-prompt', ['unreadable-yaml “mode: all”']],
    [
      'is skipped where the retry has changed something',
      agent("x: 'a' b\ny: c: d\nz: 1\n"),
      'dropped',
      ['unreadable-yaml “y: c: d”'],
    ],
    ['comes back whole where it never ends', '---\ndescription: a: b\n', 'raw-prompt', ['unclosed-front-matter “---”']],
    ['is never looked for behind an empty line', `\n${agent('')}`, 'raw-prompt', ['no-front-matter “”']],
    ['is of a language nobody knows', '---toml\na = 1\n---\n', 'raw-prompt', ['unreadable-yaml “a = 1”']],
  ])('%s', (_, text, outcome, events) => {
    const report = load(text);
    expect(report.events).toEqual(events);
    expect([report.outcome, report.tools]).toEqual([outcome, 'inherit']);
  });

  test('a value with a colon is read once', () => {
    const report = load('---\ndescription: Use it: now\npermission:\n  edit: deny\n---\n');
    expect(report.events).toEqual(['repaired-yaml “Use it: now”']);
    expect([report.outcome, report.tools]).toEqual(['changed', expect.not.arrayContaining(['edit'])]);
  });

  test('a program is run', () => {
    expect(load('---js\n{ description: "a" }\n---\n')).toMatchObject({
      outcome: 'changed',
      name: 'a',
      events: ['executed-front-matter “js”'],
    });
  });

  test('a text without front matter is a prompt as it is', () => {
    expect(load('You review.\n')).toMatchObject({
      outcome: 'loads',
      name: 'a',
      events: ['no-front-matter “You review.”'],
    });
  });
});

describe('which tools are left', () => {
  const ALL = 'bash edit glob grep invalid read skill task todowrite webfetch websearch write'.split(' ');
  const without = (...names: string[]) => ALL.filter((name) => !names.includes(name));

  test.each<[string, string[] | 'inherit']>([
    ['permission: {}\n', 'inherit'],
    ['permission: deny\n', []],
    ['permission: {edit: deny}\n', without('edit', 'write')],
    ['permission: {edit: {"*": deny, "docs/**": allow}}\n', ALL],
    ['permission: {"*": deny, read: allow}\n', ['read']],
    ['permission: {"web*": deny}\n', without('webfetch', 'websearch')],
    ['permission: {question: allow}\n', [...ALL, 'question'].sort()],
    ['tools: {patch: false}\n', without('edit', 'write')],
    ['tools: {"*": false, read: true}\n', ['read']],
    ['tools: {bash: false}\npermission: {bash: allow}\n', ALL],
  ])('%s', (fields, tools) => {
    expect(load(agent(fields)).tools).toEqual(tools);
  });
});

describe('what has no effect', () => {
  test.each<[string, string, string[]]>([
    ['permission: {bash: {"rm *": deny, "*": allow}}\n', 'changed', ['overridden-rule permission.bash.rm * “"rm *"”']],
    ['permission: {read: allow, "*": deny}\n', 'changed', ['overridden-rule permission.read “read”']],
    ['permission: {"*": deny, read: allow}\n', 'loads', []],
    ['tools: {write: false}\npermission: {edit: allow}\n', 'changed', ['overridden-rule tools.write “write”']],
    ['permission: {write: deny}\n', 'changed', ['unknown-tool permission.write “write”']],
    ['tools: {Bash: false}\n', 'changed', ['unknown-tool tools.Bash “Bash”']],
    ['tools: {github_search: false}\n', 'loads', []],
    [
      'permissions:\n  - {action: edit, resource: "*", effect: deny}\n',
      'changed',
      ['unused-key permissions “permissions”'],
    ],
    ['prompt: other\n', 'changed', ['unused-key prompt “prompt”']],
    ['steps: 3\nmaxSteps: 5\n', 'changed', ['unused-key maxSteps “maxSteps”']],
    ['reasoningEffort: high\n', 'changed', ['unknown-key reasoningEffort “reasoningEffort”']],
    [
      '{a: 1}: b\n[a, {}]: c\n[d, e]: f\n',
      'changed',
      ['unknown-key {a: 1} “{a: 1}”', 'unknown-key [a, {}] “[a, {}]”', 'unknown-key d,e “[d, e]”'],
    ],
    ['[]: a\n', 'changed', ['unknown-key [] “[]”']],
    ['model: sonnet\n', 'changed', ['unusable-model model “sonnet”']],
    ['name: build\n', 'changed', ['taken-name name “build”']],
  ])('%s', (fields, outcome, events) => {
    const report = load(agent(fields));
    expect(report.events).toEqual(events);
    expect(report.outcome).toBe(outcome);
  });

  test('the mode of a file in a folder of modes', () => {
    expect(loadAt(opencode, agent('mode: subagent\n'), MODE).events).toEqual(['unused-key mode “mode”']);
  });
});

test.each<[string, Partial<Place>, string | null]>([
  ['the path is the name', { path: 'team/a.md' }, 'team/a'],
  ['in a folder of modes too', { folder: '.opencode/modes' }, 'a'],
  ['modes are not searched deeply', { folder: '.opencode/modes', path: 'team/a.md' }, null],
  ['other names are passed over', { path: 'a.mdx' }, null],
  ['so are other folders', { folder: '' }, null],
])('%s', (_, place, name) => {
  expect(loadAt(opencode, agent(''), { ...MODE, folder: '.opencode/agents', ...place }).name).toBe(name);
});

test('a name in the file wins, and `disable` takes it away', () => {
  expect(load(agent('name: other\n'))).toMatchObject({ name: 'other', outcome: 'loads', events: [] });
  expect(load(agent('disable: true\n'))).toMatchObject({
    name: null,
    outcome: 'dropped',
    events: ['disabled disable “disable”'],
  });
});
