// VS Code for the browser, provisioned from npm: the same workbench and extension host, where no desktop one can be had.
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { canInstallPackages, findCommand, installPackages } from './commands.ts';
import { UserError } from './errors.ts';
import { withLock } from './lock.ts';
import { cacheFolder } from './paths.ts';
import { cleanEnvironment, run } from './processes.ts';
import type { Progress } from './progress.ts';

const version = '4.139.1';
const folder = join(cacheFolder, `code-server-${version}`);
const installation = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
const marker = join(folder, 'ready.json');

/** The native modules without which the extension host does not start; all others are optional for us. */
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];

interface Step {
  readonly id: string;
  readonly title: string;
  readonly cwd: string;
  readonly npm: readonly string[];
}

const steps: readonly Step[] = [
  {
    id: 'download',
    title: `download VS Code for the browser (code-server ${version}, about 170 MB)`,
    cwd: folder,
    npm: ['install', `code-server@${version}`, '--ignore-scripts'],
  },
  {
    id: 'dependencies',
    title: 'install its dependencies',
    cwd: installation,
    npm: ['install', '--omit=dev', '--ignore-scripts'],
  },
  {
    id: 'extensions',
    title: 'install its built-in extensions’ dependencies',
    cwd: join(installation, 'extensions'),
    npm: ['install', '--omit=dev', '--ignore-scripts'],
  },
  { id: 'native', title: 'compile its two native modules', cwd: installation, npm: ['rebuild', ...nativeModules] },
];

/** The folder of a ready-to-start VS Code server; provisions it when it is not there. Costs milliseconds when it is. */
export async function provisionCodeServer(progress: Progress): Promise<string> {
  if (isReady()) return installation;
  return withLock(join(cacheFolder, `code-server-${version}.lock`), progress.say, async () => {
    if (isReady()) return installation;
    progress.say(`Preparing VS Code for the browser in ${folder} (once; some minutes)`);
    await ensureBuildTools(progress);
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    for (const step of steps) await perform(step, progress);
    writeFileSync(marker, `${JSON.stringify(fingerprint())}\n`);
    return installation;
  });
}

async function perform(step: Step, progress: Progress): Promise<void> {
  const done = join(folder, `${step.id}.done`);
  if (existsSync(done)) return;
  const { command, args, env } = npmCommand();
  const log = join(folder, `${step.id}.log`);
  await progress.step(step.title, async (detail) => {
    try {
      await run(command, [...args, ...step.npm, '--no-audit', '--no-fund'], { cwd: step.cwd, env, log, detail });
    } catch (error) {
      throw new UserError(`VS Code for the browser could not be prepared, step “${step.title}”:\n${String(error)}`);
    }
  });
  writeFileSync(done, '');
}

function isReady(): boolean {
  try {
    return (
      readFileSync(marker, 'utf8').trim() === JSON.stringify(fingerprint()) &&
      existsSync(join(installation, 'out', 'server-main.js'))
    );
  } catch {
    // Made for another Node or machine: what was compiled has to be compiled again.
    return false;
  }
}

function fingerprint(): Record<string, string> {
  return { version, platform: process.platform, arch: process.arch, modules: process.versions.modules };
}

async function ensureBuildTools(progress: Progress): Promise<void> {
  const needed = [
    { command: findCommand('make'), package: 'make' },
    { command: findCommand('g++', 'clang++', 'c++'), package: 'g++' },
    { command: findCommand('python3'), package: 'python3' },
  ];
  const missing = needed.filter((tool) => tool.command === undefined).map((tool) => tool.package);
  if (missing.length === 0 || process.platform === 'win32') return; // node-gyp itself finds Visual Studio or says so
  if (canInstallPackages()) return installPackages(missing, progress);
  throw new UserError(
    `To run VS Code here, two of its modules have to be compiled, and ${missing.join(', ')} is missing.\n` +
      `Install it (Debian, Ubuntu: sudo apt-get install ${missing.join(' ')}; Fedora: sudo dnf install make gcc-c++ python3; macOS: xcode-select --install),\n` +
      'or install VS Code itself and put “code” on the path, or name it in VSCODE_EXECUTABLE.',
  );
}

/** npm run by this very Node, with headers for compiling taken from this machine where they are. */
function npmCommand(): { command: string; args: readonly string[]; env: NodeJS.ProcessEnv } {
  const headers = process.env.npm_config_nodedir ?? findHeaders();
  const env = cleanEnvironment(headers ? { npm_config_nodedir: headers } : {});
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return { command: process.execPath, args: [script], env };
  const npm = findCommand('npm');
  if (!npm) throw new UserError('npm is not on the path; it is needed to prepare VS Code for the browser.');
  const target = realpathSync(npm);
  if (/\.[cm]?js$/.test(target)) return { command: process.execPath, args: [target], env };
  const beside = join(dirname(npm), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (existsSync(beside)) return { command: process.execPath, args: [beside], env };
  return { command: npm, args: [], env };
}

/** The prefix of an installed Node that brought its headers. Its version does not matter: the modules use the stable Node-API. */
function findHeaders(): string | undefined {
  const folders = [dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter)];
  return folders
    .map((path) => dirname(path))
    .find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')));
}
