// Copilot CLI: what rejects a file, where that stands, what loads, and what the names of tools give.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { copilotCli } from '../../server/src/runtimes/copilot-cli/index.ts';
import { winners } from '../../server/src/runtimes/copilot-cli/places.ts';
import { toolsGiven } from '../../server/src/runtimes/copilot-cli/tools.ts';
import type { Place } from '../../server/src/runtimes/runtime.ts';
import { anyText, SEED } from '../harness/agentTexts.ts';
import { loadIn } from '../harness/loadRuntime.ts';

const HEAD = 'description: Reviews code\n';

function agent(fields: string, body = 'You review.\n'): string {
  return `---\n${HEAD}${fields}---\n${body}`;
}

describe('what rejects a file is said where it stands', () => {
  test.each<[string, string, string[]]>([
    ['no front matter', 'You review.\n', ['no-front-matter “You review.”']],
    ['an empty file', '', ['no-front-matter “”']],
    ['a blank line before the fence', `\n${agent('')}`, ['no-front-matter “”']],
    ['text behind the opening fence', `---yaml\n${HEAD}---\n`, ['no-front-matter “---yaml”']],
    ['lone CRs', agent('').replaceAll('\n', '\r'), [`no-front-matter “${agent('').replaceAll('\n', '\r').trimEnd()}”`]],
    ['no closing fence', `---\n${HEAD}`, ['unclosed-front-matter “---”']],
    ['an indented closing fence', `---\n${HEAD} ---\n`, ['unclosed-front-matter “---”']],
    ['text behind the closing fence', `---\n${HEAD}--- end\n`, ['unclosed-front-matter “---”']],
    ['an unquoted colon', agent('model: a: b\n'), ['unreadable-yaml “:”']],
    ['a tab', agent('skills:\n\t- a\n'), ['unreadable-yaml “”']],
    ['a key twice', agent('description: b\n'), ['duplicate-key “description”']],
    ['a list', '---\n- a\n---\n', ['not-a-mapping “- a”']],
    ['no description', '---\nname: a\n---\n', ['missing-description description “---”']],
    ['nothing between the fences', '---\n---\n', ['missing-description description “---”']],
    ['a description without a value', '---\ndescription:\n---\n', ['invalid-description description “description”']],
    ['a number as description', '---\ndescription: 1e3\n---\n', ['invalid-description description “1e3”']],
    ['a name without a value', agent('name: ~\n'), ['invalid-name name “~”']],
    ['tools without a value', agent('tools:\n'), ['wrong-type tools “tools”']],
    ['tools as a mapping', agent('tools:\n  read: true\n'), ['wrong-type tools “read: true”']],
    ['a number among tools', agent('tools: [read, 3]\n'), ['wrong-type tools.1 “3”']],
    ['a list in a list of tools', agent('tools: [[read]]\n'), ['wrong-type tools.0 “[read]”']],
    ['a mapping as model', agent('model: {a: b}\n'), ['wrong-type model “{a: b}”']],
    ['skills as a string', agent('skills: a, b\n'), ['wrong-type skills “a, b”']],
    ['a string for true', agent('user-invocable: yes\n'), ['wrong-type user-invocable “yes”']],
    ['hooks as a string', agent('hooks: x\n'), ['wrong-type hooks “x”']],
    [
      'a server without tools',
      agent('mcp-servers:\n  docs:\n    type: http\n    url: u\n'),
      ['missing-key mcp-servers.docs.tools “docs”'],
    ],
    [
      'a local server without args and tools',
      agent('mcp-servers:\n  docs:\n    command: node\n'),
      ['missing-key mcp-servers.docs.args “docs”', 'missing-key mcp-servers.docs.tools “docs”'],
    ],
    [
      'a server of an unknown type',
      agent('mcp-servers:\n  docs: {type: ws, command: a, args: [], tools: []}\n'),
      ['invalid-value mcp-servers.docs.type “ws”'],
    ],
    ['a server that is a string', agent('mcp-servers: {docs: x}\n'), ['wrong-type mcp-servers.docs “x”']],
  ])('%s', (_, text, events) => {
    const report = loadIn(copilotCli, text);
    expect(report.events).toEqual(events);
    expect([report.outcome, report.name]).toEqual(['dropped', null]);
  });
});

