// What no author means to give: missing, unreadable, huge, binary and hostile files. Each gets a clear answer in time.
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { READ_FAULTS } from '../../server/src/cli/files.ts';
import { checkJson, removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const PATH = '.claude/agents/reviewer.md';
const CLEAN = '---\nname: reviewer\ndescription: Reviews code\n---\n\nYou review code.\n';

function codesOf(content: string | Uint8Array): string[] {
  return checkJson([PATH], { files: { [PATH]: content } }).json.files[0]?.problems.map(({ code }) => code) ?? [];
}

describe('paths', () => {
  it('names a missing file and still checks the rest', () => {
    const run = checkJson(['none.md', PATH], { files: { [PATH]: CLEAN } });
    expect(run.stderr).toBe(`agentwright: none.md: ${READ_FAULTS.ENOENT}\n`);
    expect(run.json.files.map(({ path }) => path)).toEqual([PATH]);
    expect(run.exitCode).toBe(2);
  });

  it('names a file that may not be read', () => {
    // Root may read everything, so a folder that cannot be a file stands in where the test runs as root.
    const run = runCli(['check', PATH], {
      files: { [PATH]: CLEAN },
      prepare: (folder) => chmodSync(join(folder, PATH), 0o000),
    });
    const asRoot = process.getuid?.() === 0;
    expect([run.exitCode, run.stderr]).toEqual(asRoot ? [0, ''] : [2, `agentwright: ${PATH}: ${READ_FAULTS.EACCES}\n`]);
  });

  it('names a link that leads in a circle', () => {
    const run = runCli(['check', 'loop.md'], { prepare: (folder) => symlinkSync('loop.md', join(folder, 'loop.md')) });
    expect([run.exitCode, run.stderr]).toEqual([2, `agentwright: loop.md: ${READ_FAULTS.ELOOP}\n`]);
  });

  it('walks a folder that links to itself once', () => {
    const run = checkJson(['.'], {
      files: { [PATH]: CLEAN },
      prepare: (folder) => symlinkSync('..', join(folder, '.claude', 'agents', 'up')),
    });
    expect(run.json.files).toHaveLength(1);
  });

  it('finds nothing in an empty folder', () => {
    const run = checkJson(['.']);
    expect([run.exitCode, run.json.files]).toEqual([0, []]);
  });
});

describe('contents', () => {
  it.each([
    ['an empty file', '', 'frontmatter/missing'],
    ['blanks only', ' \n\n\t\n', 'frontmatter/missing'],
    ['bytes that are no text', new Uint8Array([0, 255, 254, 1, 2, 128, 200, 0, 0, 10]), 'frontmatter/missing'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from(CLEAN, 'utf16le')]), 'frontmatter/missing'],
    ['a front matter that is code', '---js\n({ name: process.exit(7) })\n---\nReview.\n', 'frontmatter/missing'],
    ['an unclosed front matter', '---\nname: reviewer\ndescription: Reviews code\n', 'frontmatter/unclosed'],
    ['an unclosed code fence', `${CLEAN}\n\`\`\`ts\nconst a = 1;\n`, 'structure/unclosed-fence'],
  ])('reports %s', (_, content, code) => {
    expect(codesOf(content)).toContain(code);
  });

  it('reads past NUL and invalid UTF-8 in the body', () => {
    const bytes = Buffer.concat([Buffer.from(CLEAN), Buffer.from([0, 0xff, 0xc3, 10])]);
    expect(codesOf(bytes)).toEqual(['structure/hidden-character']);
  });

  it.each([
    ['aliases of aliases', bomb()],
    ['a front matter of 10,000 lines', `---\nname: a\ndescription: b\n${'# note\n'.repeat(10_000)}---\nReview.\n`],
    ['a list nested 20,000 deep', `---\nname: a\ndescription: b\ntools: ${'['.repeat(20_000)}\n---\nReview.\n`],
    ['5 MB of prose', CLEAN + 'A sentence of the prompt, and one more.\n'.repeat(130_000)],
    ['5 MB in one line', `${CLEAN}${'[`*_<!--'.repeat(650_000)}\n`],
    ['5 MB of front matter', `---\nname: a\ndescription: ${'x: '.repeat(1_700_000)}\n---\nReview.\n`],
    ['a million blank lines before the front matter', `${'\n'.repeat(1_000_000)}---\nname: a\n---\n`],
  ])('does not hang on %s', (_, content) => {
    const run = checkJson([PATH], { files: { [PATH]: content } });
    expect(run.stderr).toBe('');
    expect(run.json.files).toHaveLength(1);
  });
});

/** Nine levels of nine: as plain data three hundred million nodes. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const items = Array.from({ length: 9 }, () => (level === 0 ? '"lol"' : `*a${level - 1}`));
    return `a${level}: &a${level} [${items.join(', ')}]`;
  });
  return `---\nname: a\ndescription: b\n${levels.join('\n')}\ntools: *a8\n---\nReview.\n`;
}
