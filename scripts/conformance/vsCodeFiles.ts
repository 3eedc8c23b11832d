// Agent files to compare with what the running VS Code marks in them: every field with right and wrong values, every
// target with every field, faults of YAML, and files as people write them.

export interface AgentFile {
  readonly id: string;
  /** From the workspace folder. */
  readonly path: string;
  readonly text: string;
}

/** Every file ends with a link that VS Code marks and a heading that Agentwright does, so that one can wait for both. */
function probeOf(id: string): string {
  return `\n## ${id}\n\n[missing](missing-${id}.md)\n\n## ${id}\n\nPlan the work.\n`;
}

const BASE = 'description: Plans work\n';

/** Values by field; each is what follows `key:`, so that lists and mappings may begin on the next line. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  name: [' Plan', ' ""', " '  '", ' [a, b]', ' {a: b}', ' 3', ' true', ' |\n  Two\n  lines', ''],
  description: [' Plans', ' ""', ' [a]', '\n  a: b', ' 3', ' >-\n  Folded\n  text', '', ' Plans: the work'],
  'argument-hint': [' task', ' ""', ' [task]', '\n  - task', ''],
  tools: [
    ' []',
    ' read, search',
    " ['read', 'execute']",
    '\n  - read\n  - vscode/askQuestions',
    ' {read: true}',
    '\n  read: true',
    ' ""',
    '',
    ' [read, [search]]',
    ' [runCommands, todos, shell, runSubagent, extensions]',
    ' [terminalLastCommand, runTests, runInTerminal]',
    ' [Bash, Grep]',
    ' Bash',
    " ['github/*', 'playwright/*', 'docs/search/page', 'some.extension/tool']",
    ' "agent, todo"',
  ],
  model: [
    ' Claude Sonnet 4.5 (copilot)',
    ' [One (copilot), Two (copilot)]',
    ' ""',
    ' []',
    ' [""]',
    ' [[a]]',
    ' {a: b}',
    '',
  ],
  'reasoning-effort': [' high', ' ultra', ' [low]', ''],
  agents: [' []', " ['*']", ' [[a]]', ' build', ' {a: b}', ''],
  target: [' vscode', ' github-copilot', ' jetbrains', ' ""', ' [vscode]', ''],
  'user-invocable': [' true', ' false', ' "true"', ' yes', ' [true]', ''],
  'disable-model-invocation': [' true', ' "false"', ' no', ' {a: b}', ''],
  infer: [' true', ' "no"', ''],
  'mcp-servers': [' {}', '\n  docs:\n    command: npx'],
  github: [
    '\n  permissions:\n    contents: read\n    issues: write',
    '\n  permissions:\n    contents: admin',
    '\n  permissions:\n    pages: read',
    '\n  permissions: read',
    '\n  toolsets: all',
    ' read',
    '\n  permissions:\n    contents: [read]',
  ],
  handoffs: [
    '\n  - label: Go\n    agent: agent\n    prompt: Go on.\n    send: true\n    showContinueOn: false\n    model: One (copilot)',
    '\n  - label: Go\n    agent: agent',
    '\n  - label: Go\n    prompt: Go on.',
    '\n  - agent: agent\n    prompt: Go on.',
    '\n  - label: ""\n    agent: agent\n    prompt: ""',
    '\n  - label: "!!"\n    agent: agent\n    prompt: Go.',
    '\n  - label: Go\n    agent: ""\n    prompt: Go.',
    '\n  - label: Go\n    agent: [agent]\n    prompt: [Go]',
    '\n  - label: Go\n    agent: agent\n    prompt: Go.\n    send: "true"\n    showContinueOn: yes',
    '\n  - label: Go\n    agent: agent\n    prompt: Go.\n    model: [a]',
    '\n  - label: Go\n    agent: agent\n    prompt: Go.\n    colour: red',
    '\n  - label: Go\n    agent: agent\n    prompt: Go.\n  - label: go\n    agent: agent\n    prompt: Go.',
    '\n  - Go',
    ' Go',
    '\n  label: Go\n  agent: agent\n  prompt: Go.',
    ' []',
    ' [{label: Go, agent: agent, prompt: Go}]',
    '',
  ],
  hooks: [
    '\n  SessionStart:\n    - type: command\n      command: echo',
    '\n  SessionEnd:\n    - type: command\n      command: echo',
    '\n  sessionStart:\n    - type: command\n      bash: echo',
    '\n  Sometimes:\n    - type: command\n      command: echo',
    '\n  Stop:\n    - type: prompt\n      command: echo',
    '\n  Stop:\n    - command: echo',
    '\n  Stop:\n    - type: command',
    '\n  Stop:\n    - type: command\n      command: ""',
    '\n  Stop:\n    - type: command\n      command: echo\n      once: true',
    '\n  Stop:\n    - type: command\n      command: echo\n      timeout: soon\n      cwd: [a]\n      env: a',
    '\n  Stop:\n    - type: command\n      command: echo\n      timeout: 5\n      env:\n        A: [b]',
    '\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: echo',
    '\n  PreToolUse:\n    - matcher: Bash\n      when: always\n      hooks:\n        - command: echo',
    '\n  PreToolUse:\n    - matcher: Bash\n      hooks: echo',
    '\n  PreToolUse:\n    - echo',
    '\n  PreToolUse: echo',
    ' echo',
    '\n  - echo',
    '',
  ],
  metadata: ['\n  team: core'],
  skills: [' [a]'],
  'model-policy': [' required'],
  maxTurns: [' 3'],
  color: [' blue'],
};

/** Each with a value nobody objects to. */
const SOUND: Readonly<Record<string, string>> = {
  name: ' Plan',
  'argument-hint': ' task',
  tools: ' [read]',
  model: ' One (copilot)',
  'reasoning-effort': ' high',
  agents: " ['*']",
  handoffs: '\n  - label: Go\n    agent: agent\n    prompt: Go.',
  'user-invocable': ' true',
  'disable-model-invocation': ' true',
  infer: ' true',
  'mcp-servers': ' {}',
  github: '\n  permissions:\n    contents: read',
  hooks: '\n  Stop:\n    - type: command\n      command: echo',
  metadata: '\n  team: core',
  skills: ' [a]',
  'model-policy': ' required',
  foo: ' bar',
};

