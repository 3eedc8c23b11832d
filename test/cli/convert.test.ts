// The command `convert`: what it prints, what it writes, and what it refuses to write.
import { afterAll, describe, expect, test } from 'vitest';
import { complaintsOf, removeCliFolders, runCli } from '../harness/cli.ts';

const REVIEWER = '.claude/agents/reviewer.md';
const AGENT = `---
name: reviewer
description: "Reviews: code"
tools: Read, Grep
model: sonnet
color: cyan
---

You review changes.
`;
const files = { [REVIEWER]: AGENT };

afterAll(removeCliFolders);

function convertJson(args: readonly string[], setup: Readonly<Record<string, string>> = files) {
  const run = runCli(['convert', ...args, '--format', 'json'], { files: setup });
  return { ...run, json: JSON.parse(run.stdout) };
}

const exists = (run: { read(path: string): string }, path: string): boolean => {
  try {
    run.read(path);
    return true;
  } catch {
    return false;
  }
};

describe('one agent', () => {
  test('is written where the target reads it', () => {
    const run = runCli(['convert', REVIEWER, '--to', 'gemini-cli'], { files });
    expect(run.exitCode).toBe(0);
    expect(run.read('.gemini/agents/reviewer.md')).toBe(
      '---\nname: reviewer\ndescription: "Reviews: code"\ntools:\n  - read_file\n  - grep_search\n---\n\nYou review changes.\n',
    );
    expect(run.stdout).toContain('.gemini/agents/reviewer.md');
  });

  test('is JSON, and then no file is written', () => {
    const run = convertJson([REVIEWER, '--to', 'gemini-cli']);
    expect(run.exitCode).toBe(0);
    expect(run.json).toEqual({
      from: 'claude-code',
      to: 'gemini-cli',
      path: '.gemini/agents/reviewer.md',
      text: expect.stringContaining('name: reviewer'),
      losses: [
        { field: 'model', value: 'sonnet', how: 'needs-choice', message: expect.stringContaining('`pro`') },
        { field: 'color', value: 'cyan', how: 'dropped', message: expect.any(String) },
      ],
    });
    expect(exists(run, '.gemini/agents/reviewer.md')).toBe(false);
  });

  test('goes to standard output, with what is lost beside it', () => {
    const run = runCli(['convert', REVIEWER, '--to', 'kilo', '-o', '-'], { files });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/^---\ndescription: "Reviews: code"\n[\s\S]*You review changes\.\n$/);
    expect(run.stderr).toContain('sonnet');
    expect(exists(run, '.kilo/agents/reviewer.md')).toBe(false);
  });

  test('goes to a file that is named, and to the folder of the user', () => {
    const run = runCli(['convert', REVIEWER, '--to', 'kilo', '-o', 'new/a.md'], { files });
    expect(run.read('new/a.md')).toContain('You review changes.');
    const taken = runCli(['convert', REVIEWER, '--to', 'kilo', '-o', 'a.md'], { files: { ...files, 'a.md': 'mine' } });
    expect([taken.exitCode, taken.stderr.includes('a.md already'), taken.read('a.md')]).toEqual([1, true, 'mine']);
    expect(convertJson([REVIEWER, '--to', 'kilo:user']).json.path).toBe('~/.config/kilo/agents/reviewer.md');
  });

  test('gets the model that is chosen', () => {
    const { json } = convertJson([REVIEWER, '--to', 'gemini-cli', '--model', 'flash']);
    expect(json.text).toContain('\nmodel: flash\n');
    expect(json.losses).toContainEqual({
      field: 'model',
      value: 'sonnet',
      how: 'approximated',
      message: expect.any(String),
    });
  });

  test('is not written over a file unless asked', () => {
    const both = { ...files, '.gemini/agents/reviewer.md': 'mine' };
    const refused = runCli(['convert', REVIEWER, '--to', 'gemini-cli'], { files: both });
    expect([refused.exitCode, complaintsOf(refused)]).toEqual([1, [REVIEWER]]);
    expect(refused.read('.gemini/agents/reviewer.md')).toBe('mine');
    const forced = runCli(['convert', REVIEWER, '--to', 'gemini-cli', '--force'], { files: both });
    expect([forced.exitCode, forced.read('.gemini/agents/reviewer.md')]).toEqual([
      0,
      expect.stringContaining('reviewer'),
    ]);
  });

  test('with more powers is named and not written unless allowed', () => {
    const args = ['convert', REVIEWER, '--to', 'cursor'];
    for (const output of [[], ['-o', '-'], ['-o', 'a.md']]) {
      const refused = runCli([...args, ...output], { files });
      expect([refused.exitCode, complaintsOf(refused).includes(REVIEWER)]).toEqual([1, true]);
      expect(refused.stdout).not.toContain('You review changes.');
      expect(['a.md', '.cursor/agents/reviewer.md'].map((path) => exists(refused, path))).toEqual([false, false]);
    }
    const allowed = runCli([...args, '--allow-wider'], { files });
    expect([allowed.exitCode, allowed.read('.cursor/agents/reviewer.md')]).toEqual([
      0,
      expect.stringContaining('readonly'),
    ]);
    const { exitCode, json } = convertJson([REVIEWER, '--to', 'cursor']);
    expect([exitCode, json.reason]).toEqual([1, 'wider']);
    expect(json.losses).toContainEqual(expect.objectContaining({ field: 'tools', value: 'Read, Grep', wider: true }));
  });

  test('with losses fails where that is asked for', () => {
    expect(runCli(['convert', REVIEWER, '--to', 'gemini-cli', '--strict'], { files }).exitCode).toBe(1);
    const plain = { [REVIEWER]: '---\nname: reviewer\ndescription: d\n---\n\nYou review changes.\n' };
    const kept = runCli(['convert', REVIEWER, '--to', 'gemini-cli', '--strict'], { files: plain });
    expect([kept.exitCode, exists(kept, '.gemini/agents/reviewer.md')]).toEqual([0, true]);
  });

  test('that does not load is not converted', () => {
    const broken = { [REVIEWER]: '---\nname: reviewer\n---\n' };
    const run = convertJson([REVIEWER, '--to', 'kilo'], broken);
    expect([run.exitCode, complaintsOf(run)]).toEqual([1, [REVIEWER]]);
    expect(run.json).toMatchObject({ path: null, text: null, losses: [], reason: 'not-loaded' });
  });

  test('of a runtime whose loader is not known is not converted', () => {
    const { exitCode, json } = convertJson(['.junie/agents/j.md', '--to', 'kilo'], {
      '.junie/agents/j.md': '---\nname: j\n---\n\nHi.\n',
    });
    expect([exitCode, json.from, json.reason]).toEqual([1, 'junie', 'unknown-runtime']);
  });

  test('is read as is said', () => {
    const loose = { 'x.md': '---\ndescription: d\npermission:\n  edit: deny\n---\n\nYou plan changes.\n' };
    const { json } = convertJson(['x.md', '--as', 'opencode', '--to', 'claude-code'], loose);
    expect(json).toMatchObject({ from: 'opencode', path: '.claude/agents/x.md', losses: [] });
    expect(json.text).toContain('\ndisallowedTools: "Write, Edit"\n'.replaceAll('"', ''));
  });
});

