// Gemini CLI: what rejects a file, where that stands, and what loads.
import { describe, expect, test } from 'vitest';
import { geminiCli } from '../../server/src/runtimes/gemini-cli/index.ts';
import { loadIn } from '../harness/loadRuntime.ts';

const HEAD = 'name: a\ndescription: Reviews code\n';

function agent(fields: string, body = 'You review.\n'): string {
  return `---\n${HEAD}${fields}---\n${body}`;
}

describe('what rejects a file is said where it stands', () => {
  test.each<[string, string, string[]]>([
    ['no front matter', 'You review.\n', ['no-front-matter “You review.”']],
    ['a byte order mark', `\uFEFF${agent('')}`, ['no-front-matter “\uFEFF---”']],
    ['a space after the opening fence', `--- \n${HEAD}---\n`, ['no-front-matter “---”']],
    ['no closing fence', `---\n${HEAD}`, ['unclosed-front-matter “---”']],
    ['an unquoted colon', agent('model: a: b\n'), ['unreadable-yaml “: b”']],
    ['a list', '---\n- a\n---\n', ['not-a-mapping “- a”']],
    ['an unknown key', agent('color: blue\n'), ['unknown-key color “color”']],
    ['a mapping as key', agent('{a: b}: c\n'), ['unknown-key {a: b} “{a: b}”']],
    ['a key of Claude Code', agent('maxTurns: 5\n'), ['unknown-key maxTurns “maxTurns”']],
    ['no name', '---\ndescription: d\n---\n', ['missing-name name “---”']],
    ['no description', '---\nname: a\n---\n', ['missing-description description “---”']],
    ['a name in upper case', '---\nname: Code\ndescription: d\n---\n', ['invalid-name name “Code”']],
    ['an empty description', '---\nname: a\ndescription: ""\n---\n', ['invalid-description description “""”']],
    [
      'a description without a value',
      '---\nname: a\ndescription:\n---\n',
      ['invalid-description description “description”'],
    ],
    ['tools of Claude Code', agent('tools: [read_file, Read]\n'), ['unknown-tool tools.1 “Read”']],
    ['tools as a string', agent('tools: read_file, glob\n'), ['wrong-type tools “read_file, glob”']],
    ['turns as a string', agent('max_turns: "5"\n'), ['invalid-value max_turns “"5"”']],
    ['a temperature without a value', agent('temperature:\n'), ['invalid-value temperature “temperature”']],
    [
      'a server of an unknown type',
      agent('mcp_servers:\n  x:\n    url: u\n    type: ws\n'),
      ['invalid-value mcp_servers.x.type “ws”'],
    ],
    ['a remote agent without its card', '---\nkind: remote\nname: a\n---\n', ['missing-key agent_card_url “---”']],
    [
      'a bearer without a token',
      '---\nkind: remote\nname: a\nagent_card_url: https://a.test/c\nauth: {type: http, scheme: Bearer}\n---\n',
      ['invalid-value auth.token “{type: http, scheme: Bearer}”'],
    ],
  ])('%s', (_, text, events) => {
    const report = loadIn(geminiCli, text);
    expect(report.events).toEqual(events);
    expect([report.outcome, report.name]).toEqual(['dropped', null]);
  });
});

describe('what loads', () => {
  test.each<[string, string, Partial<ReturnType<typeof loadIn>>]>([
    ['a plain agent', agent(''), { name: 'a', tools: 'inherit', model: null }],
    ['tools of its own', agent('tools: [read_file, mcp_x_*]\n'), { tools: ['read_file', 'mcp_x_*'] }],
    ['no tools', agent('tools: []\n'), { tools: [] }],
    ['a model', agent('model: flash\n'), { model: 'flash' }],
    ['CRLF', agent('').replaceAll('\n', '\r\n'), { name: 'a' }],
    ['a remote agent', '---\nname: r\nagent_card_url: https://a.test/c\n---\n', { name: 'r', tools: null }],
  ])('%s', (_, text, expected) => {
    expect(loadIn(geminiCli, text)).toMatchObject({ outcome: 'loads', events: [], ...expected });
  });
});

test('text behind the closing fence costs the prompt', () => {
  const { outcome, events } = loadIn(geminiCli, `---\n${HEAD}---- x\nYou review.\n`);
  expect([outcome, events]).toEqual(['changed', ['empty-prompt “- x”']]);
});

test.each([
  ['team/a.md', 'wrong-place'],
  ['_a.md', 'wrong-file-name'],
  ['a.MD', 'wrong-file-name'],
])('%s is never read', (path, cause) => {
  expect(loadIn(geminiCli, agent(''), path)).toMatchObject({ outcome: 'dropped', events: [`${cause} “”`] });
});
