// Which link targets, and which strings in backticks, are certain to be paths of project files.

/** `https:`, `mailto:`, `C:`; `//host`; `/root`, `~/home`, and `@import`, whose meaning depends on the reader. */
const NOT_RELATIVE = /^(?:[a-z][a-z0-9+.-]*:|[/\\~@#])/i;
/** `{x}`, `<x>`, `${X}`, `$ARGUMENTS`, `*.md`, `…`: the target is filled in later. */
const PLACEHOLDER = /[{}<>$*|…]|\.\.\.|\b(?:path\/to|your-)/;
/** `src/app.ts:42` is a position in a file, as in example answers. */
const LINE_NUMBER = /:\d+(?:[:-]\d+)?$/;

/** Whether a string names a file relative to its own location, with nothing left to fill in. */
export function isRelativePath(target: string): boolean {
  return !NOT_RELATIVE.test(target) && !PLACEHOLDER.test(target) && !LINE_NUMBER.test(target);
}

/** The path without the part that names a position in the file. */
export function withoutAnchor(target: string): string {
  return target.replace(/[?#].*$/, '');
}
