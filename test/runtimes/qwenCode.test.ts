// Qwen Code: what makes it skip a file, what its lenient reader makes of broken YAML, which tools an agent is left with.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { severityOf, statementsOf } from '../../server/src/runtimes/causes.ts';
import { qwenCode } from '../../server/src/runtimes/qwen-code/index.ts';
import { toolsGiven } from '../../server/src/runtimes/qwen-code/toolList.ts';
import { loadIn } from '../harness/loadRuntime.ts';

const HEAD = 'name: rev\ndescription: Reviews code\n';
const BODY = 'You review changes.\n';

function agent(fields: string, body = BODY): string {
  return `---\n${HEAD}${fields}---\n${body}`;
}

describe('what makes it skip a file is said where it stands', () => {
  test.each<[string, string, string[]]>([
    ['no front matter', BODY, ['no-front-matter “You review changes.”']],
    ['a space after the opening fence', `--- \n${HEAD}---\n${BODY}`, ['no-front-matter “---”']],
    ['a space after the closing fence', `---\n${HEAD}--- \n${BODY}`, ['unclosed-front-matter “---”']],
    ['a closing fence that ends the file', `---\n${HEAD}---`, ['unclosed-front-matter “---”']],
    ['no closing fence', `---\n${HEAD}`, ['unclosed-front-matter “---”']],
    ['no name', `---\ndescription: d\n---\n${BODY}`, ['missing-name name “---”']],
    [
      'an empty description',
      `---\nname: rev\ndescription: ""\n---\n${BODY}`,
      ['missing-description description “---”'],
    ],
    ['a short name', `---\nname: r\ndescription: d\n---\n${BODY}`, ['invalid-name name “r”']],
    ['a reserved name', `---\nname: Main\ndescription: d\n---\n${BODY}`, ['invalid-name name “Main”']],
    ['a name with a slash', `---\nname: a/b\ndescription: d\n---\n${BODY}`, ['invalid-name name “a/b”']],
    [
      'a mapping as description',
      `---\nname: rev\ndescription: {a: b}\n---\n${BODY}`,
      ['invalid-description description “{a: b}”'],
    ],
    ['a blank tool', agent('tools: [read_file, " "]\n'), ['invalid-value tools.1 “" "”']],
    ['a provider without a model', agent('model: "openai:"\n'), ['invalid-value model “"openai:"”']],
    ['an unknown approval mode', agent('approvalMode: autoEdit\n'), ['wrong-type approvalMode “autoEdit”']],
    ['turns as a string', agent('runConfig: {max_turns: "5"}\n'), ['invalid-value runConfig.max_turns “"5"”']],
    ['an empty executor', agent('executor:\n'), ['wrong-type executor “executor”']],
    [
      'an executor behind broken YAML',
      `---\nname: rev\ndescription: Use when: ready\nexecutor: {kind: acp, command: x}\n---\n${BODY}`,
      ['unreadable-yaml executor “Use when: ready”', 'repaired-yaml “Use when: ready”'],
    ],
    ['a short prompt', agent('', 'Review.\n'), ['empty-prompt “Review.”']],
  ])('%s', (_, text, events) => {
    const report = loadIn(qwenCode, text);
    expect([report.outcome, report.name]).toEqual(['dropped', null]);
    expect(report.events).toEqual(expect.arrayContaining(events));
  });
});

describe('what loads as it is written', () => {
  test.each<[string, string, Partial<ReturnType<typeof loadIn>>]>([
    ['a plain agent', agent(''), { name: 'rev', tools: 'inherit', model: null }],
    ['CRLF', agent('').replaceAll('\n', '\r\n'), { name: 'rev' }],
    ['lone CR', agent('').replaceAll('\n', '\r'), { name: 'rev' }],
    ['a byte order mark', `\uFEFF${agent('')}`, { name: 'rev' }],
    ['its own tools', agent('tools: read_file, mcp__docs, lsp\n'), { tools: ['read_file', 'mcp__docs', 'lsp'] }],
    ['tools as it shows them', agent('tools: [ReadFile, Shell]\n'), { tools: ['ReadFile', 'Shell'] }],
    ['every tool', agent('tools: "*"\n'), { tools: 'inherit' }],
    ['the model of a provider', agent('model: openai:gpt-4o\n'), { model: 'openai:gpt-4o' }],
    ['the older model', agent('modelConfig: {model: fast}\n'), { model: 'fast' }],
    ['modes', agent('approvalMode: bubble\npermissionMode: dontAsk\n'), {}],
    ['turns', agent('maxTurns: "5"\nrunConfig: {max_time_minutes: 0.5, max_turns: 3}\n'), {}],
    ['a program', agent('executor: {kind: codex, command: codex, args: [exec]}\n'), {}],
    ['empty values', agent('tools:\nmodel:\ncolor:\nmcpServers:\n'), { tools: 'inherit', model: null }],
    ['a number as name', agent('').replace('rev', '42'), { name: '42' }],
  ])('%s', (_, text, expected) => {
    expect(loadIn(qwenCode, text)).toMatchObject({ outcome: 'loads', events: [], ...expected });
  });
});

