// The workspace a run works on: a copy in a temporary folder, so that tests may change anything in it.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onEnd } from '../../scripts/host/cleanup.ts';
import { repositoryRoot } from '../../scripts/host/paths.ts';

export interface WorkspaceCopy {
  readonly folder: string;
  /** File names of the seed agents that were found and copied. */
  readonly seeds: readonly string[];
  /** Where seeds were looked for. */
  readonly seedsFolder: string;
}

/** Copies samples, the suite's own files, and the seed agents where they are at hand. Removed at the end. */
export function copyWorkspace(): WorkspaceCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'agentwright-e2e-')));
  onEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  for (const source of [join(repositoryRoot, 'samples'), join(repositoryRoot, 'test', 'e2e', 'workspace')]) {
    if (existsSync(source)) cpSync(source, folder, { recursive: true });
  }
  const seedsFolder = process.env.AGENTWRIGHT_SEEDS ?? resolve(repositoryRoot, '..', 'shared', 'seeds');
  const names = existsSync(seedsFolder) ? readdirSync(seedsFolder) : [];
  const seeds = names.filter((name) => name.endsWith('.md') && name !== 'README.md');
  const agents = join(folder, '.claude', 'agents');
  mkdirSync(agents, { recursive: true });
  for (const name of seeds) cpSync(join(seedsFolder, name), join(agents, name));
  return { folder, seeds, seedsFolder };
}
