// Which files are found: what is ignored or excluded, several workspace folders, links, what cannot be looked into.
import { describe, expect, test } from 'vitest';
import { createFakeFiles, type FakeFiles, uriOf } from '../harness/fakeFiles.ts';
import { openWorkspace } from '../harness/openWorkspace.ts';
import { agent, agentsIn, type Files, knownFiles, takeReads } from './support.ts';

const A = agent('a');
const B = agent('b');

async function found(files: Files | FakeFiles, excludes: readonly string[] = []): Promise<string[]> {
  return knownFiles(await openWorkspace(files, { excludes }));
}

describe('.gitignore', () => {
  test.each<[string, Files]>([
    ['a folder, wherever it lies', { '.gitignore': 'out\n', 'x/out/.claude/agents/a.md': A }],
    ['a folder at its own place only', { '.gitignore': '/out\n', 'out/.claude/agents/a.md': A }],
    ['a folder below the one the file lies in', { 'x/.gitignore': 'out/\n', 'x/out/.claude/agents/a.md': A }],
    ['a file', { '.gitignore': 'CLAUDE.md\n', 'CLAUDE.md': 'Text.\n' }],
    ['with CRLF', { '.gitignore': '# remark\r\nout\r\n', 'out/.claude/agents/a.md': A }],
    ['what a file above lets in', { '.gitignore': '!out\n', 'x/.gitignore': 'out\n', 'x/out/.claude/agents/a.md': A }],
    [
      'all in a folder that is ignored as a whole, whatever a file in it lets in',
      { '.gitignore': 'out/\n', 'out/.gitignore': '!*\n', 'out/.claude/agents/a.md': A },
    ],
  ])('leaves out %s', async (_, files) => {
    expect(await found(files)).toEqual([]);
  });

  test.each<[string, Files]>([
    ['what a nearer file lets in', { '.gitignore': 'out\n', 'x/.gitignore': '!out\n', 'x/out/CLAUDE.md': 'Text.\n' }],
    ['what it lets in itself', { '.gitignore': 'out/*\n!out/CLAUDE.md\n', 'out/CLAUDE.md': 'Text.\n' }],
    ['a folder of the same name elsewhere', { '.gitignore': '/out\n', 'x/out/CLAUDE.md': 'Text.\n' }],
    ['.claude, because the runtime reads it', { '.gitignore': '.claude\n*.md\n', '.claude/agents/a.md': A }],
    ['the user’s own folder', { '~/.claude/.gitignore': 'agents\n', '~/.claude/agents/a.md': A }],
  ])('keeps %s', async (_, files) => {
    expect(await found(files)).toHaveLength(1);
  });
});

describe('files.exclude', () => {
  const FILES = {
    'out/.claude/agents/a.md': A,
    'x/out/.claude/agents/b.md': B,
    'x/CLAUDE.md': 'Text.\n',
    '.claude/agents/c.md': agent('c'),
  };

  test.each<[string, string[]]>([
    ['out', ['.claude/agents/c.md', 'x/CLAUDE.md', 'x/out/.claude/agents/b.md']],
    ['**/out', ['.claude/agents/c.md', 'x/CLAUDE.md']],
    ['x/**', ['.claude/agents/c.md', 'out/.claude/agents/a.md']],
    ['{out,x}', ['.claude/agents/c.md']],
    ['**/*.md', ['.claude/agents/c.md', 'out/.claude/agents/a.md', 'x/out/.claude/agents/b.md']],
    ['**/.claude', ['.claude/agents/c.md', 'out/.claude/agents/a.md', 'x/CLAUDE.md', 'x/out/.claude/agents/b.md']],
  ])('%s', async (glob, expected) => {
    expect(await found(FILES, [glob])).toEqual(expected);
  });

  test('counts from each workspace folder', async () => {
    const folders = ['x', 'out'].map(uriOf);
    expect(knownFiles(await openWorkspace(FILES, { folders, excludes: ['out'] }))).toEqual([
      'out/.claude/agents/a.md',
      'x/CLAUDE.md',
    ]);
  });
});

