// `check --fix` on files it must not touch, and readers that go away.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { complaintsOf, removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const PATH = '.claude/agents/reviewer.md';
const BROKEN = '---\nname: reviewer\ndescription: Reviews. For example: diffs\n---\n\nYou review code.\n';

describe('--fix', () => {
  it('leaves a file alone whose bytes are no UTF-8, and names it', () => {
    const bytes = Buffer.concat([Buffer.from(BROKEN), Buffer.from([0x63, 0x61, 0x66, 0xe9, 10])]);
    const run = runCli(['check', PATH, '--fix'], { files: { [PATH]: bytes } });
    expect(run.readBytes(PATH)).toEqual(bytes);
    expect(complaintsOf(run)).toEqual([PATH]);
    expect(run.exitCode).toBe(2);
  });
});

describe('odd use', () => {
  it('takes an empty path for a mistake, not for the whole folder', () => {
    const run = runCli(['check', ''], { files: { [PATH]: BROKEN } });
    expect([run.exitCode, run.stdout.includes(PATH)]).toEqual([2, false]);
    expect(run.stderr).toMatch(/^agentwright: .+\n$/);
  });

  it('ends quietly when its reader has seen enough', () => {
    const cli = join(repositoryRoot, 'dist', 'cli.js');
    const command = `"${process.execPath}" "${cli}" explain | head -1`;
    const { stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(stderr).toBe('');
  });
});
