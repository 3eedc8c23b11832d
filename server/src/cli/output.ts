// All that the command writes: for people without anything that steers a terminal, for programs as JSON.
import { printable, printableLine } from '../util/printable.ts';

/** Exit code of wrong use, and of files that cannot be read. */
export const WRONG_USE = 2;

export function useColor(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}

/** In columns; longer lines than this are hard to read, and narrower terminals break them. */
export function terminalWidth(): number {
  return Math.min(120, Math.max(80, process.stdout.columns ?? 0));
}

/** Whatever a reporter has forgotten to escape is escaped here. */
export function printText(text: string): void {
  write(useColor() ? printableStyled(text) : printable(text));
}

/** The same data with nothing in it that a terminal would take for a command: JSON has an escape for every character. */
export function printJson(json: string): void {
  write(asciiControls(json));
}

/** A file as it is, for a program or another file; on a terminal nothing in it that steers one. */
export function printFile(text: string): void {
  if (process.stdout.isTTY) printText(text);
  else process.stdout.write(text);
}

/** One line each on standard error. */
export function complain(sentences: readonly string[]): number {
  for (const sentence of sentences) process.stderr.write(`agentwright: ${printableLine(sentence)}\n`);
  return WRONG_USE;
}

/** An error nobody expected, with its stack. */
export function complainOfError(error: unknown): number {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`agentwright: internal error: ${printable(text)}\n`);
  return WRONG_USE;
}

/** Styles as the reporters set them; every other escape sequence is text of a file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const STYLE = /(\u001b\[\d{1,2}m)/;

export function printableStyled(text: string): string {
  const parts = text.split(STYLE);
  return parts.map((part, index) => (index % 2 === 1 ? part : printable(part))).join('');
}

/** Those that JSON itself leaves as they are. Between strings there are only line feeds and spaces. */
const BEYOND_JSON =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

export function asciiControls(json: string): string {
  return json.replace(BEYOND_JSON, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

function write(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
