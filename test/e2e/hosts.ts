// The VS Code a run uses: a desktop one where it can be had, else the browser host in its place.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideChromium } from '../../scripts/host/chromium.ts';
import { onEnd } from '../../scripts/host/cleanup.ts';
import { provisionCodeServer } from '../../scripts/host/codeServer.ts';
import { downloadDesktop, findInstalledDesktop, hasDisplay, starts } from '../../scripts/host/desktop.ts';
import { UserError } from '../../scripts/host/errors.ts';
import { outputFolder } from '../../scripts/host/paths.ts';
import type { Progress } from '../../scripts/host/progress.ts';
import { freePort } from '../../scripts/host/server.ts';
import { writeUserSettings } from '../../scripts/host/settings.ts';
import { openBridge } from './bridgeServer.ts';
import { desktopPage } from './desktopPage.ts';
import { pageActions } from './pageActions.ts';
import { environment, type PageActions } from './protocol.ts';

const here = dirname(fileURLToPath(import.meta.url));

export interface Host {
  readonly kind: 'desktop' | 'browser';
  readonly executable: string;
}

export interface Launch {
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

/** Which VS Code to use. `auto` prefers a desktop one, which needs a display. */
export async function chooseHost(wanted: string, progress: Progress): Promise<Host> {
  if (!['auto', 'desktop', 'browser'].includes(wanted))
    throw new UserError(`Unknown host “${wanted}”; it is desktop, browser or auto.`, 2);
  const desktop = wanted === 'browser' ? undefined : await provideDesktop(progress);
  if (desktop) return { kind: 'desktop', executable: desktop };
  if (wanted === 'desktop') {
    throw new UserError(
      'No desktop VS Code can be run here: it has to be installed or downloadable, and needs a display.',
    );
  }
  await provisionCodeServer(progress);
  await provideChromium(progress);
  return { kind: 'browser', executable: writeLauncher() };
}

async function provideDesktop(progress: Progress): Promise<string | undefined> {
  if (!hasDisplay()) return undefined;
  const executable = findInstalledDesktop() ?? (await downloadDesktop(progress));
  if (executable && !starts(executable)) {
    progress.say(`    ${executable} does not start here; libraries it needs may be missing`);
    return undefined;
  }
  return executable;
}

/** An executable for `runTests` to spawn: this Node with the browser host. */
function writeLauncher(): string {
  const windows = process.platform === 'win32';
  const file = join(outputFolder, 'e2e', windows ? 'browser-host.cmd' : 'browser-host');
  const script = join(here, 'browserHost.ts');
  mkdirSync(dirname(file), { recursive: true });
  const quoted = `"${process.execPath}" "${script}"`;
  const content = windows ? `@${quoted} %*\r\n` : `#!/bin/sh\nexec ${quoted} "$@"\n`;
  // Another run may be starting it.
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return file;
  writeFileSync(file, content);
  chmodSync(file, 0o755);
  return file;
}

/** What a desktop needs in addition: a profile of its own, and the bridge through its debugging port. */
export async function prepareDesktop(): Promise<Launch> {
  const profile = mkdtempSync(join(tmpdir(), 'agentwright-host-'));
  onEnd(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  writeUserSettings(profile, 'test');
  const port = await freePort(0);
  let actions: Promise<PageActions> | undefined;
  const bridge = await openBridge(() => {
    actions ??= desktopPage(port).then(pageActions);
    return actions;
  });
  return {
    args: [
      `--user-data-dir=${profile}`,
      `--extensions-dir=${join(profile, 'extensions')}`,
      `--remote-debugging-port=${port}`,
    ],
    env: { [environment.bridge]: bridge.url },
  };
}
