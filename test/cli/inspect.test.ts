// `agentwright inspect`: what each runtime makes of a file.
import { afterAll, describe, expect, it } from 'vitest';
import { READ_FAULTS } from '../../server/src/cli/files.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { loadStatements } from '../../server/src/runtimes/claude-code/explain.ts';
import type { LoadScope } from '../../server/src/runtimes/indexed.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const PROJECT = '.claude/agents/reviewer.md';
const TEXT =
  '---\nname: reviewer\ndescription: Reviews code. Examples include: diffs\ntools: Read, Grpe, bash\nmodel: opus\ncolor: magenta\n---\n\nReview.\n';

function inspect(args: readonly string[], text = TEXT): unknown {
  const run = runCli(['inspect', PROJECT, ...args, '--format', 'json'], { files: { [PROJECT]: text } });
  expect(run.exitCode).toBe(0);
  return JSON.parse(run.stdout).files[0];
}

describe('inspect', () => {
  it('says what a project’s loader makes of the file', () => {
    expect(inspect([])).toMatchObject({
      path: PROJECT,
      dialect: 'claude-code',
      reports: [
        {
          runtime: 'claude-code',
          as: 'project',
          loads: true,
          name: 'reviewer',
          reason: null,
          tools: ['Read'],
          model: 'opus',
          ignored: [expect.objectContaining({ field: 'color' })],
        },
        { runtime: 'vscode' },
        { runtime: 'copilot-cli', outcome: 'dropped', reason: 'frontmatter/unparsable' },
        { runtime: 'cursor', evidence: 'documentation', outcome: 'changed' },
      ],
    });
  });

  it('names the rule that says why a file does not load', () => {
    const dropped = inspect(['--as', 'claude-code:project'], TEXT.replaceAll('\n', '\r\n'));
    expect(dropped).toMatchObject({ reports: [{ loads: false, name: null, reason: 'frontmatter/unparsable' }] });
  });

  it('gives a plugin’s agent the file name where the front matter is lost', () => {
    const lost = inspect(['--as', 'claude-code:plugin'], TEXT.replaceAll('\n', '\r\n'));
    expect(lost).toMatchObject({
      reports: [{ as: 'plugin', loads: true, name: 'reviewer', tools: 'inherit', model: null }],
    });
  });

  it('shows both loaders where the place does not tell', () => {
    const run = runCli(['inspect', 'loose.md', '--format', 'json'], { files: { 'loose.md': TEXT } });
    const { reports } = JSON.parse(run.stdout).files[0] as { reports: { as: string }[] };
    expect(reports.map(({ as }) => as)).toEqual(['project', 'plugin']);
  });

  it('prints the report of each loader as sentences, without marks', () => {
    const { stdout } = runCli(['inspect', PROJECT], { files: { [PROJECT]: TEXT } });
    const { label, measuredOn } = claudeCode;
    const [path, heading, ...others] = stdout.trimEnd().split('\n');
    expect(path).toBe(PROJECT);
    expect(heading).toMatch(new RegExp(`^ {2}${label} ${measuredOn.replaceAll('.', '\\.')}, .*project`));
    const end = others.findIndex((line) => /^ {2}\S/.test(line));
    expect(unwrapped(others.slice(0, end))).toEqual(statementsOf(TEXT, 'project'));
    for (const name of ['reviewer', 'Read', 'claude-opus-5-5', 'Grpe', 'bash', 'color']) expect(stdout).toContain(name);
  });

  it('names a missing file', () => {
    const run = runCli(['inspect', 'none.md']);
    expect([run.exitCode, run.stderr]).toEqual([2, `agentwright: none.md: ${READ_FAULTS.ENOENT}\n`]);
  });

  it.each([
    ['LF', 'project'],
    ['LF', 'plugin'],
    ['CRLF', 'project'],
    ['CRLF', 'plugin'],
  ] as const)('says in words what becomes of %s as a %s’s agent', (ends, scope) => {
    const lines = '---\nname: reviewer\ndescription: Reviews. For example: diffs\ntools: Read\n---\nReview.\n';
    const text = ends === 'CRLF' ? lines.replaceAll('\n', '\r\n') : lines;
    const files = { 'file-name.md': text };
    const { stdout } = runCli(['inspect', 'file-name.md', '--as', `claude-code:${scope}`], { files });
    expect(unwrapped(stdout.trimEnd().split('\n').slice(2))).toEqual(statementsOf(text, scope, 'file-name.md'));
  });
});

/** Statements from lines of a terminal: what is further in belongs to the line above. */
function unwrapped(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .replace(/\n {6}/g, ' ')
    .split('\n')
    .map((line) => line.trim());
}

/** What is said of a text in words, without marks. */
function statementsOf(text: string, scope: LoadScope, path = PROJECT): string[] {
  const load = claudeCode.load(parseDocument(`file:///w/${path}`, text), { scope });
  return loadStatements(load).map((statement) => statement.replace(/[`*]/g, '').replace(/\s+/g, ' '));
}
