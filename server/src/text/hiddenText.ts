// Text that is hidden in characters nobody sees: tag characters, and the bytes variation selectors can carry.
import type { HiddenRun } from './hiddenCharacters.ts';

/** The ASCII text a run spells; empty where it spells none. */
export function hiddenText({ kind, codes }: HiddenRun): string {
  if (kind === 'tags') return printable(codes.map((code) => code - 0xe0000));
  if (kind !== 'selectors') return '';
  const bytes = codes.map((code) => (code <= 0xfe0f ? code - 0xfe00 : code - 0xe0100 + 16));
  return bytes.every(isPrintable) ? printable(bytes) : '';
}

function printable(codes: readonly number[]): string {
  return codes
    .filter(isPrintable)
    .map((code) => String.fromCharCode(code))
    .join('')
    .trim();
}

function isPrintable(code: number): boolean {
  return code >= 0x20 && code <= 0x7e;
}
