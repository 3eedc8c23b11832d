// What a snippet is, and its text where an editor has no tab stops: variables filled in, placeholders as they stand.
import type { ValueDoc } from '../../runtimes/fields.ts';

export interface Snippet {
  readonly title: string;
  /** What it is found by when typed; always starts with `agent`. */
  readonly prefix: string;
  readonly description: string;
  /** In LSP snippet syntax, with one line per line of the file. */
  readonly body: string;
}

/** The name of the file, as the value of `name`. Filled in by the server, so that editors need not know the variable. */
export const FILE_NAME = '${TM_FILENAME_BASE:my-agent}';
export const TODAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';

export function choice(tab: number, docs: readonly ValueDoc[]): string {
  return `\${${tab}|${docs.map(({ value }) => value).join(',')}|}`;
}

export interface SnippetVariables {
  /** The value of `name`, as YAML. */
  readonly name: string;
  /** `yyyy-mm-dd` */
  readonly today: string;
}

/** Fills in what depends on the file and the day; tab stops stay. */
export function fillVariables(body: string, { name, today }: SnippetVariables): string {
  const [year = '', month = '', day = ''] = today.split('-');
  return body
    .replaceAll(FILE_NAME, () => escapeSnippet(name))
    .replace(/\$(?:CURRENT_(YEAR|MONTH|DATE)|\{CURRENT_(YEAR|MONTH|DATE)\})/g, (_, bare, braced) => {
      const part: unknown = bare ?? braced;
      return part === 'YEAR' ? year : part === 'MONTH' ? month : day;
    });
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The text a snippet leaves when nothing is typed into it: placeholders, first choices, and what repeats them. */
export function plainSnippet(body: string): string {
  return readPart(body, 0, new Map(), false).text;
}

interface Part {
  readonly text: string;
  /** Where it ends in the source, a closing brace included. */
  readonly end: number;
}

const ESCAPED = /\\([$}\\])/y;
const CHOICE = /\$\{(\d+)\|([^|]*)\|\}/y;
const OPENING = /\$\{(\w+)(:|\})/y;
const SIMPLE = /\$(\w+)/y;

function readPart(source: string, start: number, values: Map<string, string>, nested: boolean): Part {
  const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  /** A tab stop holds what it held where it stood first. */
  const remember = (stop: string, text: string): string => {
    if (!values.has(stop)) values.set(stop, text);
    return values.get(stop) ?? text;
  };
  let text = '';
  let at = start;
  while (at < source.length) {
    if (nested && source.charAt(at) === '}') return { text, end: at + 1 };
    const found = match(ESCAPED, at) ?? match(CHOICE, at) ?? match(OPENING, at) ?? match(SIMPLE, at);
    if (!found) {
      text += source.charAt(at++);
      continue;
    }
    at += found[0].length;
    const [whole, first = '', second] = found;
    if (whole.startsWith('\\')) text += first;
    else if (whole.endsWith('|}')) text += remember(first, second?.split(',')[0] ?? '');
    else if (second === ':') {
      const inner = readPart(source, at, values, true);
      text += remember(first, inner.text);
      at = inner.end;
    } else text += remember(first, '');
  }
  if (nested) throw new Error(`a placeholder is not closed: ${source}`);
  return { text, end: at };
}
