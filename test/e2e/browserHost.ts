// Stands in for the VS Code executable: takes the arguments of `runTests`, runs them in VS Code in a headless browser.
// Used as `browserHost.ts … --extensionDevelopmentPath=DIR --extensionTestsPath=FILE WORKSPACE`; its exit code is the run's.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideChromium } from '../../scripts/host/chromium.ts';
import { endAll, endWithParent, onEnd } from '../../scripts/host/cleanup.ts';
import { provisionCodeServer } from '../../scripts/host/codeServer.ts';
import { printable } from '../../scripts/host/errors.ts';
import { tail } from '../../scripts/host/processes.ts';
import { silentProgress } from '../../scripts/host/progress.ts';
import { startServer } from '../../scripts/host/server.ts';
import { writeUserSettings } from '../../scripts/host/settings.ts';
import { openWorkbench, type WorkbenchWindow, workbenchUrl } from '../../scripts/host/workbench.ts';
import { openBridge } from './bridgeServer.ts';
import { pageActions } from './pageActions.ts';
import { environment, type PageActions } from './protocol.ts';

interface Arguments {
  readonly extensions: readonly string[];
  readonly tests: string;
  readonly folder: string;
}

/** The arguments that matter; all others are the desktop's own and mean nothing here. */
function parse(args: readonly string[]): Arguments {
  const valuesOf = (name: string) =>
    args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  const [tests] = valuesOf('extensionTestsPath');
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (!tests || !folder) throw new Error('--extensionTestsPath=FILE and a workspace folder are needed');
  return { extensions: valuesOf('extensionDevelopmentPath'), tests, folder };
}

async function runInBrowser({ extensions, tests, folder }: Arguments): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'agentwright-host-'));
  onEnd(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  writeUserSettings(join(dataDir, 'data'), 'test');
  const installation = await provisionCodeServer(silentProgress);
  const executable = await provideChromium(silentProgress);

  const opened = Promise.withResolvers<PageActions>();
  opened.promise.catch(() => undefined);
  const bridge = await openBridge(() => opened.promise);
  const server = await startServer({ installation, dataDir, env: { [environment.bridge]: bridge.url } });
  const url = workbenchUrl({ serverUrl: server.url, folder, extensions, tests });
  const window: WorkbenchWindow = await openWorkbench(url, executable, {
    log: (type, text) => process.stdout.write(`${type === 'log' ? '' : `${type}: `}${text}\n`),
    // Lines that begin with a style are the workbench's own log again.
    page: (type, text) => void (text.startsWith('%c') || process.stdout.write(`page ${type}: ${text}\n`)),
    opened: (page) => opened.resolve(pageActions(page)),
  });
  const died = server.ended.then(() => {
    throw new Error(`the VS Code server ended during the run\n${tail(server.log, 20)}`);
  });
  return Promise.race([window.exitCode, died]);
}

endWithParent();
let code = 1;
try {
  code = await runInBrowser(parse(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${printable(error)}\n`);
}
await endAll();
process.exit(code);
