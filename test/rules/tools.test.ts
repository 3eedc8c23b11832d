// Rules about what a prompt says and what its tools allow: which words count, and how lists of tools are changed.
import { describe, expect, test } from 'vitest';
import { applyFix } from '../../server/src/lint/fix.ts';
import { findings, marks } from '../harness/checkRule.ts';

const NOT_GRANTED = 'frontmatter/tool-not-granted';
const CAN_WRITE = 'frontmatter/read-only-can-write';

function agent(fields: string, body: string): string {
  return `---\nname: reviewer\ndescription: Reviews code\n${fields}\n---\n\n${body}\n`;
}

function described(description: string, fields = 'tools: Read, Edit', body = 'Look at the code.'): string {
  return `---\nname: reviewer\ndescription: ${description}\n${fields}\n---\n\n${body}\n`;
}

function fixedText(code: string, text: string): string | undefined {
  const fix = findings(code, text)[0]?.problem.fixes[0];
  return fix && applyFix(text, fix);
}

describe('tools a prompt tells to use', () => {
  test.each<[string, readonly string[]]>([
    ['Before a test is written, use the WebFetch tool to read the page.', ['WebFetch']],
    ['1. **Check**: Use **TodoWrite** to keep track.', ['TodoWrite']],
    ['Write the report to that path using the Write tool.', ['Write']],
    ['Search with Grep, then use the `Glob` and `Edit` tools.', ['Grep', 'Glob', 'Edit']],
    ['- `mcp__docs__find` — Finds a page.\n- **`mcp__docs__read`**: Reads it.', ['mcp__docs__find', 'mcp__docs__read']],
    [
      'Use `mcp__docs__find` + `mcp__docs__read` for pages. Use `mcp__docs__find` often.',
      ['mcp__docs__find', 'mcp__docs__read'],
    ],
    ['<workflow>\nUse the Bash tool.\n</workflow>', ['Bash']],
    ['- When tests fail:\n  - Use the Bash tool.', ['Bash']],
  ])('%j', (body, tools) => {
    expect(marks(NOT_GRANTED, agent('tools: Read', body))).toEqual(tools);
    expect(marks(NOT_GRANTED, agent('tools: Read', body).replaceAll('\n', '\r\n'))).toEqual(tools);
  });

  test.each([
    'Scripts run via the Bash tool time out after two minutes.',
    'The builder uses the Write tool, and they use the Bash tool.',
    'Report prompts that say "use the Bash tool" without a reason.',
    'Use Bash 5 features, and use PowerShell 7 for the rest.',
    'Use `Agent` from the HTTP library, `Monitor` for locks and `Task` for async work.',
    'Use Glob patterns such as `src/**`.',
    'You cannot:\n\n- Use the Write tool',
    '## Anti-patterns\n\n### Searching\n\n- Use the Bash tool',
    '- Use the mail tool (if WebFetch is there).\n- Use the WebFetch tool where it is available.',
    'Prefer the Grep tool over the Bash tool.',
    'Search with Grep or `mcp__docs__find`. Browse the page or use the WebFetch tool. Use the Bash tool (or ask).',
    '```text\n```js\nx\n```\nUse the Bash tool.\n```',
    '<output_format>\nUse the Bash tool.\n</output_format>',
  ])('says nothing of %j', (body) => {
    expect(marks(NOT_GRANTED, agent('tools: Read', body))).toEqual([]);
  });

  test.each([
    'tools: Read, mcp__docs',
    'tools: Read, mcp__docs__*',
    'tools: Read\nmcpServers: [{ docs: { command: docs } }]',
    'tools: Read\nmcpServers:\n  - docs',
    'tools: Read, MCP__docs__find',
    'tools: []',
    'tools: "*"',
  ])('a server that is given, or may be: %j', (fields) => {
    expect(marks(NOT_GRANTED, agent(fields, 'Call `mcp__docs__find` first.'))).toEqual([]);
  });

  test.each<[string, string]>([
    ['disallowedTools: mcp__*', 'denied'],
    ['disallowedTools: mcp__docs', 'denied'],
    ['tools: Read', 'unlisted'],
    ['tools: Read, mcp__*', 'unlisted'],
    ['tools: Read\nmcpServers: docs', 'unlisted'],
    ['tools: Read\nmcpServers: [docs]\ndisallowedTools: mcp__docs', 'denied'],
  ])('says why: %j', (fields, id) => {
    expect(findings(NOT_GRANTED, agent(fields, 'Call `mcp__docs__find` first.'))[0]?.id).toBe(id);
  });

  test('a tool is reported once', () => {
    expect(marks(NOT_GRANTED, agent('tools: Read', 'Use the Bash tool.\n'.repeat(50)))).toHaveLength(1);
  });

  test('what another rule says of a name in the list is not said again', () => {
    expect(marks(NOT_GRANTED, agent('tools: Read, bash', 'Use the Bash tool.'))).toEqual([]);
    expect(marks(NOT_GRANTED, agent('tools: Read, Bash\ndisallowedTools: Bash', 'Use the Bash tool.'))).toEqual([]);
  });

  test('memory gives what the list leaves out', () => {
    expect(marks(NOT_GRANTED, agent('tools: Bash\nmemory: user', 'Use the Write tool.'))).toEqual([]);
  });
});

