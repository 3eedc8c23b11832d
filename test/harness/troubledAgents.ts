// Generator of agents that mostly load and have much to mend: near keys, near values, hooks, tabs, comments, CRLF.
import fc from 'fast-check';

const GUARD = 'PreToolUse: [{hooks: [{type: command, command: x}]}]';

const LINES: readonly string[] = [
  ...['Tools', 'allowed-tools', 'disallowed-tools', 'Disallowed-Tools', 'tools', 'disallowedTools'].flatMap((key) => [
    `${key}: Read, Grep`,
    `${key}: read`,
    `${key}: Grpe, Bash(git *)`,
    `${key}: [Read, 3, AskUserQuestion]`,
    `${key}: [Read, "*"] # all`,
    `${key}: "*"`,
    `${key}:`,
    `${key}: Bash, Monitor`,
    `${key}: [Read, Grep`,
  ]),
  ...['hook', 'Hooks', 'hooks', 'foo'].flatMap((key) => [
    `${key}: []`,
    `${key}: {}`,
    `${key}: {${GUARD}}`,
    `${key}:\n  PreToolUs:\n    - matcher: Bash`,
    `${key}:\n  Stop:\n    - hooks:\n        - type: comand`,
    `${key}: {PreToolUse: [{hooks: [{type: Command, command: x}]}]}`,
    `${key}:\n  stop:\n    - hooks: [{type: command}]`,
  ]),
  GUARD.replace('PreToolUse:', 'PreToolUs:'),
  'max-turns: 5',
  'maxTurns: 0',
  'Max-Turns: five',
  'max_turns: 3',
  'Model: gpt-4',
  'model: sonet',
  'model: inherit[1m]',
  'model: claude-opus-4-1-20250805',
  'model: # none',
  'model: 4',
  'Color: Blue',
  'color: magenta # pink',
  'colour: "#ff0000"',
  'colour: [red]',
  'Memory: user',
  'memory: User',
  'background: yes',
  'Background: true',
  'effort: High',
  'permission-mode: accept-edits',
  'permissionMode: Plan',
  'initial-prompt: Start # here',
  'initialPrompt: 42',
  'Initial-Prompt: [a]',
  'cacheTtl: 1h',
  'experimental: {cacheTtl: 2h}',
  'experimental:',
  'mcp-servers: {a: {command: b}}',
  'mcpServers: [1, {name: a, command: b}]',
  'Skills: 7',
  'skills: [a, 3]',
  'observer: a, b, c, d, e',
  'Examples: a: b',
  'note: |\n  text: x',
  'note: >-\n  text: # x',
  'note: {a: b',
  'note: *x',
  'base: &b {Tools: read}\n<<: *b',
  '"Tools":   Read',
  "'model':\topus",
  'list:\n\t- a\n\t- b',
  'description: Two # of them',
  'name: other # id',
  'Name: x',
  'Description: 42',
  '',
];

const NAMES = ['name: a', 'name: a # id', 'name: "a"', 'name: A B', 'name: a:b', 'name: 42', 'Name: a', 'NAME: a', ''];
const DESCRIPTIONS = [
  'description: Reviews code',
  'description: Reviews code. For example: diffs',
  'description: Reviews issue #12',
  'description: |\n  Reviews: code\n  # all of it',
  'description: >-\n\n  Reviews code',
  'description: Reviews\n  code: all',
  'description: [WIP] x',
  'description: 42',
  'description: # x',
  'Description: Reviews code',
  'description: Reviews code\nExamples:\n  - one',
  '',
];

const head = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom('name: a', 'name: a # id') }, fc.constantFrom(...NAMES)),
    fc.constantFrom(...DESCRIPTIONS),
    fc.array(fc.constantFrom(...LINES), { maxLength: 4 }),
  )
  .map(([name, description, lines]) => [name, description, ...lines].filter((line) => line !== '').join('\n'));
const close = fc.oneof({ weight: 8, arbitrary: fc.constant('---') }, fc.constantFrom('--- ', '  ---', '...', ''));
const open = fc.oneof({ weight: 8, arbitrary: fc.constant('---') }, fc.constantFrom('--- ', '----', ' ---', '---yaml'));
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n');

export const troubledAgent: fc.Arbitrary<string> = fc
  .tuple(open, head, close, fc.constantFrom('Review.\n', '\n# Steps\n\n```ts\n', ''), lineEnd)
  .map(([first, fields, last, body, end]) => `${first}\n${fields}\n${last}\n${body}`.replaceAll('\n', end));