describe('what loads', () => {
  test.each<[string, string, Partial<ReturnType<typeof loadIn>>]>([
    ['a plain agent', agent(''), { name: 'a', tools: 'inherit', model: null }],
    ['a byte order mark and CRLF', `\uFEFF${agent('').replaceAll('\n', '\r\n')}`, { name: 'a' }],
    ['white space behind the fences', `--- \t\n${HEAD}---  \nYou review.\n`, { name: 'a' }],
    ['a closing fence at the end of the file', `---\n${HEAD}---`, { name: 'a' }],
    ['a fence inside a value', '---\ndescription: |\n  a\n  ---\n---\n', { name: 'a' }],
    ['an empty description', '---\ndescription: ""\n---\n', { name: 'a' }],
    ['a name of its own', agent('name: Reviewer\n'), { name: 'a' }],
    ['a list of models', agent('model: [gpt-5, claude-sonnet-4.5]\n'), { model: 'gpt-5' }],
    ['tools as a string', agent('tools: read, edit/editFiles ,\n'), { tools: ['read', 'edit/editFiles'] }],
    ['no tools', agent('tools: []\n'), { tools: [] }],
    ['all tools', agent('tools: ["*"]\n'), { tools: 'inherit' }],
    ['all tools among others', agent('tools: [read, "*"]\n'), { tools: ['read', '*'] }],
    ['servers without a value', agent('mcp-servers:\n'), { name: 'a' }],
    [
      'a whole server',
      agent('mcp-servers:\n  docs: {command: npx, args: [], tools: ["*"], env: {A: 1}}\n'),
      { name: 'a' },
    ],
    ['what is known of no session', agent('tools: [docs/search, mcp__docs__search, web]\n'), { name: 'a' }],
  ])('%s', (_, text, expected) => {
    expect(loadIn(copilotCli, text)).toMatchObject({ outcome: 'loads', events: [], ...expected });
  });
});

test.each<[string, string, string[]]>([
  ['an unknown key', 'color: blue\n', ['unknown-key color “color”']],
  ['a key of VS Code', 'handoffs: []\n', ['unknown-key handoffs “handoffs”']],
  ['a key in upper case', 'Tools: [read]\n', ['unknown-key Tools “Tools”']],
  ['a mapping as key', '{a: b}: c\n', ['unknown-key {a: b} “{a: b}”']],
  ['a merge key, which merges nothing', '<<: {model: gpt-5}\n', ['unknown-key << “<<”']],
  ['an unknown tool', 'tools: [read, Grpe]\n', ['unknown-tool tools “Grpe”']],
  ['an unknown tool in a string', 'tools: read, Grpe\n', ['unknown-tool tools “Grpe”']],
  [
    'a tool of VS Code that Copilot CLI lacks',
    'tools: [read, read/problems]\n',
    ['unknown-tool tools “read/problems”'],
  ],
  ['spaces in place of commas', 'tools: read edit\n', ['unknown-tool tools “read edit”', 'no-tools tools “read edit”']],
  [
    'an unknown tool written with an escape, which cannot be found as it is',
    'tools: "read, \\x47rpe, Foo"\n',
    ['unknown-tool tools “"read, \\x47rpe, Foo"”', 'unknown-tool tools “"read, \\x47rpe, Foo"”'],
  ],
  ['an empty string of tools', 'tools: ""\n', ['no-tools tools “""”']],
])('%s changes what loads', (_, fields, events) => {
  expect(loadIn(copilotCli, agent(fields))).toMatchObject({ outcome: 'changed', name: 'a', events });
});

test('a prompt over the limit that GitHub documents loads', () => {
  expect(loadIn(copilotCli, agent('', 'x'.repeat(30_001)))).toMatchObject({ outcome: 'loads', events: [] });
});

describe('the file name', () => {
  test.each([
    ['a.agent.md', 'a'],
    ['a.md', 'a'],
    ['a.b.agent.md', 'a.b'],
    ['team/core/a.md', 'team--core--a'],
    ['node_modules/a b.md', 'node_modules--a b'],
  ])('%s is %s', (path, name) => expect(loadIn(copilotCli, agent(''), path)).toMatchObject({ outcome: 'loads', name }));

  test.each(['a.MD', 'a.mdx', 'a', '.a.agent.md', '.agent.md', '.team/a.md', 'x/.y/a.md'])(
    '%s is never read',
    (path) => {
      expect(loadIn(copilotCli, agent(''), path)).toMatchObject({ outcome: 'dropped', events: ['wrong-file-name “”'] });
    },
  );

  test('a file outside of every agent folder is never read', () => {
    const report = copilotCli.load(parseDocument('file:///project/a.md', agent('')), place('project', '', 'a.md'));
    expect([report.outcome, report.events.map(({ cause }) => cause)]).toEqual(['dropped', ['wrong-place']]);
  });
});

