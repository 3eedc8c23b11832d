// `npm start`: builds, and opens the samples in a VS Code with the extension running.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { endAll, isEnding } from './host/cleanup.ts';
import { provisionCodeServer } from './host/codeServer.ts';
import { findCommand } from './host/commands.ts';
import { findInstalledDesktop, hasDisplay } from './host/desktop.ts';
import { printable, UserError } from './host/errors.ts';
import { cacheFolder, outputFolder, repositoryRoot } from './host/paths.ts';
import { cleanEnvironment, run, start } from './host/processes.ts';
import { createProgress, type Progress } from './host/progress.ts';
import { freePort, startServer } from './host/server.ts';
import { writeUserSettings } from './host/settings.ts';
import { workbenchUrl } from './host/workbench.ts';

const usage = `Opens a folder of agent files in a VS Code with Agentwright running.

  npm start -- [--folder DIR] [--port N] [--no-open] [--browser] [--extension DIR]

  --folder DIR     the folder to open (default: samples)
  --port N         the port of VS Code in the browser (default: any free one)
  --no-open        do not open the browser; only print the address
  --browser        use VS Code in the browser even where a desktop one is installed
  --extension DIR  the extension to run (default: this repository, built first)`;

interface Options {
  readonly folder: string;
  readonly port: number;
  readonly open: boolean;
  readonly browser: boolean;
  readonly extension: string;
}

function readOptions(): Options | 'help' {
  const { values } = parseOrExplain();
  if (values.help) return 'help';
  return {
    folder: folderOf('--folder', values.folder ?? join(repositoryRoot, 'samples')),
    port: portOf(values.port),
    open: !values['no-open'],
    browser: values.browser,
    extension: folderOf('--extension', values.extension ?? repositoryRoot),
  };
}

function parseOrExplain() {
  try {
    return parseArgs({
      options: {
        folder: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        extension: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}

function folderOf(option: string, path: string): string {
  const full = resolve(path);
  if (!existsSync(full)) throw new UserError(`${option}: there is no folder “${full}”.`, 2);
  if (!statSync(full).isDirectory()) throw new UserError(`${option}: “${full}” is not a folder.`, 2);
  return full;
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UserError(`--port: “${text}” is not a port; it is a number from 1 to 65535.`, 2);
}

/** Something to look at from the first moment: an agent file of the folder, where it has one in the usual place. */
function firstAgent(folder: string): string | undefined {
  const agents = join(folder, '.claude', 'agents');
  const names = existsSync(agents) ? readdirSync(agents) : [];
  const name = names.filter((one) => one.endsWith('.md')).sort()[0];
  return name === undefined ? undefined : join(agents, name);
}

async function build(progress: Progress): Promise<void> {
  await progress.step('build', (detail) =>
    run(process.execPath, [join(repositoryRoot, 'scripts', 'build.ts')], {
      cwd: repositoryRoot,
      log: join(outputFolder, 'logs', 'build.log'),
      detail,
    }),
  );
}

/** Opens a window of the installed VS Code, with a profile of its own, and waits until it is closed. */
async function openDesktop(executable: string, { folder, extension }: Options, progress: Progress): Promise<void> {
  const profile = join(cacheFolder, 'demo-desktop');
  writeUserSettings(profile, 'demo');
  const file = firstAgent(folder);
  const args = [
    folder,
    ...(file === undefined ? [] : [file]),
    `--extensionDevelopmentPath=${extension}`,
    `--user-data-dir=${profile}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
    '--disable-workspace-trust',
    '--skip-welcome',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  progress.say(`\nVS Code opens ${folder}. Close its window or press Ctrl-C to end.`);
  const { ended } = start(executable, args, { env: cleanEnvironment(), stdio: 'ignore' });
  const { code, error } = await ended;
  if (!isEnding() && (error || code)) throw new UserError(`${executable} ended with ${error?.message ?? code}.`);
}

/** Serves VS Code for the browser until somebody ends it. */
async function openBrowser(options: Options, progress: Progress): Promise<void> {
  const { folder, extension } = options;
  const dataDir = join(cacheFolder, 'demo');
  mkdirSync(dataDir, { recursive: true });
  writeUserSettings(join(dataDir, 'data'), 'demo');
  const installation = await provisionCodeServer(progress);
  const server = await progress.step('start VS Code', () => startServer({ installation, dataDir, port: options.port }));
  const url = workbenchUrl({ serverUrl: server.url, folder, file: firstAgent(folder), extensions: [extension] });
  progress.say(`\nVS Code with Agentwright runs in the browser, on ${folder}. Open this address; Ctrl-C ends it:\n`);
  process.stdout.write(`${url}\n`);
  if (options.open && hasDisplay()) showInBrowser(url);
  await server.ended;
  if (!isEnding()) throw new UserError(`The VS Code server ended. Log: ${server.log}`);
}

/** Hands an address to the system's own browser. Where that fails, the printed address is enough. */
function showInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : [findCommand('xdg-open', 'sensible-browser', 'x-www-browser') ?? '', url];
  if (!command) return;
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === 'help') return void process.stdout.write(`${usage}\n`);
  const progress = createProgress();
  if (options.port > 0) await freePort(options.port); // before anything that takes long
  if (options.extension === repositoryRoot) await build(progress);
  const desktop = options.browser || !hasDisplay() ? undefined : findInstalledDesktop();
  process.exitCode = 0; // from here on, Ctrl-C is how one ends it
  if (desktop) await openDesktop(desktop, options, progress);
  else await openBrowser(options, progress);
}

let exitCode = 0;
try {
  await main();
} catch (error) {
  process.stderr.write(`${printable(error)}\n`);
  exitCode = error instanceof UserError ? error.exitCode : 1;
}
await endAll();
process.exit(exitCode);