describe('folders that are never searched', () => {
  test('are those of packages and of version control', async () => {
    const files = {
      'node_modules/kit/.claude/agents/a.md': A,
      '.git/agents/a.md': A,
      'x/.hg/CLAUDE.md': '',
      'x/.svn/CLAUDE.md': '',
    };
    expect(await found(files)).toEqual([]);
  });

  test('are others than agents, skills and commands in .claude', async () => {
    const files = {
      '.claude/worktrees/x/.claude/agents/a.md': A,
      '.claude/plugins/agents/a.md': A,
      '.claude/CLAUDE.md': 'Text.\n',
      '.claude/agents/node_modules/b.md': B,
    };
    expect(await found(files)).toEqual(['.claude/agents/node_modules/b.md']);
  });
});

describe('several workspace folders', () => {
  const FILES = { 'app/.claude/agents/a.md': A, 'lib/.claude/agents/b.md': B, 'other/.claude/agents/c.md': agent('c') };

  test('are all searched, and nothing else', async () => {
    expect(await agentsIn(FILES, { folders: ['lib', 'app'].map(uriOf) })).toEqual([
      'app/.claude/agents/a.md: project a',
      'lib/.claude/agents/b.md: project b',
    ]);
  });

  test('may lie in one another, and be spelt with a slash at the end', async () => {
    const folders = [uriOf(''), `${uriOf('app')}/`];
    const opened = await openWorkspace({ '.gitignore': 'app\n', ...FILES }, { folders });
    expect(knownFiles(opened)).toHaveLength(3);
    expect(opened.workspace.index.shownPath(uriOf('lib/x.md'))).toBe('lib/x.md');
  });

  test('may be none', async () => {
    expect(await agentsIn({ ...FILES, '~/.claude/agents/u.md': agent('u') }, { folders: [] })).toEqual([
      '~/.claude/agents/u.md: user u',
    ]);
  });

  test('may be the user’s own folder, or the home folder', async () => {
    const files = { '~/.claude/agents/u.md': agent('u'), '~/x/.claude/agents/a.md': A };
    expect(await agentsIn(files, { folders: [uriOf('~/.claude')] })).toEqual(['~/.claude/agents/u.md: user u']);
    expect(await agentsIn(files, { folders: [uriOf('~/')] })).toEqual([
      '~/.claude/agents/u.md: user u',
      '~/x/.claude/agents/a.md: project a',
    ]);
  });
});

describe('links', () => {
  function linked(files: Files, links: Files): FakeFiles {
    const fake = createFakeFiles(files);
    for (const [path, target] of Object.entries(links)) fake.link(path, target);
    return fake;
  }

  test('to files and folders are followed among agents, as the runtime does', async () => {
    const files = linked(
      { 'shared/a.md': A, 'more/x/b.md': B },
      { '.claude/agents/a.md': 'shared/a.md', '.claude/agents/more': 'more' },
    );
    expect(await agentsIn(files)).toEqual(['.claude/agents/a.md: project a', '.claude/agents/more/x/b.md: project b']);
  });

  test('are followed elsewhere only to folders that are called so on purpose', async () => {
    const files = linked(
      { 'dev/agents/a.md': A, 'dev/CLAUDE.md': 'Text.\n' },
      { 'lib/agents': 'dev/agents', 'lib/.claude/agents': 'dev/agents', 'lib/other': 'dev' },
    );
    expect(await found(files)).toEqual([
      'dev/CLAUDE.md',
      'dev/agents/a.md',
      'lib/.claude/agents/a.md',
      'lib/agents/a.md',
    ]);
  });

  test.each<[string, Files]>([
    ['to the folder they lie in', { '.claude/agents/again': '.claude/agents' }],
    ['to one above', { '.claude/agents/again': '.claude' }],
    ['to one another', { '.claude/agents/x': '.claude/agents/y', '.claude/agents/y': '.claude/agents/x' }],
    ['to themselves', { '.claude/agents/x': '.claude/agents/x' }],
    ['to nowhere', { '.claude/agents/x': 'nowhere', '.claude/agents/x.md': 'nowhere.md' }],
  ])('%s end the search there', async (_, links) => {
    expect(await agentsIn(linked({ '.claude/agents/a.md': A }, links))).toEqual(['.claude/agents/a.md: project a']);
  });

  test('in a circle through several folders are followed once', async () => {
    const files = linked(
      { '.claude/agents/a.md': A, 'one/b.md': B, 'two/c.md': agent('c') },
      { '.claude/agents/one': 'one', 'one/two': 'two', 'two/one': 'one' },
    );
    expect(await agentsIn(files)).toEqual([
      '.claude/agents/a.md: project a',
      '.claude/agents/one/b.md: project b',
      '.claude/agents/one/two/c.md: project c',
    ]);
  });
});

