// Finding a desktop VS Code: named by the environment, installed, or downloaded by @vscode/test-electron.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { downloadAndUnzipVSCode, type ProgressReporter } from '@vscode/test-electron';
import { after, CONNECTION_LIMIT_MS, DOWNLOAD_MUST_BEGIN_WITHIN_MS, WAIT_LIMIT_MS } from '../waits.ts';
import { findCommand, isExecutable } from './commands.ts';
import { shortMessage, UserError } from './errors.ts';
import { cacheFolder } from './paths.ts';
import type { Progress } from './progress.ts';

/** Whether a window can be opened at all. Linux without a display has none; `xvfb-run` gives it one. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The executable of an installed VS Code: VSCODE_EXECUTABLE, else what `code` on the path belongs to. */
export function findInstalledDesktop(): string | undefined {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) {
    if (isExecutable(named)) return named;
    throw new UserError(`VSCODE_EXECUTABLE is “${named}”, which is not a program that can be run.`, 2);
  }
  const command = findCommand('code', 'code-insiders');
  return command ? executableOf(command) : undefined;
}

/** A VS Code downloaded for tests; undefined, with the reason said, when it cannot be had. */
export async function downloadDesktop(progress: Progress): Promise<string | undefined> {
  const begun = Promise.withResolvers<void>();
  const reporter: ProgressReporter = {
    report: ({ stage }) => void (stage === 'downloading' || stage === 'foundMatchingInstall' ? begun.resolve() : 0),
    error: () => undefined,
  };
  try {
    return await progress.step('download VS Code for tests', async () => {
      const download = downloadAndUnzipVSCode({
        version: 'stable',
        cachePath: cacheFolder,
        timeout: CONNECTION_LIMIT_MS,
        reporter,
      });
      download.catch(() => undefined); // may still fail after we stopped waiting
      const nothing = Promise.withResolvers<never>();
      const forget = after(DOWNLOAD_MUST_BEGIN_WITHIN_MS, () => nothing.reject(new Error('nothing arrived')));
      await Promise.race([begun.promise, download, nothing.promise]).finally(forget);
      return await download;
    });
  } catch (error) {
    progress.say(`    no download: ${shortMessage(error)}`);
    return undefined;
  }
}

/** Whether an executable starts here at all: a download without the system's libraries does not. */
export function starts(executable: string): boolean {
  const probe = spawnSync(executable, ['--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'ignore',
    timeout: WAIT_LIMIT_MS,
  });
  return probe.status === 0;
}

/** From the command line launcher to the program itself, which stays in the foreground. Not for launchers of a remote window. */
function executableOf(command: string): string | undefined {
  const launcher = realpathSync(command);
  if (/remote-cli|vscode-server|code-server|wsl/i.test(launcher)) return undefined;
  const root = dirname(dirname(launcher));
  if (process.platform === 'darwin') {
    const folder = join(dirname(dirname(root)), 'MacOS');
    const program = existsSync(folder) ? readdirSync(folder)[0] : undefined;
    return program ? join(folder, program) : undefined;
  }
  const names = process.platform === 'win32' ? ['Code.exe', 'Code - Insiders.exe'] : ['code', 'code-insiders'];
  return names.map((name) => join(root, name)).find(isExecutable);
}
