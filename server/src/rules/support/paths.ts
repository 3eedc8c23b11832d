// Which targets of links, and which texts in backticks, are certain to be paths of files in the project.

/** `https:`, `mailto:`, `C:`; `//host`; `/root`, `~/home` and `@import`, whose meaning depends on the reader. */
const NOT_RELATIVE = /^(?:[a-z][a-z0-9+.-]*:|[/\\~@#])/i;
/** `{x}`, `<x>`, `${X}`, `$ARGUMENTS`, `*.md`, `…`: the target is filled in later. */
const PLACEHOLDER = /[{}<>$*|…]|\.\.\.|\b(?:path\/to|your-)/;
/** `src/app.ts:42` names a place in a file, as examples of an answer do. */
const LINE_NUMBER = /:\d+(?:[:-]\d+)?$/;

/** Whether a text names a file relative to where it is written, with nothing left to fill in. */
export function isRelativePath(target: string): boolean {
  return !NOT_RELATIVE.test(target) && !PLACEHOLDER.test(target) && !LINE_NUMBER.test(target);
}

/** The path without what names a place in the file. */
export function withoutAnchor(target: string): string {
  return target.replace(/[?#].*$/, '');
}