/** Whole front matter, fences left out. */
const YAML: Readonly<Record<string, string>> = {
  'stray-line': 'description: Plans\nthis is no key\ntools: [read]',
  'stray-line-at-end': 'description: Plans\ntools: [read]\nthis is no key',
  'stray-line-with-unknown': 'description: Plans\nthis is no key\nfoo: bar\nuser-invocable: "x"',
  'unterminated-quote': 'name: "Plan\ndescription: x\nmodel: bogus',
  'text-after-quote': 'name: "Plan" it\ndescription: x\nfoo: bar',
  'colon-in-description': 'description: Use this: when\ninfer: true',
  'duplicate-key': 'description: One\nname: a\nname: b\ndescription: Two',
  'duplicate-nested': 'description: x\nhooks:\n  Stop:\n    - type: command\n      type: command\n      command: echo',
  'duplicate-in-flow': 'description: x\ngithub: {permissions: {contents: read}, permissions: {issues: read}}',
  'over-indented': 'description: x\n  name: y\nfoo: bar',
  'indented-all': '  description: x\n  name: y',
  'under-indented-list': 'description: x\ntools:\n- read\n- search\nfoo: bar',
  'uneven-list': 'description: x\ntools:\n  - read\n    - search\n  - todo',
  'tab-indent': 'description: x\nhandoffs:\n\t- label: Go\n\t  agent: agent',
  'open-list': 'description: x\ntools: [read, search\nfoo: bar',
  'open-map': 'description: x\ngithub: {permissions: {contents: read}\nfoo: bar',
  'colon-in-list': 'description: x\ntools: [read: search]\nfoo: bar',
  'comma-first': 'description: x\ntools: [, read]',
  'no-key-in-map': 'description: x\ngithub: {[a]: b}',
  'only-list': '- a\n- b',
  'only-text': 'Just text here',
  comments: '# one\ndescription: x # two\n# three\ninfer: true # four',
  anchors: 'description: &d Plans\nname: *d\ntools: !!seq [read]',
  'merge-key': 'description: x\n<<: {name: y}',
  directive: '%YAML 1.2\ndescription: x\nfoo: bar',
  'document-end': 'description: x\n...\nfoo: bar',
  'block-scalars': 'description: |\n  One: two\n\n   three\nname: >+\n  Folded\n  name\n\nfoo: bar',
  'empty-item': 'description: x\ntools:\n  -\n  - read',
  'empty-last-item': 'description: x\ntools:\n  - read\n  -',
  'multi-line-plain': 'description: one\n  two\n  three\nfoo: bar',
  'multi-line-quoted': 'description: "one\n  two\n\n  three"\nfoo: bar',
  'quoted-key': '"description": x\n\'name\': y\n"foo": bar',
  'no-space-after-colon': 'description:x\nname:y',
  'question-key': '? description\n: x',
};

const BODIES: Readonly<Record<string, string>> = {
  'tool-references': 'Use #tool:read and #tool:nothing and #tool:runCommands.\n',
  code: '```\n[a](b.md)\n```\n`[c](d.md)`\n',
};

