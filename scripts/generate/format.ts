// Generated TypeScript and JSON in the shape `biome check` wants.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../host/paths.ts';

const BIOME = join(repositoryRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

export function format(path: string, content: string): string {
  const args = [BIOME, 'check', '--write', `--stdin-file-path=${path}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: repositoryRoot,
    input: content,
    encoding: 'utf8',
  });
  if (status !== 0 || (stdout === '' && content !== '')) throw new Error(`Biome cannot format ${path}:\n${stderr}`);
  return stdout;
}