describe('what cannot be looked into', () => {
  const FILES = { '.claude/agents/a.md': A, 'x/.claude/agents/b.md': B, 'y/.claude/agents/c.md': agent('c') };

  test('is named, and the rest is done', async () => {
    const files = createFakeFiles(FILES);
    files.lock('x');
    const opened = await openWorkspace(files);
    expect(knownFiles(opened)).toEqual(['.claude/agents/a.md', 'y/.claude/agents/c.md']);
    expect(opened.log).toEqual([expect.stringMatching(/^x\b/)]);
    expect(opened.workspace.index.complete).toBe(true);
  });

  test('need not be there, of the user’s own and of plugins; of the workspace it is named', async () => {
    const installed = JSON.stringify({ plugins: { 'kit@m': [{ installPath: '/home/user/gone' }] } });
    const opened = await openWorkspace({ '~/.claude/plugins/installed_plugins.json': installed });
    expect(opened.log).toEqual([expect.stringMatching(/^workspace\b/)]);
  });

  test('may fail with an exception, and the rest is done', async () => {
    const files = createFakeFiles(FILES);
    files.break('x');
    files.break('.claude/agents/a.md');
    const opened = await openWorkspace(files);
    expect(knownFiles(opened)).toEqual(['y/.claude/agents/c.md']);
    expect(opened.workspace.index.complete).toBe(true);
    expect(opened.log).toContainEqual(expect.stringMatching(/^x\b/));
  });

  test('keeps nobody waiting: what is told afterwards is taken in', async () => {
    const files = createFakeFiles(FILES);
    const opened = await openWorkspace(files);
    files.break('x');
    await opened.tell({ x: 'created', 'x/.claude/agents/b.md': 'changed' });
    files.write('.claude/agents/d.md', agent('d'));
    await opened.tell({ '.claude/agents/d.md': 'created' });
    expect(knownFiles(opened)).toEqual(['.claude/agents/a.md', '.claude/agents/d.md', 'y/.claude/agents/c.md']);
  });
});

describe('reading', () => {
  test('comes to each file once, and to no others', async () => {
    const opened = await openWorkspace({
      '.claude/agents/a.md': A,
      '.claude/agents/picture.png': 'P',
      'src/main.ts': 'code',
      'README.md': 'Text.\n',
      '.mcp.json': '{}',
      '.gitignore': 'x\n',
    });
    expect(takeReads(opened)).toEqual([
      '.claude/agents/a.md',
      '.gitignore',
      '.mcp.json',
      'README.md',
      '~/.claude.json',
      '~/.claude/plugins/installed_plugins.json',
      '~/.claude/settings.json',
    ]);
  });

  test('tells how far it is', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`.claude/agents/a${at}.md`, A]));
    const opened = await openWorkspace(files);
    const told: string[] = [];
    await opened.workspace.open([uriOf('')], [], (done, total) => void told.push(`${done}/${total}`));
    expect(told).toEqual(['64/100', '100/100']);
  });
});
