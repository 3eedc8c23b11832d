// `agentwright check`: what it finds, prints, mends, and how it exits.
import { afterAll, describe, expect, it } from 'vitest';
import { checkJson, removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const PATH = '.claude/agents/reviewer.md';
const CLEAN = '---\nname: reviewer\ndescription: Reviews code\n---\n\nYou review code.\n';
const REPAIRED = CLEAN.replace('Reviews code', 'Reviews code. Examples include: diffs');
const DROPPED = CLEAN.replace('name: reviewer\n', '');

describe('exit codes', () => {
  it.each([
    ['0 for clean files', CLEAN, [], 0],
    ['0 for warnings', REPAIRED, [], 0],
    ['1 for warnings over the limit', REPAIRED, ['--max-warnings', '0'], 1],
    ['0 for warnings at the limit', REPAIRED, ['--max-warnings', '1'], 0],
    ['1 for an error', DROPPED, [], 1],
  ])('%s', (_, text, args, exitCode) => {
    expect(runCli(['check', ...args], { files: { [PATH]: text } }).exitCode).toBe(exitCode);
  });

  it.each([
    [['check', '--frobnicate'], /unknown option '--frobnicate'/],
    [['check', '--format', 'xml'], /pretty, json/],
    [['check', '--as', 'cobol'], /claude-code:project/],
    [['check', '--max-warnings', 'many'], /whole number/],
    [['frobnicate'], /unknown command|too many arguments|frobnicate/],
    [['check', '--stdin'], /--stdin-path/],
  ])('2 for wrong use: %s', (args, message) => {
    const run = runCli(args);
    expect(run.stderr).toMatch(message);
    expect(run.exitCode).toBe(2);
  });
});

describe('json', () => {
  it('gives problems with zero-based UTF-16 ranges', () => {
    const { json } = checkJson([PATH], { files: { [PATH]: REPAIRED } });
    expect(json).toEqual({
      files: [
        {
          path: PATH,
          dialect: 'claude-code',
          problems: [
            {
              code: 'frontmatter/repaired',
              severity: 'warning',
              messageId: 'colon',
              values: expect.anything(),
              message: expect.any(String),
              range: { start: { line: 2, character: 13 }, end: { line: 2, character: 50 } },
              fixable: true,
            },
            {
              code: 'frontmatter/unparsable',
              severity: 'information',
              messageId: 'loss',
              values: expect.anything(),
              message: expect.any(String),
              runtimes: ['copilot-cli'],
              range: { start: { line: 2, character: 43 }, end: { line: 2, character: 44 } },
              fixable: false,
            },
          ],
        },
      ],
      summary: { files: 1, errors: 0, warnings: 1, infos: 1 },
    });
  });

  it('says no problems of a clean file', () => {
    const { json } = checkJson([PATH], { files: { [PATH]: CLEAN } });
    expect(json.files).toEqual([{ path: PATH, dialect: 'claude-code', problems: [] }]);
  });
});

describe('pretty', () => {
  it('shows the place, the message and what can be fixed', () => {
    const files = { [PATH]: CLEAN.replace('name', 'color: Cyan\nname') };
    const { stdout } = runCli(['check', PATH], { files });
    const [problem] = checkJson([PATH], { files }).json.files[0]?.problems ?? [];
    expect(stdout.replace(problem?.message ?? 'no message', 'THE MESSAGE')).toMatchInlineSnapshot(`
      ".claude/agents/reviewer.md

        2:8  warning  frontmatter/unknown-color  fixable
        2 │ color: Cyan
          │        ^^^^
        THE MESSAGE

      1 warning in 1 file
      1 problem can be fixed with --fix
      "
    `);
  });
});

describe('searching a folder', () => {
  it('finds agents of projects and plugins, and loose ones by their fields', () => {
    const { json } = checkJson(['.'], {
      files: {
        '.claude/agents/a.md': CLEAN,
        '.claude/agents/deep/b.md': CLEAN,
        'plugin/.claude-plugin/plugin.json': '{ "name": "plugin" }',
        'plugin/agents/c.md': CLEAN,
        'loose/d.md': CLEAN.replace('name:', 'model: opus\nname:'),
        'README.md': '# Readme\n',
        'skills/x/SKILL.md': CLEAN,
        'node_modules/pack/.claude/agents/e.md': CLEAN,
      },
    });
    expect(json.files.map(({ path }) => path)).toEqual([
      '.claude/agents/a.md',
      '.claude/agents/deep/b.md',
      'loose/d.md',
      'plugin/agents/c.md',
    ]);
  });

  it('checks a named file whatever its place', () => {
    const { json } = checkJson(['notes.md'], { files: { 'notes.md': '# Notes\n\nText.\n' } });
    expect(json.files[0]?.problems.map(({ code }) => code)).toEqual(['frontmatter/missing']);
  });

  it('reads a file as it is told to', () => {
    const { json } = checkJson([PATH, '--as', 'claude-code:plugin'], { files: { [PATH]: DROPPED } });
    expect(json.files[0]?.problems).toEqual([]);
  });
});

describe('--fix', () => {
  it('quotes the value and changes nothing else', () => {
    const run = runCli(['check', PATH, '--fix'], { files: { [PATH]: REPAIRED } });
    expect(run.read(PATH)).toBe(
      REPAIRED.replace('Reviews code. Examples include: diffs', '"Reviews code. Examples include: diffs"'),
    );
    expect(run.exitCode).toBe(0);
  });

  it('keeps CRLF line ends and a byte order mark', () => {
    const crlf = `\uFEFF${REPAIRED.replaceAll('\n', '\r\n')}`;
    const run = runCli(['check', PATH, '--fix'], { files: { [PATH]: crlf } });
    expect(run.read(PATH)).toBe(
      crlf.replace('Reviews code. Examples include: diffs', '"Reviews code. Examples include: diffs"'),
    );
  });

  it('leaves a file alone that has nothing to fix', () => {
    const run = runCli(['check', PATH, '--fix'], { files: { [PATH]: DROPPED } });
    expect(run.read(PATH)).toBe(DROPPED);
    expect(run.exitCode).toBe(1);
  });
});

describe('--stdin', () => {
  it('checks the text as the file at the path it is told', () => {
    const { json } = checkJson(['--stdin', '--stdin-path', PATH], { stdin: DROPPED });
    expect(json.files.map(({ path, problems }) => [path, problems.length])).toEqual([[PATH, 1]]);
  });
});
