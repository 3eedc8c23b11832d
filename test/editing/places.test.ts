// Snippets by place: which are offered where, by themselves and on request, and what they write.
import { describe, expect, test } from 'vitest';
import { frontMatterParts, sections, wholeAgents } from '../../server/src/features/snippets/index.ts';
import { fillVariables, plainSnippet } from '../../server/src/features/snippets/snippet.ts';
import { openTyping, type TypingOptions } from '../harness/typing.ts';

const HEAD = '---\nname: letter-writer\ndescription: Writes\n';
const agents = wholeAgents.map(({ prefix }) => prefix);
const inBody = sections.map(({ prefix }) => prefix);
const parts = frontMatterParts.filter(({ isItem }) => !isItem).map(({ prefix }) => prefix);
const all: readonly string[] = [...agents, ...inBody, ...frontMatterParts.map(({ prefix }) => prefix)];

/** The snippets in the list, after asking for it. */
async function askedAt(marked: string, options?: TypingOptions): Promise<string[]> {
  const editor = await openTyping(marked, options);
  editor.ask();
  return editor.list.filter((label) => all.includes(label));
}

describe('whole agents', () => {
  test.each([
    ['an empty file', '█', {}],
    ['a file of empty lines', '\n\n  █\n', {}],
    ['a file with a byte order mark', '\uFEFF█', {}],
    ['a prompt that has no fields yet', '█\n\nYou write letters.\n', {}],
    ['an empty file of a plugin', '█', { path: 'kit/agents/x.md', scope: 'plugin' }],
  ] as const)('are offered in %s', async (_, text, options) => {
    expect(await askedAt(text, options)).toEqual(agents);
  });

  test.each([
    ['after text', 'You write letters.\n█', {}],
    ['before text on its line', '█ letters', {}],
    ['in the middle of a line', 'You are █', {}],
    ['above front matter that begins too late', '█\n---\nname: x\n---\n', {}],
    ['in a README', '█', { path: '.claude/agents/README.md' }],
    ['in the body', `${HEAD}---\n\n█`, {}],
    ['in the front matter', `${HEAD}█\n---\n`, {}],
    ['in front matter that is not closed', '---\n█', {}],
  ] as const)('are not offered %s', async (_, text, options) => {
    expect((await askedAt(text, options)).filter((label) => agents.includes(label))).toEqual([]);
  });

  test('open by themselves as their prefix is typed, and Enter writes the first', async () => {
    const editor = await openTyping('█', { quickSuggestions: true });
    editor.type('agent');
    expect(editor.list).toEqual(agents);
    editor.type('\n');
    expect(editor.shown).toMatch(/^---\nname: letter-writer\ndescription: "Use this agent when …"\n---\n/);
  });

  test('are left for any other word', async () => {
    const editor = await openTyping('█', { quickSuggestions: true });
    editor.type('an\nAgents\nage\n');
    expect(editor.shown).toBe('an\nAgents\nage\n█');
  });

  test('begin at the start of the file, whatever stood above', async () => {
    const editor = await openTyping('\n\n█', { path: '.claude/agents/true.md' });
    editor.ask();
    expect(editor.list[0]).toBe('agent');
    editor.type('\n');
    expect(editor.shown).toMatch(/^---\nname: "true"\n/);
  });
});

describe('sections', () => {
  test.each([
    ['an empty line', `${HEAD}---\n\n█\n`],
    ['the last line', `${HEAD}---\n\nYou write.\n\n█`],
    ['the line under the fence', `${HEAD}---\n█`],
    ['a line between paragraphs', `${HEAD}---\n\nOne.\n\n█\n\nTwo.\n`],
    ['a line under a block of code', `${HEAD}---\n\n\`\`\`\ncode\n\`\`\`\n█`],
  ])('are offered on %s', async (_, text) => {
    expect(await askedAt(text)).toEqual(inBody);
  });

  test.each([
    ['after a word', `${HEAD}---\n\nThe █`],
    ['after an indentation', `${HEAD}---\n\n  █`],
    ['before a word', `${HEAD}---\n\n█process`],
    ['in a list', `${HEAD}---\n\n- █`],
    ['in a block of code', `${HEAD}---\n\n\`\`\`\n█\n\`\`\`\n`],
    ['in a block of code that is not closed', `${HEAD}---\n\n\`\`\`\n█`],
    ['in a description', `---\nname: x\ndescription: █\n---\n`],
    ['in a description of several lines', `---\nname: x\ndescription: >-\n  █\n---\n`],
    ['between the lines of a description', `---\nname: x\ndescription: |\n  One.\n█\n  Two.\n---\n`],
    ['on the line of the fence', `${HEAD}---█`],
    ['in a file without front matter', 'You write.\n\n█'],
  ])('are not offered %s', async (_, text) => {
    expect(await askedAt(text)).toEqual([]);
  });

  test.each(sections)('$prefix is found by its prefix and written', async ({ prefix, body }) => {
    const editor = await openTyping(`${HEAD}---\n\n█`);
    editor.type(prefix.slice(0, 'agent-'.length + 2));
    expect(editor.list[0]).toBe(prefix);
    editor.type('\n');
    expect(editor.shown).toBe(`${HEAD}---\n\n${plainSnippet(body)}█`);
  });
});

