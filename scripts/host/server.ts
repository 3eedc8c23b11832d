// Starting the VS Code server on this machine only, and ending it with everything it started.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from '../waits.ts';
import { UserError } from './errors.ts';
import { cleanEnvironment, type Started, start, tail } from './processes.ts';

export interface ServerOptions {
  /** The folder `provisionCodeServer` gave. */
  readonly installation: string;
  /** Where user settings, state and logs are kept. */
  readonly dataDir: string;
  /** 0 or absent: any free one. */
  readonly port?: number;
  /** Added to the environment of the server and of its extension hosts. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface Server {
  readonly url: string;
  readonly port: number;
  /** The file its output goes to. */
  readonly log: string;
  /** Resolves when the server ends, wanted or not. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

const host = '127.0.0.1';

/** Starts a server and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const port = await freePort(options.port ?? 0);
  mkdirSync(options.dataDir, { recursive: true });
  const log = join(options.dataDir, 'server.log');
  const output = openSync(log, 'w');
  const args = [
    '--import',
    new URL('./dieWithParent.ts', import.meta.url).href,
    join(options.installation, 'out', 'server-main.js'),
    ...['--host', host, '--port', String(port), '--server-data-dir', options.dataDir],
    // Without the smoke test driver a built workbench ignores the payload that names the extension.
    ...['--without-connection-token', '--accept-server-license-terms', '--enable-smoke-test-driver'],
    ...['--telemetry-level', 'off', '--disable-workspace-trust'],
  ];
  const started = start(process.execPath, args, {
    cwd: options.installation,
    // Without a gallery nothing is looked up on the network.
    env: cleanEnvironment({ EXTENSIONS_GALLERY: '{}', ...options.env }),
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const url = `http://${host}:${port}`;
  try {
    await untilReady(url, started, log);
  } catch (error) {
    await started.stop();
    throw error;
  }
  return { url, port, log, ended: started.ended, stop: started.stop };
}

async function untilReady(url: string, started: Started, log: string): Promise<void> {
  let ended = false;
  void started.ended.then(() => {
    ended = true;
  });
  const answers = async (): Promise<boolean> => ended || (await fetch(`${url}/version`)).ok;
  const output = () => `${tail(log, 20)}\nLog: ${log}`;
  await until(answers, 'the VS Code server to answer').catch((error: Error) => {
    throw new UserError(`The VS Code server did not answer: ${error.message}\n${output()}`);
  });
  if (ended) throw new UserError(`The VS Code server ended before it was ready.\n${output()}`);
}

/** The wanted port when it can be had, or any free one for 0. */
export function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.code ?? error.message})`;
      reject(new UserError(`Port ${wanted} ${reason}. Choose another one with --port, or leave it out.`, 2));
    });
    probe.listen(wanted, host, () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}
