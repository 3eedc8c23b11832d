// A lock file, so that two runs at once do not provision the same folder: the second waits for the first.
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onEnd } from './cleanup.ts';
import type { Say } from './progress.ts';

const staleAfterMs = 30_000;

/** Runs `work` while holding the lock. A lock whose owner is gone, or no longer refreshes it, is taken over. */
export async function withLock<T>(file: string, say: Say, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!tryLock(file)) {
    if (isStale(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) say('  … another run is preparing the same folder; waiting for it');
    told = true;
    await delay(500);
  }
  const release = () => rmSync(file, { force: true });
  const forget = onEnd(release);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimesSync(file, now, now);
  }, 5000);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    forget();
    release();
  }
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(file: string): boolean {
  try {
    if (Date.now() - statSync(file).mtimeMs > staleAfterMs) return true;
    const owner = Number(readFileSync(file, 'utf8'));
    return owner > 0 && !isAlive(owner);
  } catch {
    return false; // released in between: try again
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
