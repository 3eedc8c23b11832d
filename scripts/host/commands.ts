// Commands of this machine: finding them on the path, and installing missing ones where that is possible.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { outputFolder } from './paths.ts';
import { cleanEnvironment, run } from './processes.ts';
import type { Progress } from './progress.ts';

/** The full path of the first of these commands that is on the path. */
export function findCommand(...names: readonly string[]): string | undefined {
  const extensions = process.platform === 'win32' ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      for (const extension of extensions) {
        const file = join(folder, name + extension);
        if (isExecutable(file)) return file;
      }
    }
  }
  return undefined;
}

/** Whether a path is a file that may be run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Whether system packages can be installed here without asking anybody: a Debian-like system, as root. */
export function canInstallPackages(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && findCommand('apt-get') !== undefined;
}

/** Installs system packages with apt-get. Only where `canInstallPackages()`. */
export async function installPackages(packages: readonly string[], progress: Progress): Promise<void> {
  const env = cleanEnvironment({ DEBIAN_FRONTEND: 'noninteractive' });
  const log = join(outputFolder, 'logs', 'apt-get.log');
  await progress.step(`install system packages: ${packages.join(', ')}`, async (detail) => {
    await run('apt-get', ['update'], { cwd: '/', env, log, detail });
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { cwd: '/', env, log, detail });
  });
}
