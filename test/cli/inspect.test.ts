// `agentwright inspect`: what each runtime makes of a file.
import { afterAll, describe, expect, it } from 'vitest';
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

  it('prints words', () => {
    const run = runCli(['inspect', PROJECT], { files: { [PROJECT]: TEXT } });
    expect(run.stdout).toMatchInlineSnapshot(`
      ".claude/agents/reviewer.md
        Claude Code 2.1.329, as a project agent
          Loads as reviewer.
          The YAML is repaired while reading.
          It has 1 tool: Read.
          It runs on claude-opus-5-5 (opus).
          Grpe is refused: no such tool.
          bash is refused: case counts, and no tool is written so.
          Ignored: color (not one of eight colours).
      "
    `);
  });

  it('names a missing file', () => {
    const run = runCli(['inspect', 'none.md']);
    expect([run.exitCode, run.stderr]).toEqual([2, 'agentwright: none.md: no such file or folder.\n']);
  });

  it.each([
    ['LF', 'project', 'Loads as reviewer. The YAML is repaired while reading. It has 1 tool: Read.'],
    ['LF', 'plugin', 'Loads as reviewer. The YAML is repaired while reading. It has 1 tool: Read.'],
    [
      'CRLF',
      'project',
      'Does not load: the YAML cannot be read, a second : in one value: the text needs quotes (frontmatter/unparsable).',
    ],
    [
      'CRLF',
      'plugin',
      'Loads as file-name, the name of its file: the front matter cannot be read, so every field is lost. It has every tool of the session. It runs on the model of the session.',
    ],
  ])('says in words what becomes of %s as a %s’s agent', (ends, scope, expected) => {
    const text = '---\nname: reviewer\ndescription: Reviews. For example: diffs\ntools: Read\n---\nReview.\n';
    const files = { 'file-name.md': ends === 'CRLF' ? text.replaceAll('\n', '\r\n') : text };
    const { stdout } = runCli(['inspect', 'file-name.md', '--as', `claude-code:${scope}`], { files });
    const words = stdout.split('\n').slice(2).join(' ').replace(/\s+/g, ' ').trim();
    expect(words.startsWith(expected), words).toBe(true);
  });

  it.each([
    ['name:\ndescription: d', 'Does not load: the name is none it takes (frontmatter/invalid-name).'],
    [
      'name: a\ndescription: 3',
      'Does not load: the description is no text, or empty (frontmatter/invalid-description).',
    ],
    ['name: a\ndescription: d\ndisallowedTools: Bash', 'It has every tool of the session but Bash, Monitor.'],
    ['name: a\ndescription: d\ntools: Foo', 'It has no tools, so Claude Code refuses to start it.'],
    ['name: a\ndescription: d\ntools: []', 'It has no tools.'],
    ['name: a\ndescription: d\nfoo: 1\nbar: 2', 'Ignored: foo, bar (not a field of Claude Code).'],
  ])('says in words of %j: %s', (head, expected) => {
    const { stdout } = runCli(['inspect', PROJECT], { files: { [PROJECT]: `---\n${head}\n---\nReview.\n` } });
    expect(stdout.split('\n').map((line) => line.trim())).toContain(expected);
  });
});
