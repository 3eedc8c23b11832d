// Runs the steps of a script one after the other, each a process whose output is shown.
import { spawn } from 'node:child_process';
import { UserError } from './host/errors.ts';
import { repositoryRoot } from './host/paths.ts';

/** Exit code of a command run at the root of the repository with its output shown. */
export function exitCodeOf(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: repositoryRoot, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The same with its output kept, which is answered in whole: for what runs beside something that shows its own. */
export function quietly(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: repositoryRoot, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}

/** Throws an error that names the step where the command fails. */
export async function runStep(name: string, command: string, args: readonly string[]): Promise<void> {
  const code = await exitCodeOf(command, args);
  if (code !== 0) throw new UserError(`${name} failed (exit code ${code}).`);
}
