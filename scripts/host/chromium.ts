// Finding a Chromium to show VS Code in: named by the environment, installed, Playwright's, or a system package.
import { closeSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { after, CONNECTION_LIMIT_MS, DOWNLOAD_MUST_BEGIN_WITHIN_MS } from '../waits.ts';
import { canInstallPackages, findCommand, installPackages, isExecutable } from './commands.ts';
import { shortMessage, UserError } from './errors.ts';
import { outputFolder } from './paths.ts';
import { cleanEnvironment, start, tail } from './processes.ts';
import type { Progress } from './progress.ts';

/** What a Chromium without a screen needs, and what keeps it from doing anything on its own. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The executable of a Chromium; downloads or installs one where there is none. */
export async function provideChromium(progress: Progress): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const downloaded = await downloadChromium(progress);
  if (downloaded) return downloaded;
  if (canInstallPackages()) {
    await installPackages(['chromium'], progress);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new UserError(
    'No Chromium was found and none could be downloaded; VS Code in the browser needs one to be tested.\n' +
      'Install it (Debian: sudo apt-get install chromium; others: Google Chrome), or name one in CHROMIUM.',
  );
}

/** A Chromium that is on this machine already. */
function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named) {
    if (isExecutable(named)) return named;
    throw new UserError(`CHROMIUM is “${named}”, which is not a program that can be run.`, 2);
  }
  const command = findCommand(
    'chromium',
    'google-chrome',
    'google-chrome-stable',
    'chromium-browser',
    'microsoft-edge',
  );
  return command ?? [...usualPlaces(), ...playwrightPlaces()].find(isExecutable);
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ];
  }
  if (process.platform !== 'win32') return [];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return roots
    .filter((root) => root !== undefined)
    .flatMap((root) => [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}

function playwrightPlaces(): string[] {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    join(homedir(), 'AppData', 'Local', 'ms-playwright'),
  ].filter((folder): folder is string => folder !== undefined && existsSync(folder));
  const inside = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-win64/chrome.exe', 'chrome-win/chrome.exe'];
  const others = caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => name.startsWith('chromium-'))
      .flatMap((name) => inside.map((path) => join(cache, name, path))),
  );
  return [chromium.executablePath(), ...others];
}

/** Playwright's own download; given up when nothing has arrived after some seconds. */
async function downloadChromium(progress: Progress): Promise<string | undefined> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const log = join(outputFolder, 'logs', 'chromium-download.log');
  mkdirSync(dirname(log), { recursive: true });
  try {
    await progress.step('download Chromium', async (detail) => {
      const file = openSync(log, 'w');
      const env = cleanEnvironment({ PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(CONNECTION_LIMIT_MS) });
      const download = start(process.execPath, [cli, 'install', 'chromium', '--no-shell'], {
        env,
        stdio: ['ignore', file, file],
      });
      closeSync(file);
      const begun = () => /\d+%/.test(tail(log, 50));
      const watch = setInterval(() => detail(tail(log, 1)), 1000);
      const forget = after(DOWNLOAD_MUST_BEGIN_WITHIN_MS, () => void (begun() || download.stop()));
      const { code } = await download.ended;
      clearInterval(watch);
      forget();
      if (code !== 0)
        throw new Error(code === null ? 'nothing arrived' : (/Error: .*/.exec(tail(log, 60))?.[0] ?? 'it failed'));
    });
  } catch (error) {
    progress.say(`    no download: ${shortMessage(error)} (log: ${log})`);
    return undefined;
  }
  return findChromium();
}
