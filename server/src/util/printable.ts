// Text of a file as it may be shown: nothing in it steers a terminal, turns the reading direction, or stays unseen.

/**
 * Control characters (C0 and C1), separators of lines and paragraphs, marks that turn the reading direction, characters
 * that cannot be seen, tags, and halves of surrogate pairs. Joiners stay: emoji and many scripts are written with them.
 */
const UNSAFE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** With such characters shown as JavaScript writes them, `\x1b` or `\u202e`. Line feeds and tabs stay. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/** The same in one line: what comes from a file cannot look like a line of ours. */
export function printableLine(text: string): string {
  return text.replace(UNSAFE, escaped);
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code <= 0xff) return SHORT[character] ?? `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`;
}
