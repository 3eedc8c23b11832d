// The injected colours: values and tools in front matter, examples everywhere, and plain Markdown as it was.
import { beforeAll, describe, expect, test } from 'vitest';
import { AGENT_TYPES } from '../../server/src/formats/ring/vocabulary.ts';
import { TOOL_ALIASES, TOOLS } from '../../server/src/runtimes/claude-code/toolNames.ts';
import {
  COLORS,
  EFFORTS,
  ISOLATIONS,
  MEMORY_SCOPES,
  MODEL_ALIASES,
  PERMISSION_MODES,
} from '../../server/src/runtimes/claude-code/vocabulary.ts';
import { bases, scopesOf, type Tokenize, tokenizer } from './harness.ts';

const ROOTS = ['text.html.markdown', 'text.html.markdown.prompt'];
const cases = bases().flatMap((base) => ROOTS.map((root) => ({ base, root, label: base.label })));

describe.each(cases)('$label, $root', ({ base, root }) => {
  let tokenize: Tokenize;
  let plain: Tokenize;
  beforeAll(async () => {
    tokenize = await tokenizer(base, root);
    plain = await tokenizer(base, root, false);
  });
  const inFrontMatter = (line: string) => tokenize(`---\nname: a\n${line}\n---\n\nText\n`);

  const values = [
    ...MODEL_ALIASES.map(({ value }) => ({ key: 'model', value, scope: 'constant.language.model' })),
    ...COLORS.map(({ value }) => ({ key: 'color', value, scope: 'support.constant.color' })),
    ...AGENT_TYPES.map(({ value }) => ({ key: 'type', value, scope: 'constant.language.choice' })),
    ...PERMISSION_MODES.map(({ value }) => ({ key: 'permissionMode', value, scope: 'constant.language.choice' })),
    ...MEMORY_SCOPES.map(({ value }) => ({ key: 'memory', value, scope: 'constant.language.choice' })),
    ...EFFORTS.map(({ value }) => ({ key: 'effort', value, scope: 'constant.language.choice' })),
    ...ISOLATIONS.map(({ value }) => ({ key: 'isolation', value, scope: 'constant.language.choice' })),
  ];

  test.each(values)('$key: $value', ({ key, value, scope }) => {
    expect(lastScope(inFrontMatter(`${key}: ${value}`), value)).toBe(`${scope}.agentwright`);
  });

  test.each(['"cyan"', "'cyan'", 'cyan  # a comment'])('color: %s', (written) => {
    expect(lastScope(inFrontMatter(`color: ${written}`), 'cyan')).toBe('support.constant.color.agentwright');
  });

  test.each([
    ['model: gpt', 'gpt'],
    ['color: magenta', 'magenta'],
    ['color: reddish', 'reddish'],
    ['modle: haiku', 'haiku'],
    ['title: red', 'red'],
  ])('%s stays plain text', (line, value) => {
    expect(scopesOf(inFrontMatter(line), value).join(' ')).not.toContain('agentwright');
  });

  test.each([...TOOLS.map(({ value }) => value), 'Task'])('the tool %s, in a line and in a list', (name) => {
    expect(lastScope(inFrontMatter(`tools: Zzz, ${name}`), name)).toBe('support.function.tool.agentwright');
    expect(lastScope(inFrontMatter(`tools:\n  - ${name}`), name)).toBe('support.function.tool.agentwright');
  });

  test('names that give no tool stay plain', () => {
    const lines = inFrontMatter('tools: Grpe, read, Reader');
    expect(scopesOf(lines, 'Grpe').at(-1)).toBe('meta.tools.agentwright');
    expect(scopesOf(lines, 'Reader').at(-1)).toBe('meta.tools.agentwright');
  });

  test('MCP tools and specifiers', () => {
    const lines = inFrontMatter('tools: mcp__github__search, Bash(git log *)');
    expect(lastScope(lines, 'mcp__github__search')).toBe('support.function.tool.mcp.agentwright');
    expect(lastScope(lines, 'git log *')).toBe('string.other.specifier.agentwright');
  });

  test('the key after a list of tools is a key', () => {
    expect(scopesOf(inFrontMatter('tools: Read, Grep\nversion: 1'), 'version').join(' ')).toContain(
      'entity.name.tag.yaml',
    );
  });

  test('examples and line breaks in a description, also where its YAML is broken', () => {
    const lines = inFrontMatter(
      'description: Use it: \\n<example>\\nuser: "hi" <commentary>why</commentary></example>',
    );
    expect(lastScope(lines, 'example')).toBe('entity.name.tag.example.agentwright');
    expect(lastScope(lines, 'commentary')).toBe('entity.name.tag.example.agentwright');
    expect(lastScope(lines, '\\n')).toBe('constant.character.escape.agentwright');
  });

  test('examples in the prompt, and Markdown that goes on inside them', () => {
    const lines = tokenize('---\nname: a\n---\n\n<example>\nSay **this** now\nuser: "hi"\n</example>\n');
    expect(lastScope(lines, 'example')).toBe('entity.name.tag.example.agentwright');
    expect(scopesOf(lines, 'this').join(' ')).toContain('markup.bold');
    expect(lastScope(lines, 'user')).toBe('keyword.other.speaker.agentwright');
  });

  test.each(['`<example>`', '```\n<example>\n```'])('code keeps its colours: %j', (text) => {
    expect(tokenize(text)).toEqual(plain(text));
  });

  test('plain Markdown is coloured as without us', () => {
    expect(tokenize(PLAIN)).toEqual(plain(PLAIN));
  });
});

test('the alias of a tool that the list misses', () => {
  // KillShell and KillBash still work, but nobody should write them, so they get no colour.
  expect(Object.keys(TOOL_ALIASES)).toEqual(['Task', 'KillShell', 'KillBash']);
});

const PLAIN = `---
title: Notes
tags: [a, b]
date: 2026-01-01
---

# Title

A [link](https://example.com), \`code\`, **bold** and <b>html</b>. user: me

- one
  - two

> quote

| a | b |
| - | - |
| 1 | 2 |

<div class="x">
text
</div>

<!-- comment <example> -->

\`\`\`yaml
model: opus
tools: Read
\`\`\`
`;

function lastScope(lines: ReturnType<Tokenize>, text: string): string | undefined {
  return scopesOf(lines, text).at(-1);
}
