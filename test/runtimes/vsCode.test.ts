// VS Code: every agent loads; what it leaves out is said where it stands.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { vsCode } from '../../server/src/runtimes/vscode/index.ts';
import { loadIn } from '../harness/loadRuntime.ts';

function agent(fields: string): string {
  return `---\ndescription: Plans work\n${fields}---\n\nYou plan.\n`;
}

describe('what loads, and as what', () => {
  test.each<[string, string, Partial<ReturnType<typeof loadIn>>]>([
    ['the name of the file counts where none is written', agent(''), { name: 'a', tools: 'inherit', model: null }],
    ['a name', agent('name: Plan\n'), { name: 'Plan' }],
    ['tools as a list', agent("tools: ['read', 'github/*']\n"), { tools: ['read', 'github/*'] }],
    ['tools as a string', agent('tools: read, search\n'), { tools: ['read', 'search'] }],
    ['no tools', agent('tools: []\n'), { tools: [] }],
    ['the first of several models', agent('model: [One (copilot), Two (copilot)]\n'), { model: 'One (copilot)' }],
    ['fields of GitHub', agent('target: github-copilot\nmetadata:\n  a: b\nmcp-servers: {}\n'), {}],
    ['words in quotes', agent('name: "Plan"\ntools: "read, todo"\n'), { name: 'Plan', tools: ['read', 'todo'] }],
    ['a number as a name', agent('name: 3\n'), { name: '3' }],
    ['a description with a colon', '---\ndescription: Use this: now\n---\n', { name: 'a' }],
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
    ['no front matter', 'You plan.\n', ['no-front-matter description “You plan.”']],
    ['tools as a mapping', agent('tools: {a: b}\n'), ['wrong-type tools “{a: b}”']],
    ['tools without a value', agent('tools:\n'), ['empty-value tools “tools”']],
    ['a tool of another runtime', agent('tools: Bash, read\n'), ['unknown-tool tools “Bash”']],
    [
      'only tools of another runtime',
      agent('tools: [Bash]\n'),
      ['no-tools tools “[Bash]”', 'unknown-tool tools “Bash”'],
    ],
    ['an old name of a tool', agent("tools: ['codebase']\n"), ['renamed-tool tools “codebase”']],
    ['what only GitHub reads', agent('metadata:\n  a: b\n'), ['ignored-key metadata “metadata”']],
    ['what only VS Code reads', agent('target: github-copilot\nhandoffs: []\n'), ['ignored-key handoffs “handoffs”']],
    ['agents without the tool', agent("tools: [read]\nagents: ['*']\n"), ["ignored-key agents “['*']”"]],
    ['a deprecated key', agent('infer: true\n'), ['deprecated-key infer “infer: true”']],
    ['a repeated key', agent('name: a\nname: b\n'), ['duplicate-key name “name”']],
    ['lines after one without a key', agent('stray\nfoo: bar\n'), ['lost-lines “stray\nfoo: bar”']],
    ['an event nobody knows', agent('hooks:\n  Now: []\n'), ['unknown-nested-key hooks.Now “Now”']],
    [
      'a hook without a command',
      agent('hooks:\n  Stop:\n    - type: command\n'),
      ['missing-key hooks.Stop.0.command “type: command”'],
    ],
    [
      'an unknown key of a handoff',
      agent('handoffs:\n  - label: Go\n    agent: b\n    prompt: x\n    to: c\n'),
      ['unknown-nested-key handoffs.0.to “to: c”'],
    ],
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
});

describe('what that does to the powers of the agent', () => {
  test.each<[string, string, Partial<ReturnType<typeof loadIn>>]>([
    ['a mapping of tools gives every tool', agent('tools: {a: b}\n'), { tools: 'inherit', outcome: 'changed' }],
    ['no value gives no tools', agent('tools:\n'), { tools: [] }],
    ['tools that are lost give every tool', agent('stray\ntools: [read]\n'), { tools: 'inherit' }],
    ['the first of two keys counts', agent('tools: [read]\ntools: [edit]\n'), { tools: ['read'] }],
    ['an empty name is a name', agent('name: ""\n'), { name: '' }],
  ])('%s', (_, text, expected) => {
    expect(loadIn(vsCode, text, 'a.agent.md')).toMatchObject(expected);
  });
});

describe('a file of Claude Code', () => {
  const claude = (fields: string) => {
    const document = parseDocument(
      'file:///project/.claude/agents/a.md',
      `---\nname: a\ndescription: b\n${fields}---\n`,
    );
    const { tools, model, events } = vsCode.load(document, {
      scope: 'project',
      folder: '.claude/agents',
      path: 'a.md',
    });
    return { tools, model, causes: events.map(({ cause, effect }) => `${cause} ${effect}`) };
  };

  test.each<[string, string, ReturnType<typeof claude>]>([
    [
      'tools',
      'tools: Read, Bash\n',
      { tools: ['read/readFile', 'read/getNotebookSummary', 'execute'], model: null, causes: [] },
    ],
    ['a model', 'model: opus\n', { tools: 'inherit', model: 'Claude Opus 4.6 (copilot)', causes: [] }],
    [
      'a model by its id',
      'model: claude-opus-4-6\n',
      { tools: 'inherit', model: null, causes: ['invalid-value ignores'] },
    ],
    [
      'no tool that it knows',
      'tools: Agent, mcp__a__b\n',
      {
        tools: [],
        model: null,
        causes: ['unknown-tool grants-less', 'no-tools grants-less', 'unknown-tool grants-less'],
      },
    ],
    ['denied tools', 'disallowedTools: Bash\n', { tools: 'inherit', model: null, causes: ['ignored-key grants-more'] }],
    ['keys of Claude Code alone', 'maxTurns: 3\ncolor: blue\n', { tools: 'inherit', model: null, causes: [] }],
  ])('%s', (_, fields, expected) => {
    expect(claude(fields)).toEqual(expected);
  });
});

test.each([
  ['team/a.agent.md', 'wrong-place'],
  ['README.md', 'wrong-file-name'],
])('%s is never read', (path, cause) => {
  expect(loadIn(vsCode, agent(''), path)).toMatchObject({ outcome: 'dropped', events: [`${cause} “”`] });
});
