// Runs the built command in a folder of its own, with the files a test wants there.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { WAIT_LIMIT_MS } from '../../scripts/waits.ts';
import type { MessageValues } from '../../server/src/model/problem.ts';
import { type FolderContents, makeFolder } from './folders.ts';
import { homeEnvironment } from './home.ts';

const CLI = join(repositoryRoot, 'dist', 'cli.js');

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** A file as it is after the run. */
  read(path: string): string;
  readBytes(path: string): Buffer;
}

export interface CliSetup {
  readonly files?: FolderContents;
  readonly stdin?: string;
  /** Run in the folder after its files are written, before the command. */
  prepare?(folder: string): void;
  /** Files of the user's home; none where nothing is said, so that nobody's own agents change a result. */
  readonly home?: Readonly<Record<string, string>>;
}

const folders: string[] = [];

export function runCli(args: readonly string[], { files = {}, stdin = '', prepare, home = {} }: CliSetup = {}): CliRun {
  const folder = folderFor('cli', files);
  prepare?.(folder);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input: stdin,
    encoding: 'utf8',
    timeout: WAIT_LIMIT_MS,
    env: { ...homeEnvironment(folderFor('home', home)), NO_COLOR: '1' },
  });
  if (error) throw error;
  return {
    exitCode: status ?? -1,
    stdout,
    stderr,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    readBytes: (path) => readFileSync(join(folder, path)),
  };
}

function folderFor(purpose: string, files: FolderContents): string {
  const folder = makeFolder(purpose, files);
  folders.push(folder);
  return folder;
}

/** What each line on standard error is about: the path, or the place in a file, it begins with. */
export function complaintsOf({ stderr }: Pick<CliRun, 'stderr'>): string[] {
  const lines = stderr.split('\n').filter((line) => line !== '');
  return lines.map((line) => /^agentwright: (.*?): \S/.exec(line)?.[1] ?? line);
}

/** Removes the folders of all runs; call it after the tests of a file. */
export function removeCliFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export interface JsonProblem {
  readonly code: string;
  readonly severity: string;
  readonly messageId: string;
  readonly values: MessageValues;
  readonly message: string;
  readonly range: { start: { line: number; character: number }; end: { line: number; character: number } };
  readonly fixable: boolean;
}

export interface CheckJson {
  readonly files: readonly { path: string; dialect: string; problems: readonly JsonProblem[] }[];
  readonly summary: { files: number; errors: number; warnings: number; infos: number };
}

/** `check --format json` with its output read. */
export function checkJson(args: readonly string[], setup: CliSetup = {}): CliRun & { json: CheckJson } {
  const run = runCli(['check', ...args, '--format', 'json'], setup);
  return { ...run, json: JSON.parse(run.stdout) as CheckJson };
}
