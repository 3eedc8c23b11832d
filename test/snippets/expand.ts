// Expands a snippet the way an editor does when nothing is typed: defaults, first choices, mirrors and variables.

/** Variables an editor fills in; any other counts as unknown, so its default is used. */
const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '11',
  CURRENT_DATE: '21',
};

export function expandSnippet(body: string): string {
  const defaults = new Map<string, string>();
  return expandPart(body, defaults).text;
}

/** The choices of every tab stop that has some. */
export function choicesOf(body: string): string[][] {
  return [...body.matchAll(/\$\{\d+\|([^|]*)\|\}/g)].map(([, list = '']) => list.split(','));
}

interface Expanded {
  readonly text: string;
  /** How much of the source was read, a closing brace included. */
  readonly length: number;
}

function expandPart(source: string, defaults: Map<string, string>, nested = false): Expanded {
  let text = '';
  let index = 0;
  while (index < source.length) {
    const rest = source.slice(index);
    if (nested && rest.startsWith('}')) return { text, length: index + 1 };
    const escaped = /^\\([$}\\])/.exec(rest);
    const simple = /^\$(\w+)/.exec(rest);
    const choice = /^\$\{(\d+)\|([^|]*)\|\}/.exec(rest);
    const open = /^\$\{(\w+)(:|\})/.exec(rest);
    if (escaped) {
      text += escaped[1];
      index += escaped[0].length;
    } else if (choice) {
      text += remember(defaults, choice[1] ?? '', (choice[2] ?? '').split(',')[0] ?? '');
      index += choice[0].length;
    } else if (open) {
      const inner = open[2] === ':' ? expandPart(rest.slice(open[0].length), defaults, true) : { text: '', length: 0 };
      text += remember(defaults, open[1] ?? '', inner.text);
      index += open[0].length + inner.length;
    } else if (simple) {
      text += remember(defaults, simple[1] ?? '', '');
      index += simple[0].length;
    } else {
      text += rest.charAt(0);
      index++;
    }
  }
  if (nested) throw new Error(`a placeholder is not closed: ${source}`);
  return { text, length: index };
}

function remember(defaults: Map<string, string>, name: string, text: string): string {
  const value = VARIABLES[name] ?? defaults.get(name) ?? text;
  if (!defaults.has(name)) defaults.set(name, value);
  return value;
}
