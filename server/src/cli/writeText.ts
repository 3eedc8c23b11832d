// Writes a fixed text back to its file, unless that would lose bytes; creates files, unless that would replace one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AgentFile } from './files.ts';

/** Returns whether the file was written. */
export function writeText(file: AgentFile, text: string, onNotWritten: (sentence: string) => void): boolean {
  const fault = faultOfWriting(file, text);
  if (fault !== null) onNotWritten(`${file.path}: ${fault}`);
  return fault === null;
}

/** Why it was not done, or null. Bytes that are no UTF-8 were read as U+FFFD and would be lost by writing. */
function faultOfWriting({ absolutePath, text: before }: AgentFile, text: string): string | null {
  try {
    if (!readFileSync(absolutePath).equals(Buffer.from(before, 'utf8'))) {
      return 'holds bytes that are no UTF-8, so it is left as it is. Save it as UTF-8 first.';
    }
    writeFileSync(absolutePath, text, 'utf8');
    return null;
  } catch (error) {
    return `cannot be written (${error instanceof Error ? error.message : String(error)}).`;
  }
}

/** With the folders it needs. Null where it is there afterwards. */
export function createFile(path: string, text: string, replaces: boolean): 'exists' | 'not-writable' | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { encoding: 'utf8', flag: replaces ? 'w' : 'wx' });
    return null;
  } catch (error) {
    return (error as { code?: string }).code === 'EEXIST' ? 'exists' : 'not-writable';
  }
}