describe('a folder', () => {
  const many = {
    ...files,
    '.claude/agents/open.md': '---\nname: open\ndescription: d\n---\n\nYou do everything.\n',
    '.claude/agents/broken.md': '---\nname: broken\n---\n\nYou do nothing.\n',
  };

  test('is a table that fits a terminal, and what stands in the way of a file stops no other', () => {
    const run = runCli(['convert', '.', '--to', 'cursor'], { files: many });
    expect([run.exitCode, complaintsOf(run).sort()]).toEqual([1, ['.claude/agents/broken.md', REVIEWER]]);
    expect(exists(run, '.cursor/agents/open.md')).toBe(true);
    const lines = run.stdout.trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('.md'))).toHaveLength(3);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
  });

  test('leaves alone what the target reads already', () => {
    const { json } = convertJson(['.', '--to', 'claude-code'], {
      ...files,
      '.kilo/agents/k.md': '---\ndescription: d\n---\n\nYou plan.\n',
    });
    expect(json.files.map(({ source }: { source: string }) => source)).toEqual(['.kilo/agents/k.md']);
  });

  test('is a list in JSON', () => {
    const { json } = convertJson(['.', '--to', 'kilo'], many);
    expect(json.files.map(({ source, path }: { source: string; path: string }) => [source, path])).toEqual([
      ['.claude/agents/broken.md', null],
      ['.claude/agents/open.md', '.kilo/agents/open.md'],
      [REVIEWER, '.kilo/agents/reviewer.md'],
    ]);
  });
});

test.each([
  [['convert', REVIEWER]],
  [['convert', REVIEWER, '--to', 'nobody']],
  [['convert', 'gone.md', '--to', 'kilo']],
  [['convert', '.', '--to', 'kilo', '-o', 'a.md']],
])('wrong use: %j', (args) => {
  expect(runCli(args, { files }).exitCode).toBe(2);
});
