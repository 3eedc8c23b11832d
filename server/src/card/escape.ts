// Escapes text from a file for HTML. All such text goes through here.

import { printable } from '../util/printable.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Safe as element content and inside a quoted attribute, with nothing in it that a page would not show. */
export function escapeHtml(text: string): string {
  return printable(text).replaceAll(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
}

/** Our own sentences, in which backticks mark code. */
export function escapeWithCode(text: string): string {
  return escapeHtml(text).replaceAll(/&#96;((?:(?!&#96;)[^\n]){1,300})&#96;/g, '<code>$1</code>');
}
