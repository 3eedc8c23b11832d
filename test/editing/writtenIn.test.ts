// What is red while it is typed: nothing. Every error of an agent that is typed key by key can be put down to what is
// being written; and no other error can.
import { describe, expect, test } from 'vitest';
import { runExample } from '../../server/src/cli/runExample.ts';
import { writtenIn } from '../../server/src/features/writtenIn.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { Problem } from '../../server/src/model/problem.ts';

const AGENTS: readonly (readonly [string, string])[] = [
  [
    'plain values',
    '---\nname: draft\ndescription: Drafts letters. Use it when one is needed.\ntools: Read, Grep\nmodel: opus\ncolor: cyan\n---\n\nYou draft letters.\n\n## Process\n\n1. Read\n',
  ],
  [
    'quotes and brackets',
    '---\nname: "draft"\ndescription: \'Drafts letters: many. Use it\'\ntools: [Read, Grep]\n---\n\nYou draft letters.\n',
  ],
  [
    'blocks, lists and maps',
    '---\nname: draft\ndescription: >-\n  Drafts letters: many.\n  Use it.\ntools:\n  - Read\n  - Grep\nhooks:\n  PreToolUse:\n    - matcher: "Bash"\n      hooks:\n        - type: command\n          command: "./check.sh"\nmcpServers:\n  - github\npermissionMode: plan\nmaxTurns: 20\n---\nYou draft letters.\n',
  ],
];

/** The closing fence is written by the editor or, at the end, by the writer. */
function withFence(text: string, end: number, closed: boolean): string {
  const inFields = end > '---'.length && end <= text.indexOf('\n---', 3);
  return text.slice(0, end) + (closed && inFields ? '\n---' : '');
}

function isBeingWritten(text: string, path: string, problem: Problem, cursor: number): boolean {
  const span = writtenIn(parseDocument(path, text), problem);
  return span !== null && span.start <= cursor && cursor <= span.end;
}

describe.each([
  ['project', '.claude/agents/draft.md'],
  ['plugin', 'plugin/agents/draft.md'],
])('in an agent of a %s', (_, path) => {
  describe.each(AGENTS)('%s', (_shape, text) => {
    test.each([
      ['closed by the editor', true],
      ['not closed yet', false],
    ])('have only errors that are being written, with front matter %s', (_how, closed) => {
      const ends = Array.from({ length: text.length }, (_end, at) => at + 1);
      const red = ends.flatMap((end) => {
        const typed = withFence(text, end, closed);
        const errors = runExample(rules, { text: typed, path }).problems.filter(({ severity }) => severity === 'error');
        return errors
          .filter((problem) => !isBeingWritten(typed, path, problem, end))
          .map(({ code, messageId }) => `${code} ${messageId} in ${JSON.stringify(typed.slice(-60))}`);
      });
      expect(red).toEqual([]);
    });
  });
});

describe('an error is no longer being written', () => {
  const codeAt = (marked: string): string[] => {
    const cursor = marked.indexOf('█');
    const text = marked.replace('█', '');
    const path = '.claude/agents/draft.md';
    const errors = runExample(rules, { text: text, path }).problems.filter(({ severity }) => severity === 'error');
    return errors.filter((problem) => !isBeingWritten(text, path, problem, cursor)).map(({ code }) => code);
  };

  test.each([
    ['in the next field', '---\nname:\ndescription: x█\n---\n', 'frontmatter/invalid-name'],
    ['in another field', '---\nname: █d\ndescription:\n---\n', 'frontmatter/invalid-description'],
    ['in the body, where a field is missing', '---\nname: d\n---\n\n█', 'frontmatter/missing-description'],
    ['on the fence that the writer has closed', '---\nname: d\n---█', 'frontmatter/missing-description'],
    ['in the text below front matter that is open', '---\nname: d\n\nYou draft.\n\nMore. █\n', 'frontmatter/unclosed'],
    ['above a value that cannot be read', '---\nname: d█\ndescription: "x\n---\n', 'frontmatter/unparsable'],
  ])('%s', (_, marked, code) => {
    expect(codeAt(marked)).toContain(code);
  });
});
