// Several runtimes on the command line: what each reads, what it makes of a file, and who owns it.
import { afterAll, describe, expect, test } from 'vitest';
import { removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const AGENT = '---\nname: rev\ndescription: Reviews code\ntools: Read, Grep\ncolor: cyan\n---\n\nYou review.\n';

interface Report {
  readonly runtime: string;
  readonly as: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly events: readonly { readonly cause: string; readonly field: string | null }[];
}

function reports(path: string, args: readonly string[]): Report[] {
  const run = runCli(['inspect', path, ...args, '--format', 'json'], { files: { [path]: AGENT } });
  expect(run.exitCode).toBe(0);
  return JSON.parse(run.stdout).files[0].reports;
}

/** `path: code messageId` for each problem of each file. */
function problems(files: Readonly<Record<string, string>>): string[] {
  const run = runCli(['check', '.', '--format', 'json'], { files });
  const checked = JSON.parse(run.stdout).files as { path: string; dialect: string; problems: { code: string }[] }[];
  return checked.flatMap(({ path, dialect, problems: found }) => [
    `${path} ${dialect}`,
    ...found.map(({ code }) => `  ${code}`),
  ]);
}

describe('inspect', () => {
  test('--as asks one runtime as if the file stood in its folder', () => {
    const [report] = reports('.claude/agents/rev.md', ['--as', 'gemini-cli']);
    expect(report).toMatchObject({ runtime: 'gemini-cli', as: 'project', outcome: 'dropped' });
    expect(report?.reason).toBe('frontmatter/wrong-type');
    expect(report?.events.map(({ cause, field }) => [cause, field])).toEqual([
      ['wrong-type', 'tools'],
      ['unknown-key', 'color'],
    ]);
  });

  test.each([
    ['opencode', 'blocks-project', 'frontmatter/wrong-type'],
    ['opencode-v2', 'dropped', 'frontmatter/wrong-type'],
    ['kilo', 'dropped', 'frontmatter/wrong-type'],
  ])('--as %s tells what an agent of Claude Code does there', (runtime, outcome, reason) => {
    expect(reports('.claude/agents/team/rev.md', ['--as', runtime])).toMatchObject([{ runtime, outcome, reason }]);
  });

  test('--all asks every runtime, the owner first', () => {
    const all = reports('.claude/agents/rev.md', ['--all']);
    expect(all[0]?.runtime).toBe('claude-code');
    expect(all.map(({ runtime }) => runtime)).toContain('gemini-cli');
  });

  test('a place that the runtime does not have is wrong use', () => {
    const run = runCli(['inspect', '--as', 'gemini-cli:plugin', 'a.md'], { files: { 'a.md': AGENT } });
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
  });
});

describe('check', () => {
  test('each file is judged by the runtime that owns its place', () => {
    expect(
      problems({
        '.claude/agents/rev.md': AGENT,
        '.gemini/agents/rev.md': AGENT,
        '.gemini/agents/ok.md': '---\nname: ok\ndescription: Reviews code\n---\n\nYou review.\n',
        '.kiro/agents/rev.md': '---\nname: rev\ntools: ["@mcp"]\nresources: [file://x]\n---\n\nSee [x](missing.md).\n',
      }),
    ).toEqual([
      '.claude/agents/rev.md claude-code',
      '.gemini/agents/ok.md gemini-cli',
      '.gemini/agents/rev.md gemini-cli',
      '  frontmatter/wrong-type',
      '  frontmatter/unknown-key',
      '.kiro/agents/rev.md kiro',
      '  structure/broken-link',
    ]);
  });

  test('files of OpenCode and Kilo', () => {
    expect(
      problems({
        '.opencode/agents/rev.md': AGENT,
        '.opencode/agents/ok.md': '---\ndescription: Reviews code\npermission: {edit: deny}\n---\n\nYou review.\n',
        '.opencode/mode/off.md': '---\ndescription: Reviews code\ndisable: true\n---\n\nYou review.\n',
        '.kilo/agent/rev.md': '---\ndescription: Reviews code\ntools: {Bash: false}\nmaxTurns: 3\n---\n\nYou review.\n',
      }),
    ).toEqual([
      '.kilo/agent/rev.md kilo',
      '  frontmatter/unknown-tool',
      '  frontmatter/unknown-key',
      '.opencode/agents/ok.md opencode',
      '.opencode/agents/rev.md opencode',
      '  frontmatter/wrong-type',
      '  frontmatter/invalid-value',
      '.opencode/mode/off.md opencode',
      '  frontmatter/disabled',
    ]);
  });

  test('of two runtimes with the same folders, the one a file is written for owns it', () => {
    const rules = 'permissions:\n  - {action: edit, resource: "*", effect: deny}\n';
    const agent = (fields: string) => `---\ndescription: Reviews code\n${fields}---\n\nYou review.\n`;
    const found = problems({
      '.opencode/agents/both.md': agent(''),
      '.opencode/agents/mapping.md': agent('permissions:\n  edit: deny\n'),
      '.opencode/agents/mixed.md': agent(`temperature: 1\n${rules}`),
      '.opencode/agents/v2.md': agent(rules),
    });
    expect(found.filter((line) => !line.startsWith('  '))).toEqual([
      '.opencode/agents/both.md opencode',
      '.opencode/agents/mapping.md opencode',
      '.opencode/agents/mixed.md opencode',
      '.opencode/agents/v2.md opencode-v2',
    ]);
  });

  test('a comment does not hide why a file is rejected', () => {
    const text = '---\nname: a\ndescription: d\n# agentwright-disable-next-line\ncolor: blue\n---\n\nYou review.\n';
    expect(problems({ '.gemini/agents/a.md': text })).toContain('  frontmatter/unknown-key');
  });
});

describe('check --runtimes', () => {
  const COLON = AGENT.replace('Reviews code', 'Use when: asked');

  /** `severity code` of each problem of one Claude Code agent. */
  function found(args: readonly string[], config: object = {}): string[] {
    const files = { '.claude/agents/rev.md': COLON, '.agentwright.json': JSON.stringify(config) };
    const run = runCli(['check', '.', ...args, '--format', 'json'], { files });
    expect(run.stderr).toBe('');
    const [file] = JSON.parse(run.stdout).files as { problems: { severity: string; code: string }[] }[];
    return (file?.problems ?? []).map(({ severity, code }) => `${severity} ${code}`);
  }

  const REPAIRED = 'warning frontmatter/repaired';

  test('reports for the runtimes named and for no others', () => {
    expect(found([])).toEqual([REPAIRED, 'information frontmatter/unparsable']);
    expect(found(['--runtimes', 'copilot-cli'])).toEqual(['error frontmatter/unparsable']);
    expect(found(['--runtimes', 'claude-code, copilot-cli'])).toEqual([REPAIRED, 'error frontmatter/unparsable']);
    expect(found(['--runtimes', 'gemini-cli'])).toEqual([]);
  });

  test('wins over the configuration', () => {
    expect(found([], { runtimes: ['claude-code'] })).toEqual([REPAIRED]);
    expect(found(['--runtimes', 'copilot-cli'], { runtimes: ['claude-code'] })).toEqual([
      'error frontmatter/unparsable',
    ]);
    expect(found(['--runtimes', 'auto'], { runtimes: ['claude-code'] })).toHaveLength(2);
  });

  test('--as asks one runtime, whoever else reads the file and whatever the configuration says', () => {
    expect(found(['--as', 'copilot-cli'], { runtimes: ['claude-code'] })).toContain('error frontmatter/unparsable');
    expect(found(['--as', 'claude-code'])).toEqual([REPAIRED]);
  });

  test('an unknown ID is wrong use, and named with those there are', () => {
    const run = runCli(['check', '--runtimes', 'claude-code,copilot']);
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    for (const part of ['`copilot`', 'copilot-cli', 'gemini-cli']) expect(run.stderr).toContain(part);
  });
});

test('runtimes lists places and evidence', () => {
  const { runtimes } = JSON.parse(runCli(['runtimes', '--format', 'json'], { files: {} }).stdout);
  expect(runtimes).toContainEqual(
    expect.objectContaining({ id: 'gemini-cli', evidence: 'measured', version: '0.61.0' }),
  );
  expect(runCli(['runtimes'], { files: {} }).stdout).toContain('.gemini/agents/*.md');
});

test('check finds the agents of an extension by its manifest', () => {
  const found = problems({
    'kit/gemini-extension.json': '{}',
    'kit/agents/rev.md': AGENT,
    'kit/docs/rev.md': AGENT,
    'other/agents/rev.md': 'You review.\n',
  });
  expect(found).toContain('kit/agents/rev.md gemini-cli');
  expect(found.filter((line) => line.includes('other/'))).toEqual([]);
});
