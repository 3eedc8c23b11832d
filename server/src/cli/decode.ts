// Bytes of a file as text, as the runtimes read it: UTF-8, with U+FFFD for what is none, a byte order mark kept.

const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
