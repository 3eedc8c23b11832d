// Whoever writes prose is left alone: no list opens at a word, and Enter and Tab write what they write everywhere.
import { describe, expect, test } from 'vitest';
import { SENTENCES } from '../harness/sentences.ts';
import { openTyping } from '../harness/typing.ts';

const HEAD = '---\nname: letter-writer\n';
/** Agents and a skill whose names are words of the sentences. */
const NEIGHBOURS = Object.fromEntries(
  ['reviewer', 'process', 'output', 'test-runner', 'checklist'].map((name) => [
    `.claude/agents/${name}.md`,
    `---\nname: ${name}\ndescription: Does ${name}\n---\n\n## Process\n`,
  ]),
);

const PLACES: readonly (readonly [string, string])[] = [
  ['the body', `${HEAD}description: Writes\n---\n\n# Process\n\n█\n`],
  ['a list of the body', `${HEAD}description: Writes\n---\n\n- one\n- █\n`],
  ['a block of code', `${HEAD}description: Writes\n---\n\n\`\`\`\n█\n\`\`\`\n`],
  ['a description', `${HEAD}description: █\n---\n\nYou write.\n`],
  ['a description in quotes', `${HEAD}description: "█"\n---\n\nYou write.\n`],
  ['a description of several lines', `${HEAD}description: >-\n  Writes.\n  █\n---\n\nYou write.\n`],
  ['an initial prompt', `${HEAD}description: Writes\ninitialPrompt: █\n---\n\nYou write.\n`],
  [
    'the prompt of a hook',
    `${HEAD}description: Writes\nhooks:\n  Stop:\n    - hooks:\n        - type: prompt\n          prompt: |\n            █\n---\n\nYou write.\n`,
  ],
];

describe.each([
  ['asks at every letter', true],
  ['asks at trigger characters only', false],
])('in an editor that %s', (_, quickSuggestions) => {
  describe.each(PLACES)('in %s', (_where, text) => {
    test('no list is open at the end of a word', async () => {
      for (const sentence of SENTENCES) {
        const editor = await openTyping(text, { quickSuggestions, files: NEIGHBOURS });
        for (const part of sentence.split(/(?<=\w)(?=\W)/)) {
          editor.type(part);
          expect(editor.list, editor.shown).toEqual([]);
        }
      }
    });

    test.each([
      ['Enter', '\n', '\n'],
      ['Tab', '\t', '  '],
    ])('%s at the end of each sentence changes nothing before it', async (_key, key, written) => {
      for (const sentence of SENTENCES) {
        const editor = await openTyping(text, { quickSuggestions, files: NEIGHBOURS });
        editor.type(`${sentence}${key}`);
        expect(editor.shown).toBe(text.replace('█', `${sentence}${written}█`));
      }
    });
  });

  const words = [...new Set(SENTENCES.flatMap((sentence) => sentence.match(/\w+/g) ?? []))];

  test('every word stays, alone on a line of the body with Enter after it', async () => {
    const start = `${HEAD}description: Writes\n---\n\nYou write.\n`;
    const editor = await openTyping(`${start}█`, { quickSuggestions, files: NEIGHBOURS });
    for (const word of words) editor.type(`${word}\n`);
    expect(editor.shown).toBe(`${start}${words.join('\n')}\n█`);
  });

  test('every word stays in a list, a quote and a heading', async () => {
    const start = `${HEAD}description: Writes\n---\n\nYou write.\n\n`;
    const lines = words.flatMap((word) => [`- ${word}`, `> ${word}`, `## ${word}`, `1. ${word}`, `  ${word}`]);
    const editor = await openTyping(`${start}█`, { quickSuggestions, files: NEIGHBOURS });
    for (const line of lines) editor.type(`${line}\n`);
    expect(editor.shown).toBe(`${start}${lines.join('\n')}\n█`);
  });
});

test.each([
  ['a fence', '```\n'],
  ['a fence with a language', '```bash\n'],
  ['code in two backticks', '``process\n'],
  ['an apostrophe', 'don`t\n'],
  ['code that is closed', 'Use `process`\n'],
  ['an arrow and a word', '-> see the process\n'],
  ['a title that is a prefix', 'Agent\n'],
  ['a prefix without its hyphen', 'agent\n'],
])('%s is written as it is typed', async (_, typed) => {
  const start = `${HEAD}description: Writes\n---\n\n# Process\n\n`;
  const editor = await openTyping(`${start}█`, { quickSuggestions: true, files: NEIGHBOURS });
  editor.type(typed);
  expect(editor.shown).toBe(`${start}${typed}█`);
});

describe('a whole file, typed key by key with the list open as it comes', () => {
  test.each([
    ['plain values', 'name: writer\ndescription: Writes letters.\ntools: Read, Grep\nmodel: opus\ncolor: cyan\n'],
    [
      'lists on lines of their own',
      'name: writer\ndescription: Writes.\ntools:\n  - Read\n  - Grep\nmemory: project\n',
    ],
    ['blocks of text', 'name: writer\ndescription: >-\n  Writes the output.\n  Reviews a process.\nmaxTurns: 5\n'],
    ['an indentation with Tab', 'name: writer\ndescription: |\n\tWrites the output.\n'],
    ['the name of a tool in a sentence', 'name: read\ndescription: Read\n'],
  ])('%s', async (_, fields) => {
    const typed = `${fields}---\n\nYou write the output.\n`;
    const editor = await openTyping('---\n█', { quickSuggestions: true });
    editor.type(typed);
    expect(editor.shown).toBe(`---\n${typed.replaceAll('\t', '  ')}█`);
  });
});
