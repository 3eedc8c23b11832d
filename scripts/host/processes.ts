// Child processes that are ended whole: each runs in a group of its own, and only groups started here are touched.
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { after, orGrace, RUN_LIMIT_MS } from '../waits.ts';
import { onEnd } from './cleanup.ts';
import { UserError } from './errors.ts';
import type { Say } from './progress.ts';

export interface Started {
  readonly child: ChildProcess;
  /** Settles when the process has ended; never rejects. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; error?: Error }>;
  /** Ends the process and everything it started, gently first. */
  stop(): Promise<void>;
}

/** Starts a process in its own group and registers its end with this process's own. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): Started {
  const windows = process.platform === 'win32';
  const child = spawn(command, [...args], { ...options, detached: !windows, windowsHide: true });
  const ended = new Promise<Awaited<Started['ended']>>((settle) => {
    child.once('error', (error) => settle({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => settle({ code, signal }));
  });
  const forget = onEnd(() => stop());
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= endGroup(child, ended).finally(forget);
    return stopping;
  };
  return { child, ended, stop };
}

/** Runs a command to its end with its output in a log file; a failure names the log and shows its tail. */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd: string; log: string; env?: NodeJS.ProcessEnv; detail?: Say },
): Promise<void> {
  mkdirSync(dirname(options.log), { recursive: true });
  const log = openSync(options.log, 'w');
  const started = start(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const watch = options.detail ? setInterval(() => options.detail?.(tail(options.log, 1)), 2000) : undefined;
  let timedOut = false;
  const forget = after(RUN_LIMIT_MS, () => {
    timedOut = true;
    void started.stop();
  });
  const { code, error } = await started.ended;
  clearInterval(watch);
  forget();
  await started.stop();
  if (code === 0) return;
  const reason = timedOut ? 'took too long' : (error?.message ?? `ended with ${code ?? 'a signal'}`);
  throw new UserError(`${command} ${args.join(' ')}: ${reason}\n${tail(options.log, 25)}\nLog: ${options.log}`);
}

/** The last lines of a text file, or nothing when it cannot be read. */
export function tail(file: string, lines: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/** The environment with this very Node first on the path, and without what npm or an editor put there for itself. */
export function cleanEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const own =
    /^(VSCODE_|ELECTRON_RUN_AS_NODE$|npm_(package|lifecycle|command|execpath|node_execpath)|npm_config_(local_)?prefix$|npm_config_(workspace|include|omit|ignore_scripts|allow_scripts|global$))/i;
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  const path = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path, ...extra };
}

async function endGroup(child: ChildProcess, ended: Started['ended']): Promise<void> {
  if (child.pid === undefined) return;
  signalGroup(child.pid, 'SIGTERM');
  const gone = await orGrace(ended);
  // Members of the group may outlive its leader: the second signal finds whoever is left.
  if (!gone || process.platform !== 'win32') signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // the whole group is gone already
  }
}