describe('fields of several lines', () => {
  test('are offered at a key', async () => {
    expect(await askedAt(`${HEAD}█\n---\n`)).toEqual(parts);
    expect(await askedAt(`${HEAD}agent█\n---\n`)).toEqual(parts);
  });

  test.each([
    ['a value', `${HEAD}memory: █\n---\n`],
    ['a description', '---\nname: x\ndescription: █\n---\n'],
    ['a list', `${HEAD}tools:\n  - █\n---\n`],
    ['a map inside', `${HEAD}output_schema:\n  █\n---\n`],
    ['a key that has its colon', `${HEAD}█: x\n---\n`],
    ['a comment', `${HEAD}# █\n---\n`],
  ])('are not offered at %s', async (_, text) => {
    expect(await askedAt(text)).toEqual([]);
  });

  test('are left out where they are written already, and in a plugin, which ignores them', async () => {
    expect(await askedAt(`${HEAD}hooks:\n  Stop: []\n█\n---\n`)).toEqual(['agent-mcp']);
    expect(await askedAt(`${HEAD}█\n---\n`, { path: 'kit/agents/x.md', scope: 'plugin' })).toEqual([]);
  });

  test.each([
    ['at the margin', '█'],
    ['indented', '  █'],
  ])('one more change is offered under the changelog, %s', async (_, line) => {
    const changelog = `${HEAD}changelog:\n  - 1.0.0: First\n`;
    const editor = await openTyping(`${changelog}${line}\n---\n`);
    editor.type('agent-c');
    expect(editor.list).toEqual(['agent-changelog']);
    editor.type('\n');
    expect(editor.shown).toBe(`${changelog}  - 1.1.0: What changed\n█\n---\n`);
  });

  test.each(frontMatterParts.filter(({ isItem }) => !isItem))(
    '$prefix is found by its prefix and written',
    async ({ prefix, body }) => {
      const editor = await openTyping(`${HEAD}█\n---\n`, { quickSuggestions: true });
      editor.type(prefix);
      editor.type('\n');
      expect(editor.shown).toBe(
        `${HEAD}${plainSnippet(fillVariables(body, { name: 'x', today: '2026-11-21' }))}█\n---\n`,
      );
    },
  );
});

describe('name', () => {
  test.each([
    ['after its colon', 'name:█', 'name: letter-writer█'],
    ['after a space', 'name: █', 'name: letter-writer█'],
  ])('completes with the name of the file %s', async (_, line, written) => {
    const editor = await openTyping(`---\n${line}\n---\n`);
    editor.ask();
    expect(editor.list).toEqual(['letter-writer']);
    editor.type('\n');
    expect(editor.shown).toBe(`---\n${written}\n---\n`);
  });

  test('opens by itself, and whoever types another name keeps it', async () => {
    const editor = await openTyping('---\nname█\n---\n');
    editor.type(': ');
    expect(editor.list).toEqual(['letter-writer']);
    editor.type('letter\n');
    expect(editor.shown).toBe('---\nname: letter\n█\n---\n');
  });

  test('is written with its key', async () => {
    const editor = await openTyping('---\nna█\n---\n');
    editor.ask();
    editor.type('\n');
    expect(editor.shown).toBe('---\nname: letter-writer█\n---\n');
  });
});

describe('keys', () => {
  test.each([
    ['a value', 'memory: project', true],
    ['a value in quotes', 'color: "red"', true],
    ['the opening fence', '', true],
    ['a list that begins', 'tools:', false],
    ['a list in brackets that goes on', 'tools: [Read,', false],
    ['a quote that goes on', 'initialPrompt: "Write', false],
    ['a block of text', 'initialPrompt: |', false],
    ['a folded block', 'initialPrompt: >- # folded', false],
  ])('open by themselves on the line under %s: %s', async (_, line, opens) => {
    const editor = await openTyping(`---\n${line === '' ? '' : `name: x\n${line}`}█`.replace('---\n█', '---█'));
    editor.escape();
    editor.type('\n');
    expect(editor.list.length > 0).toBe(opens);
  });

  test('a colon before a list opens nothing, so that Enter begins the list', async () => {
    for (const key of ['tools', 'disallowedTools', 'skills', 'mcpServers']) {
      const editor = await openTyping(`${HEAD}${key}█\n---\n`, {
        files: { '.claude/skills/verify/SKILL.md': '---\nname: verify\ndescription: Verifies\n---\n' },
      });
      editor.type(':\n');
      expect(editor.shown).toBe(`${HEAD}${key}:\n█\n---\n`);
    }
  });
});