describe('a tool is added in the style of the list', () => {
  test.each<[string, string | undefined]>([
    ['tools: Read', 'tools: Read, Bash'],
    ['tools: Read,Grep', 'tools: Read,Grep,Bash'],
    ['tools: Read Grep', 'tools: Read Grep Bash'],
    ['tools: "Read, Grep" # two', 'tools: "Read, Grep, Bash" # two'],
    ['tools: [Read, Grep]', 'tools: [Read, Grep, Bash]'],
    ["tools: ['Read']", "tools: ['Read', 'Bash']"],
    ['tools: [\n  Read,\n  Grep\n]', 'tools: [\n  Read,\n  Grep,\n  Bash\n]'],
    ['tools:\n- Read\n- Grep', 'tools:\n- Read\n- Grep\n- Bash'],
    ['tools:\n  - Read\n\nmodel: opus', 'tools:\n  - Read\n  - Bash\n\nmodel: opus'],
    ['tools: >\n  Read,\n  Grep', 'tools: >\n  Read,\n  Grep,\n  Bash'],
    ['tools: &t [Read]\nskills: *t', 'tools: &t [Read, Bash]\nskills: *t'],
    ['skills: &t [Read]\ntools: *t', undefined],
  ])('%j', (before, after) => {
    for (const lineBreak of ['\n', '\r\n']) {
      const text = agent(before, 'Use the Bash tool.').replaceAll('\n', lineBreak);
      const fixed = fixedText(NOT_GRANTED, text);
      expect(fixed).toBe(after && agent(after, 'Use the Bash tool.').replaceAll('\n', lineBreak));
    }
  });
});

describe('agents that only read', () => {
  test.each<[string, readonly string[]]>([
    [described('"Full audit; read-only."'), ['Edit']],
    [described('"Finds docs. Read-only external scanner for a theme."'), ['Edit']],
    [described('|\n  Analyzes code.\n  Read-only agent that never changes code.'), ['Edit']],
    [described('Inspects code; analysis and reporting only.'), ['Edit']],
    [described('d', 'tools: Read, Edit', 'You check code. **You are read-only, by design.**'), ['Edit']],
    [
      described('d', 'tools: Read, Write, Edit', '<role>\nYou are a READ-ONLY code review agent.\n</role>'),
      ['Write', 'Edit'],
    ],
    [described('d', 'tools: Read, Edit', '- Do not modify, edit, or create any files.'), ['Edit']],
    [described('"Reads.\\nThis agent is read-only and explains."', 'color: red'), ['This agent is read-only']],
  ])('%j', (text, found) => {
    expect(marks(CAN_WRITE, text)).toEqual(found);
  });

  test.each([
    described('"Sets up replicas: read-only users, read-only."', 'tools: Read, Edit', 'You own the read-only API.'),
    described('Read-only replica specialist'),
    described('Builds forms. Makes fields read-only, checks input.'),
    described('Launches read-only reviewers in parallel.'),
    described('Read-only by default; edits when approved.'),
    described('Never modifies test files.'),
    described('Never modifies files outside of src.'),
    described('d', 'tools: Read, Edit', 'In phase 1 you are read-only. Before approval, do not modify any files.'),
    described('d', 'tools: Read, Edit', 'You build.\n\n## First\n\nDo not modify any files.\n\n## Then\n\nBuild.'),
    described('d', 'tools: Read, Edit', 'You are READ-ONLY.\n\n- Write your findings to `report.md`.'),
    described('d', 'tools: Read, Edit', '<example>\nYou are a read-only agent.\n</example>'),
    described('Read-only auditor', 'tools: Read, Edit(docs/**)'),
    described('Read-only auditor', 'disallowedTools: Edit'),
    described('Read-only auditor', 'allowed-tools: Read'),
    described('Read-only auditor', 'hooks:\n  PreToolUse: []'),
    described('Checks. <example>Read-only. Never modifies files.</example>', 'color: red'),
  ])('says nothing of %j', (text) => {
    expect(marks(CAN_WRITE, text)).toEqual([]);
  });

  test.each<[string, string]>([
    ['tools: Read, Edit, Grep', 'tools: Read, Grep'],
    ['tools: Edit Read', 'tools: Read'],
    ['tools: [Read, "Edit"]', 'tools: [Read]'],
    ['tools:\n  - Edit\n  - Read', 'tools:\n  - Read'],
    ['tools:\n  - Read\n  - Edit # why', 'tools:\n  - Read'],
  ])('a tool is removed in the style of the list: %j', (before, after) => {
    expect(fixedText(CAN_WRITE, described('Read-only auditor', before))).toBe(described('Read-only auditor', after));
  });

  test.each(['tools: Edit', 'tools:\n  - Edit\n', 'tools: Read, Edit, Edit'])(
    'no fix makes a list empty: %j',
    (fields) => {
      expect(fixedText(CAN_WRITE, described('Read-only auditor', fields))).toBeUndefined();
    },
  );
});
