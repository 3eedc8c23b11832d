// Completion, hover and links for names of the workspace: agents, skills, MCP servers, headings and files.
import { describe, expect, test } from 'vitest';
import { definitionAt, hoverAt, lineWith, linksIn, namesAt } from '../harness/navigation.ts';

const AROUND = `
//- .mcp.json
{ "mcpServers": { "github": { "command": "gh" }, "my docs": { "url": "https://example.com" } } }
//- .claude/skills/deploy/SKILL.md
---
name: deploy
description: Deploys <b>now</b>
---
//- quality/.claude-plugin/plugin.json
{ "name": "quality" }
//- quality/agents/auditor.md
---
name: auditor
description: Audits [all](https://example.com)
---
//- .claude/agents/tester.md
---
name: tester
description: Tests
---
//- docs/STANDARDS.md
# Standards
`;

/** The workspace with one more agent, in which the cursor stands. */
function within(body: string, fields = ''): string {
  return `${AROUND}//- .claude/agents/lead.md\n---\nname: lead\ndescription: Leads\n${fields}---\n${body}\n`;
}

const BUILT_IN = ['Explore', 'Plan', 'claude', 'claude-code-guide', 'general-purpose', 'statusline-setup'];

describe('completion', () => {
  test.each([
    ['after subagent_type', 'Task(subagent_type="█")'],
    ['after @agent-', 'Ask @agent-t█'],
    ['in Agent(…) in the text', 'Agent(tester, █)'],
  ])('offers agents %s', async (_, body) => {
    expect(await namesAt(within(body))).toEqual(['tester', 'quality:auditor', ...BUILT_IN]);
  });

  test('offers agents and skills in backticks', async () => {
    expect(await namesAt(within('Run `x`, then use `█'))).toEqual(['tester', 'quality:auditor', ...BUILT_IN, 'deploy']);
  });

  test('offers servers in backticks after mcp__', async () => {
    expect(await namesAt(within('Search with `mcp__█'))).toEqual(['mcp__github', 'mcp__my_docs']);
  });

  test.each([
    ['Use `tes█.', 'Use `tester.'],
    ['Use `tes█t:', 'Use `tester:'],
    ['Use `█quality:old`.', 'Use `tester`.'],
    ['Use `tes█.old`.', 'Use `tester`.'],
  ])('replaces the name and leaves the sentence: %s', async (body, expected) => {
    expect(await lineWith('tester', within(body))).toBe(expected);
  });

  test('offers nothing outside of backticks', async () => {
    expect(await namesAt(within('Run `x`, then █'))).toBeNull();
  });

  test.each([
    ['agents in Agent(…)', 'tools: Read, Agent(█)\n', ['tester', 'quality:auditor', ...BUILT_IN]],
    ['servers after mcp__', 'tools: Read, mcp__█\n', ['mcp__github', 'mcp__my_docs']],
    ['skills', 'skills: █\n', ['deploy']],
    ['skills in a list', 'skills:\n  - █\n', ['deploy']],
    ['servers', 'mcpServers:\n  - █\n', ['github', 'my docs']],
    ['observers', 'observer: █\n', ['tester', 'quality:auditor', ...BUILT_IN]],
  ])('offers %s in the front matter', async (_, fields, expected) => {
    expect(await namesAt(within('Lead.', fields))).toEqual(expected);
  });

  test('leaves tools and keys to the other completion', async () => {
    expect(await namesAt(within('Lead.', 'tools: Re█\n'))).toBeNull();
    expect(await namesAt(within('Lead.', 'mod█\n'))).toBeNull();
  });

  test('offers anchors and headings of the file', async () => {
    const headings = '## Output Format\n\n## Done, or not?\n\n';
    expect(await namesAt(within(`${headings}See [the format](#█)`))).toEqual(['output-format', 'done-or-not']);
    expect(await namesAt(within(`${headings}**→ See █**`))).toEqual(['Output Format', 'Done, or not?']);
  });
});

describe('definition', () => {
  test.each([
    ['a skill', 'Lead.', 'skills: dep█loy\n', '.claude/skills/deploy/SKILL.md:1: '],
    [
      'a skill in the text',
      'Use the `/` command or `quality:x`, or @agent-dep█loy.',
      '',
      '.claude/skills/deploy/SKILL.md:1: ',
    ],
    ['a server of a tool', 'Lead.', 'tools: mcp__git█hub__search\n', '.mcp.json:1: "github"'],
    ['a server', 'Lead.', 'mcpServers: [git█hub]\n', '.mcp.json:1: "github"'],
    ['a path in backticks', 'Read `docs/STAND█ARDS.md`.', '', 'docs/STANDARDS.md:1: '],
    ['a link', 'Read [them](../../docs/STAND█ARDS.md#tests).', '', 'docs/STANDARDS.md:1: '],
    ['an anchor', '## Output Format\n\nSee [it](#output-█format).', '', '.claude/agents/lead.md:5: Output Format'],
  ])('of %s', async (_, body, fields, expected) => {
    expect(await definitionAt(within(body, fields))).toEqual([expected]);
  });
});

describe('hover', () => {
  test('shows an agent, with its description as plain text', async () => {
    expect(await hoverAt(within('Use `quality:aud█itor`.'))).toBe(
      'Agent **quality:auditor** · quality/agents/auditor.md\n\nAudits \\[all\\]\\(https://example.com\\)',
    );
  });

  test('shows a skill, with markup escaped', async () => {
    expect(await hoverAt(within('Lead.', 'skills: dep█loy\n'))).toBe(
      'Skill **deploy** · .claude/skills/deploy/SKILL.md\n\nDeploys \\<b\\>now\\</b\\>',
    );
  });

  test('says that an agent does not load', async () => {
    const broken = AROUND.replace('name: tester\ndescription: Tests', 'name: tester');
    const fixture = `${broken}//- .claude/agents/lead.md\n---\nname: lead\ndescription: Leads\n---\nAsk the \`tes█ter\` agent.\n`;
    const [title, ...rest] = (await hoverAt(fixture))?.split('\n\n') ?? [];
    const [loadedTitle, ...loadedRest] = (await hoverAt(fixture.replace(broken, AROUND)))?.split('\n\n') ?? [];
    expect(title).toBe(loadedTitle);
    expect(loadedRest).toEqual(['Tests']);
    expect(rest).toEqual([expect.stringMatching(/\S/)]);
  });
});

describe('document links', () => {
  test('lead to files that exist and to headings, and to nothing else', async () => {
    const body =
      '█## Output\n\nRead `docs/STANDARDS.md`, `docs/GONE.md`, [a](docs/STANDARDS.md), [b](#output), [c](#gone).';
    expect(await linksIn(within(body))).toEqual([
      '.claude/agents/lead.md:7: docs/STANDARDS.md → docs/STANDARDS.md',
      '.claude/agents/lead.md:7: #output → .claude/agents/lead.md#L5',
      '.claude/agents/lead.md:7: docs/STANDARDS.md → docs/STANDARDS.md',
    ]);
  });
});