test('of agents with one id, one counts', () => {
  const places = [
    place('plugin', 'agents', 'a.agent.md'),
    place('project', '.claude/agents', 'a.agent.md'),
    place('project', '.github/agents', 'a.md'),
    place('project', '.github/agents', 'a.agent.md'),
    place('user', '.copilot/agents', 'a.md'),
    place('user', '.copilot/agents', 'b.md'),
  ];
  const reports = places.map((each) => copilotCli.load(parseDocument('file:///a.md', agent('')), each));
  const left: string[] = [];
  for (let rest = reports; rest.length > 0; ) {
    const first = winners(rest).find(({ name }) => name === 'a') ?? winners(rest)[0];
    left.push(`${first?.as.folder}/${first?.as.path}`);
    rest = rest.filter((report) => report !== first);
  }
  expect(left).toEqual([
    '.copilot/agents/a.md',
    '.github/agents/a.agent.md',
    '.github/agents/a.md',
    '.claude/agents/a.agent.md',
    'agents/a.agent.md',
    '.copilot/agents/b.md',
  ]);
});

describe('what a name in `tools` gives', () => {
  const shell = ['bash', 'read_bash', 'write_bash', 'stop_bash', 'list_bash'];
  const agents = ['task', 'read_agent', 'write_agent', 'list_agents'];
  test.each<[string, readonly string[] | null]>([
    ['READ', ['view']],
    ['readFile', ['view']],
    ['edit', ['create', 'edit']],
    ['Write', ['create', 'edit']],
    ['editFiles', ['edit']],
    ['edit/createDirectory', ['create']],
    ['search/codebase', ['grep', 'glob']],
    ['Grep', ['grep']],
    ['shell', shell],
    ['execute/runInTerminal', shell],
    ['stop_bash', ['stop_bash']],
    ['Task', agents],
    ['agent/runSubagent', agents],
    ['TodoWrite', ['update_todo']],
    ['skill', ['skill']],
    ['LS', []],
    ['write_file', []],
    ['edit/*', []],
    ['vscode/runCommand', []],
    ['shell(git status)', []],
    ['*', null],
    ['github/*', null],
    ['docs/view', null],
    ['mcp__docs__search', null],
  ])('%s', (name, tools) => expect(toolsGiven(name)).toEqual(tools));

  test('its own name for every canonical tool is one it knows', () => {
    const own = copilotCli.tools.all.flatMap(({ canonical }) => (canonical ? [copilotCli.tools.own(canonical)] : []));
    expect(own.filter((name) => name === null || toolsGiven(name)?.length === 0)).toEqual([]);
  });

  test.each([
    ['Write', 'edit'],
    ['run_in_terminal', null],
    ['Bash', 'execute'],
    ['WebSearch', 'web'],
  ])('%s is written %s', (name, written) => {
    const canonical = copilotCli.tools.canonical(name);
    expect(canonical && copilotCli.tools.own(canonical)).toBe(written);
  });
});

test('every event has words, and every place in them a value', () => {
  const texts = [
    'model: a: b\n',
    'tools: 3\n',
    'tools: Grpe\n',
    'colour: x\n',
    'mcp-servers: {a: {}}\n',
    'skills: [1]\n',
  ];
  for (const text of texts) {
    const document = parseDocument('file:///a.md', agent(text));
    for (const { cause, values = {} } of copilotCli.load(document, place('project', '.github/agents', 'a.md')).events) {
      const words = copilotCli.words[cause] ?? '';
      expect(words).not.toBe('');
      const used = [...words.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key);
      expect(used.filter((key) => !Object.hasOwn(values, key))).toEqual([]);
    }
  }
});

test('any text has a report whose events lie inside it, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const document = parseDocument('file:///a.md', text);
      const { events, reading } = copilotCli.load(document, place('project', '.github/agents', 'a.md'));
      const spans = [
        ...events.map(({ span }) => span),
        ...reading.entries.flatMap((each) => [each.keySpan, each.valueSpan]),
      ];
      expect(spans.filter(({ start, end }) => !(0 <= start && start <= end && end <= text.length))).toEqual([]);
      const starts = events.map(({ span }) => span.start);
      expect(starts).toEqual([...starts].sort((one, other) => one - other));
    }),
    { seed: SEED, numRuns: 1_500 },
  );
});

function place(scope: Place['scope'], folder: string, path: string): Place {
  return { scope, folder, path };
}
