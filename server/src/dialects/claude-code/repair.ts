// Claude Code's second try: after a YAML error it quotes the values of top-level lines that hold special characters.
import { type Span, slice } from '../../util/text.ts';
import type { Repair } from '../dialect.ts';

export interface RepairedYaml {
  readonly text: string;
  readonly repairs: readonly Repair[];
  /** Offset in `text` → offset in the document. */
  toSource(offset: number): number;
}

const KEY_VALUE = /^([a-zA-Z_-]+):[ \t]+(.+)$/;
const SPECIAL = /[{}[\]*&#!|>%@`]|: /;

/** Measured rule: a line `key: value` at column 0, whose value has a special character and is not wholly quoted. */
export function quoteProblemValues(text: string, inner: Span): RepairedYaml {
  const pieces: { text: string; source: number; exact: boolean }[] = [];
  const repairs: Repair[] = [];
  let offset = inner.start;
  for (const line of slice(text, inner).split('\n')) {
    const match = KEY_VALUE.exec(line);
    const key = match?.[1];
    const value = match?.[2];
    if (match && key && value && SPECIAL.test(value) && !/^(".*"|'.*')$/.test(value)) {
      const valueStart = offset + match[0].length - value.length;
      const replacement = `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
      pieces.push({ text: line.slice(0, valueStart - offset), source: offset, exact: true });
      pieces.push({ text: replacement, source: valueStart, exact: false });
      pieces.push({ text: '\n', source: offset + line.length, exact: true });
      repairs.push({
        key,
        keySpan: { start: offset, end: offset + key.length },
        valueSpan: { start: valueStart, end: valueStart + value.length },
        replacement,
      });
    } else {
      pieces.push({ text: `${line}\n`, source: offset, exact: true });
    }
    offset += line.length + 1;
  }
  return { text: pieces.map((piece) => piece.text).join(''), repairs, toSource: offsetMap(pieces, inner.end) };
}

function offsetMap(pieces: readonly { text: string; source: number; exact: boolean }[], limit: number) {
  return (target: number): number => {
    let start = 0;
    for (const piece of pieces) {
      const within = target - start;
      if (within < piece.text.length || (piece.exact === false && within === piece.text.length)) {
        return Math.min(limit, piece.source + (piece.exact ? within : insideQuoted(piece.text, within)));
      }
      start += piece.text.length;
    }
    return limit;
  };
}

/** Offset inside a quoted value → offset inside the value as written: quotes and escapes take no room there. */
function insideQuoted(quoted: string, within: number): number {
  const before = quoted.slice(1, Math.max(1, within));
  const unescaped = before.replace(/\\(.)/g, '$1').length;
  return within >= quoted.length ? unescaped - 1 : unescaped;
}
