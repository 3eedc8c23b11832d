// The name of a workflow script, its `meta.name`, read in one pass and without running the script.

const DECLARATION = ['export', 'const', 'meta', '=', '{'];
const OPENS = '([{';
const CLOSES = ')]}';

/** Measured: `export const meta = {…}` must be the first statement. Null if Claude Code skips the script. */
export function workflowName(text: string): string | null {
  let at = 0;
  for (const word of DECLARATION) {
    at = afterTrivia(text, at);
    if (!text.startsWith(word, at)) return null;
    at += word.length;
  }
  while (at < text.length) {
    at = afterTrivia(text, at);
    const key = keyAt(text, at);
    if (!key) return null;
    at = afterTrivia(text, key.end);
    if (text[at] !== ':') return null;
    at = afterTrivia(text, at + 1);
    if (key.value === 'name') return stringAt(text, at)?.value || null;
    at = afterValue(text, at);
    if (text[at] !== ',') return null;
    at++;
  }
  return null;
}

interface Token {
  readonly value: string;
  /** After its last character. */
  readonly end: number;
}

function keyAt(text: string, at: number): Token | null {
  const quoted = stringAt(text, at);
  if (quoted) return quoted;
  let end = at;
  while (end < text.length && /[\w$]/.test(text.charAt(end))) end++;
  return end === at ? null : { value: text.slice(at, end), end };
}

/** The offset after whitespace and comments. */
function afterTrivia(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) at++;
    else if (text.startsWith('//', at)) at = endOf(text, '\n', at);
    else if (text.startsWith('/*', at)) at = endOf(text, '*/', at + 2);
    else break;
  }
  return at;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** The offset of the comma or bracket that ends a value. */
function afterValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (depth === 0 && (character === ',' || CLOSES.includes(character))) return at;
    if (OPENS.includes(character)) depth++;
    else if (CLOSES.includes(character)) depth--;
    at = stringAt(text, at)?.end ?? Math.max(at + 1, afterTrivia(text, at));
  }
  return at;
}

/**
 * The string literal at an offset; null if there is none. One that is not closed, or that contains an expression, extends to
 * the end of the text: Claude Code skips the script.
 */
function stringAt(text: string, from: number): Token | null {
  const quote = text.charAt(from);
  if (quote !== "'" && quote !== '"' && quote !== '`') return null;
  let value = '';
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === quote) return { value, end: at + 1 };
    if (quote === '`' ? text.startsWith('${', at) : character === '\n') break;
    if (character === '\\') at++;
    value += text.charAt(at);
  }
  return { value: '', end: text.length };
}
