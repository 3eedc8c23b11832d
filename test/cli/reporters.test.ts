// The reporters: what a person and a program read of the same problems.
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type CheckedFile, countProblems } from '../../server/src/cli/checkedFile.ts';
import { columnsOf, displayLine, wrap } from '../../server/src/cli/reporters/columns.ts';
import { jsonReport, renderJson } from '../../server/src/cli/reporters/json.ts';
import { renderPretty } from '../../server/src/cli/reporters/pretty.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { unmark } from '../../server/src/rules/examples.ts';
import { createLineIndex } from '../../server/src/util/text.ts';

const FIX = { title: 'Mend', edits: [] };

/** A file with one problem on the marked characters. */
function checked(marked: string, problem: Partial<Problem> = {}): CheckedFile {
  const { text, span } = unmark(marked);
  const whole: Problem = {
    code: 'structure/x',
    severity: 'warning',
    span: span ?? { start: 0, end: 0 },
    messageId: 'found',
    values: { what: 'teal' },
    message: 'What, why, what to do.',
    fixes: [],
    ...problem,
  };
  return { path: 'a.md', dialect: 'claude-code', text, lines: createLineIndex(text), problems: span ? [whole] : [] };
}

function pretty(...files: CheckedFile[]): string {
  return renderPretty(files, { color: false });
}

/** The line of the source and the carets below it. */
function excerptOf(marked: string): string[] {
  return pretty(checked(marked))
    .split('\n')
    .filter((line) => line.includes('│'))
    .map((line) => line.slice(line.indexOf('│') + 2));
}