const REALISTIC: Readonly<Record<string, string>> = {
  planner: `name: Planner
description: 'Generates an implementation plan for new features or for refactoring existing code.'
tools: ['search/codebase', 'web/fetch', 'search/usages', 'todo']
model: ['Claude Opus 4.6 (copilot)', 'GPT-5 (copilot)']
handoffs:
  - label: Implement Plan
    agent: agent
    prompt: Implement the plan outlined above.
    send: false`,
  'old-chat-mode': `description: 'Expert in C# and .NET'
tools: ['changes', 'codebase', 'editFiles', 'extensions', 'fetch', 'githubRepo', 'new', 'problems', 'runCommands', 'runTasks', 'runTests', 'search', 'searchResults', 'terminalLastCommand', 'terminalSelection', 'testFailure', 'usages', 'vscodeAPI']
model: GPT-4.1`,
  'github-agent': `name: release-notes
description: Writes release notes from merged pull requests
target: github-copilot
tools: ["read", "search", "github/*"]
mcp-servers:
  docs:
    type: http
    url: https://example.com/mcp
    tools: ["*"]
metadata:
  team: release`,
  'claude-habits': `name: code-reviewer
description: Reviews code
tools: Read, Grep, Glob
model: sonnet
color: blue
maxTurns: 5`,
  coordinator: `name: Coordinator
description: Splits work and hands it on
tools: ['agent', 'read', 'search']
agents: ['*']
user-invocable: true
disable-model-invocation: true
argument-hint: What should be done?`,
  'without-agent-tool': `description: Splits work
tools: ['read', 'search']
agents: ['*']`,
};

function file(id: string, frontMatter: string, more: { path?: string; body?: string } = {}): AgentFile {
  const text = `---\n${frontMatter.replace(/\n$/, '')}\n---\n${more.body ?? ''}${probeOf(id)}`;
  return { id, path: more.path ?? `corpus/${id}.agent.md`, text };
}

function valueFiles(): AgentFile[] {
  return Object.entries(VALUES).flatMap(([key, values]) =>
    values.map((value, index) => file(`${key}-${index}`, `${key === 'description' ? '' : BASE}${key}:${value}`)),
  );
}

/** Every field in a file for each target. */
function targetFiles(): AgentFile[] {
  const all = Object.entries(SOUND).map(([key, value]) => `${key}:${value}`);
  const targets = ['vscode', 'github-copilot'].flatMap((target) =>
    all.map((line) => file(`${target}-${line.slice(0, line.indexOf(':'))}`, `${BASE}target: ${target}\n${line}`)),
  );
  const wrongOnGitHub = ['tools: {a: b}', 'handoffs: Go', 'agents: [[a]]', 'model: []', 'github: read', 'hooks: echo'];
  const github = wrongOnGitHub.map((line, index) =>
    file(`github-wrong-${index}`, `${BASE}target: github-copilot\n${line}`),
  );
  return [...targets, ...github, file('all-keys', `${BASE}${all.join('\n')}`)];
}

/** VS Code reads files of Claude Code too, and marks three of their fields. */
const CLAUDE = [
  'model: sonnet',
  'model: claude-opus-4-6',
  'tools: Read, mcp__docs__find',
  'tools: {a: b}',
  'hooks: echo',
];

function otherFiles(): AgentFile[] {
  const named = (entries: Readonly<Record<string, string>>, prefix: string): AgentFile[] =>
    Object.entries(entries).map(([id, frontMatter]) => file(`${prefix}-${id}`, frontMatter));
  return [
    ...named(YAML, 'yaml'),
    ...named(REALISTIC, 'real'),
    ...Object.entries(BODIES).map(([id, body]) => file(`body-${id}`, `${BASE}tools: [todo]`, { body })),
    ...CLAUDE.map((line, index) =>
      file(`claude-${index}`, `name: claude-${index}\n${BASE}${line}`, { path: `.claude/agents/claude-${index}.md` }),
    ),
    file('chat-mode', `${BASE}tools: [todo]`, { path: 'corpus/chat-mode.chatmode.md' }),
    file('plain-name', `${BASE}foo: bar`, { path: '.github/agents/plain-name.md' }),
    { id: 'no-front-matter', path: 'corpus/no-front-matter.agent.md', text: probeOf('no-front-matter') },
    withCrlf(file('windows', `${BASE}foo: bar\ntools: [read`)),
  ];
}

function withCrlf({ text, ...others }: AgentFile): AgentFile {
  return { ...others, text: text.replaceAll('\n', '\r\n') };
}

export const VS_CODE_FILES: readonly AgentFile[] = [...valueFiles(), ...targetFiles(), ...otherFiles()];
