// The table that `inspect --all` prints: a row for each runtime, in as many columns as there are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../server/src/cli/reporters/columns.ts';
import { matrixFooter, renderMatrix } from '../../server/src/cli/reporters/matrix.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { anyText, SEED } from '../harness/agentTexts.ts';
import { matrixAt } from '../harness/matrix.ts';

const PLAIN = { color: false, width: 80 };
const CLAUDE = '.claude/agents/rev.md';
const agent = (fields: string): string =>
  `---\nname: rev\ndescription: Reviews code\n${fields}---\n\nYou review code.\n`;

/** The cells of each row by the name of its runtime, the mark of those that are only documented kept. */
function tableOf(text: string, path = CLAUDE): Map<string, string[]> {
  const [table = ''] = renderMatrix(matrixAt(path, text), PLAIN).split('\n\n');
  const lines = table.split('\n').slice(1);
  const rows = lines.map((line) => line.trim().split(/ {2,}/)).filter((cells) => cells.length > 1);
  return new Map(rows.map(([label = '', ...cells]) => [label, cells]));
}

describe('a row', () => {
  test('for each runtime, what is only documented marked', () => {
    const expected = runtimes.map(({ label, evidence }) => label + (evidence.source === 'documentation' ? '*' : ''));
    expect([...tableOf(agent('')).keys()].sort()).toEqual(expected.sort());
    expect(matrixFooter([matrixAt(CLAUDE, agent(''))], PLAIN)).toMatch(/^\* /);
    expect(matrixFooter([], PLAIN)).toBeNull();
  });

  test('counts the tools that are kept, and says where there are more', () => {
    const rows = tableOf(agent('tools: Read, Grep, Bash\n'));
    const tools = (label: string) => rows.get(label)?.[1];
    expect(['Claude Code', 'VS Code', 'Qwen Code', 'Gemini CLI'].map(tools)).toEqual(['3', '3', '1 of 3', '-']);
    expect(tools('Cursor*')).toMatch(/^all .*wider/);
    const denied = tableOf(agent('disallowedTools: Edit\n'));
    expect(denied.get('Claude Code')?.[1]).toBe('all but 1');
    expect(denied.get('Kilo')?.[1]).toMatch(/^all .*wider/);
  });

  test('has the model, the prompt and the number of fields that are ignored', () => {
    const rows = tableOf(agent('model: opus\nversion: 1.0.0\n'));
    expect(rows.get('Claude Code')?.slice(2)).toEqual(['opus', 'whole', '1 field']);
    expect(rows.get('OpenCode V2')?.slice(2)).toEqual(['opus', 'whole', '2 fields']);
    expect(tableOf(agent('')).get('Claude Code')?.[2]).toBe('session');
  });
});

test('what a runtime says of the file stands below', () => {
  const text = renderMatrix(matrixAt(CLAUDE, agent('color: cyan\n')), PLAIN);
  const words = runtimes.find(({ id }) => id === 'gemini-cli')?.words['unknown-key']?.replace('{key}', 'color') ?? '-';
  expect(text.replace(/\s+/g, ' ')).toContain(words.replaceAll('`', ''));
});

test('colors change nothing but colors', () => {
  const matrix = matrixAt(CLAUDE, agent('tools: Read, Bash\nmodel: opus\n'));
  const colored = renderMatrix(matrix, { color: true, width: 80 });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(renderMatrix(matrix, PLAIN));
});

test('a line takes no more columns than there are, whatever the text', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(80, 100, 120), (text, width) => {
      const lines = renderMatrix(matrixAt(CLAUDE, text), { color: false, width }).split('\n');
      // A word that is longer than a line is not broken.
      const broken = lines.filter((line) => columnsOf(line) > width && /\S\s+\S/.test(line.trim()));
      expect(broken).toEqual([]);
    }),
    { seed: SEED, numRuns: 60 },
  );
});