describe('pretty', () => {
  test('shows file, place, severity, code, excerpt and message, then a summary', () => {
    const file = checked('one\ncolor: ⟦teal⟧\n', { fixes: [{ ...FIX, kind: 'safe' }] });
    expect(pretty(file)).toMatchInlineSnapshot(`
      "a.md

        2:8  warning  structure/x  fixable
        2 │ color: teal
          │        ^^^^
        What, why, what to do.

      1 warning in 1 file
      1 problem can be fixed with --fix
      "
    `);
  });

  test('does not show what must not be read along', () => {
    const shown = pretty(checked('key: ⟦ghp_secretsecret⟧ x\n', { sensitive: true }));
    expect(shown).toContain('key: ghp_•••••••••••• x');
    expect(shown).not.toContain('secret');
  });

  test('shows the places that have to do with a problem', () => {
    const range = { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } };
    const related = [{ uri: pathToFileURL('docs/b.md').href, range, message: 'defined here too' }];
    expect(pretty(checked('⟦a⟧\n', { related }))).toContain('→ docs/b.md:2:7  defined here too');
  });

  test.each([
    ['wide characters', '代理 ⟦错误⟧ x', ['代理 错误 x', '     ^^^^']],
    ['emoji of several code points', '👩‍💻👍🏽 ⟦🇩🇪x⟧', ['👩‍💻👍🏽 🇩🇪x', '     ^^^']],
    ['combining marks', 'e\u0301e\u0301 ⟦x⟧', ['e\u0301e\u0301 x', '   ^']],
    ['tabs', '\ta\t⟦b⟧', ['  a  b', '     ^']],
    ['an empty range', 'ab⟦⟧', ['ab', '  ^']],
    ['a range over several lines', 'a⟦b\ncd⟧', ['ab', ' ^…']],
    ['control characters', '\u001b[31m⟦x⟧', ['\\x1b[31mx', '        ^']],
    ['CRLF', '⟦ab⟧\r\nc', ['ab', '^^']],
  ])('carets stand under %s', (_, marked, expected) => {
    expect(excerptOf(marked)).toEqual(expected);
  });

  test('a long line is cut around the range, and the carets still stand under it', () => {
    const [line = '', carets = ''] = excerptOf(`${'👍a'.repeat(5_000)}⟦found⟧${'b'.repeat(5_000)}`);
    expect(line.startsWith('…') && line.endsWith('…')).toBe(true);
    expect(columnsOf(line)).toBeLessThanOrEqual(102);
    expect(columnsOf(line.slice(0, line.indexOf('found')))).toBe(carets.indexOf('^'));
    expect(carets.trim()).toBe('^^^^^');
  });

  test('columns are the same with and without a look at graphemes', () => {
    const characters = Array.from({ length: 0x3000 - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
    const wrong = characters.filter((each) => columnsOf(`a${each}b`) !== columnsOf(`a${each}b代`) - columnsOf('代'));
    expect(wrong).toEqual([]);
  });

  test('a range longer than the width is cut too', () => {
    const [line = '', carets = ''] = excerptOf(`a ⟦${'x'.repeat(500)}⟧ b`);
    expect(line.length).toBeLessThanOrEqual(102);
    expect(carets.trim()).toMatch(/^\^+…$/);
  });

  test('a secret stays hidden where another problem of its line is shown', () => {
    const text = 'key: ⟦ghp_secret⟧ and more\n';
    const { problems, ...file } = checked(text, { sensitive: true });
    const other = problems.map((problem) => ({ ...problem, span: { start: 20, end: 24 }, sensitive: false }));
    expect(pretty({ ...file, problems: [...problems, ...other] })).not.toContain('secret');
  });

  test('the summary counts, and names only what is there', () => {
    const error = checked('⟦a⟧', { severity: 'error' });
    const info = checked('⟦a⟧', { severity: 'information' });
    expect(pretty(error, error, info).split('\n').at(-2)).toBe('2 errors, 1 info in 3 files');
    expect(pretty(error, checked('a')).split('\n').at(-2)).toBe('1 error in 1 of 2 files');
    expect(pretty(checked('a'))).toBe('No problems in 1 file\n');
  });

  test('colour changes nothing but colour', () => {
    const file = checked('color: ⟦teal⟧\n', { severity: 'error' });
    const colored = renderPretty([file], { color: true });
    expect(colored).toContain('\u001b[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is taken out
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(pretty(file));
  });
});

describe('columns', () => {
  test('a message is wrapped at blanks, and a long word stands alone', () => {
    expect(wrap('aa bb  cc dddddd e', 5)).toEqual(['aa bb', 'cc', 'dddddd', 'e']);
  });

  test('nothing printed can control a terminal', () => {
    expect(displayLine('\ta\u001b]0;x\u0007\u009b\u007f\r\n')).toBe('  a\\x1b]0;x\\x07\\x9b\\x7f\\r\\n');
  });
});

describe('json', () => {
  test('is the public contract', () => {
    const file = checked('👍\ncolor: ⟦teal⟧\n', { fixes: [{ ...FIX, kind: 'safe' }] });
    expect(JSON.parse(renderJson([file, checked('a')]))).toEqual({
      files: [
        {
          path: 'a.md',
          dialect: 'claude-code',
          problems: [
            {
              code: 'structure/x',
              severity: 'warning',
              messageId: 'found',
              values: { what: 'teal' },
              message: 'What, why, what to do.',
              range: { start: { line: 1, character: 7 }, end: { line: 1, character: 11 } },
              fixable: true,
            },
          ],
        },
        { path: 'a.md', dialect: 'claude-code', problems: [] },
      ],
      summary: { files: 2, errors: 0, warnings: 1, infos: 0 },
    });
  });

  test('a suggestion is not fixable', () => {
    const [file] = jsonReport([checked('⟦a⟧', { fixes: [{ ...FIX, kind: 'suggestion' }] })]).files;
    expect(file?.problems.map(({ fixable }) => fixable)).toEqual([false]);
  });

  test('counts by severity', () => {
    const files = (['error', 'error', 'warning', 'information', 'hint'] as const).map((severity) =>
      checked('⟦a⟧', { severity }),
    );
    expect(countProblems(files)).toEqual({ errors: 2, warnings: 1, infos: 1 });
  });
});