describe('tools', () => {
  test('of Claude Code’s names, only grep is left', () => {
    const report = loadIn(qwenCode, agent('tools: Read, Grep, Bash\n'));
    expect(report.events).toEqual(['unknown-tool tools “Read”', 'unknown-tool tools “Bash”']);
    expect(toolsGiven({ tools: report.tools, denied: [] })).toEqual(['grep_search']);
  });

  test.each<[string, string[], string]>([
    ['tools: []', ['no-tools tools “[]”'], 'error'],
    ['tools: 3', ['wrong-type tools “3”'], 'error'],
    ['tools: {read_file: true}', ['wrong-type tools “{read_file: true}”'], 'error'],
    ['disallowedTools: 3', ['wrong-type disallowedTools “3”'], 'error'],
    ['disallowedTools: [Bash]', ['unknown-tool disallowedTools “Bash”'], 'error'],
    ['tools: [Read]', ['unknown-tool tools “Read”', 'no-tools tools “[Read]”'], 'warning'],
    ['tools: [read_file, 3]', ['wrong-type tools.1 “3”'], 'warning'],
  ])('%s', (fields, events, severity) => {
    const text = agent(`${fields}\n`);
    expect([...loadIn(qwenCode, text).events].sort()).toEqual(events.sort());
    const report = qwenCode.load(parseDocument('file:///a.md', text), PLACE);
    expect(report.events.map(({ effect }) => severityOf(effect, qwenCode))).toContain(severity);
  });

  test('a report in words counts the tools there are', () => {
    const said = (fields: string) =>
      statementsOf(qwenCode.load(parseDocument('file:///a.md', agent(fields)), PLACE), qwenCode).join(' ');
    expect(said('tools: Read, Grep, Bash\n')).toContain('1 tool: `Grep`');
    expect(said('disallowedTools: [edit]\n')).toContain('but `edit`');
  });
});

const PLACE = { scope: 'project', folder: '.qwen/agents', path: 'a.md' } as const;

describe('YAML that is not valid is read line by line', () => {
  const broken = (fields: string) => `---\nname: rev\ndescription: Use it when: ready\n${fields}---\n${BODY}`;

  test.each<[string, string, Partial<ReturnType<typeof loadIn>>]>([
    [
      'and still means the same',
      broken('tools: read_file, glob\n'),
      { outcome: 'loads', tools: ['read_file', 'glob'] },
    ],
    ['lists on lines stay', broken('tools:\n  - read_file\n  - glob\n'), { tools: ['read_file', 'glob'] }],
    ['lists in brackets do not', broken('tools: [edit, glob]\n'), { outcome: 'changed', tools: ['[edit', 'glob]'] }],
    ['a list without indentation is none', broken('tools:\n- edit\n'), { outcome: 'changed', tools: 'inherit' }],
    ['blocks do not', `---\nname: rev\nname: rev\ndescription: |\n  a\n---\n${BODY}`, { outcome: 'changed' }],
    ['single quotes stay', broken("model: 'fast'\n"), { outcome: 'changed', model: "'fast'" }],
    ['double quotes go', broken('model: "fast"\n'), { outcome: 'loads', model: 'fast' }],
    ['with CRLF too', broken('model: fast\n').replaceAll('\n', '\r\n'), { outcome: 'loads', model: 'fast' }],
    ['where a key is written twice', agent('model: a\nmodel: b\n'), { outcome: 'loads', model: 'b' }],
    ['where an alias stands for nothing', agent('model: *m\n'), { outcome: 'loads', model: '*m' }],
  ])('%s', (_, text, expected) => {
    expect(loadIn(qwenCode, text)).toMatchObject({ name: 'rev', ...expected });
  });

  test('the fault and what is lost are shown where they stand', () => {
    const { events } = loadIn(qwenCode, broken('mcpServers:\n  x:\n    command: y\n').replaceAll('\n', '\r\n'));
    expect(events).toContain('repaired-yaml “Use it when: ready”');
    expect(events).toContain('wrong-type mcpServers.command “y”');
  });
});

test.each([
  ['team/a.md', 'wrong-place'],
  ['a.MD', 'wrong-file-name'],
])('%s is never read', (path, cause) => {
  expect(loadIn(qwenCode, agent(''), path)).toMatchObject({ outcome: 'dropped', events: [`${cause} “”`] });
});

test.each([
  ['color: teal', 'invalid-value color'],
  ['color: 3', 'invalid-value color'],
  ['maxTurns: 1.5', 'invalid-value maxTurns'],
  ['background: yes', 'wrong-type background'],
  ['permissionMode: Plan', 'invalid-value permissionMode'],
  ['mcpServers: [github]', 'wrong-type mcpServers'],
  ['hooks: {Stop: x}', 'wrong-type hooks.Stop'],
  ['runConfig: x', 'wrong-type runConfig'],
  ['effort: high', 'unknown-key effort'],
])('%s is ignored', (fields, event) => {
  const report = loadIn(qwenCode, agent(`${fields}\n`));
  expect(report.outcome).toBe('changed');
  expect(report.events[0]).toMatch(event);
});
